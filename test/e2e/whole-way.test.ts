// The whole way (product.md §2) on the screens, one step after another: each test begins where the one before it ended.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { recount } from '#functions/commands/recount.ts';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';
import { edit, line, panel, stored } from './acts.ts';
import { moved, type Overview, overviewOf } from './overview-acts.ts';
import { dense, onPaper, pages, sheetsOfPaper, wordText } from './papers.ts';
import { accept, beginFrom, button, composeOf, giveReason, go, LEADER, openProposal, queued, submit, tab } from './whole-way-acts.ts';
import { CHANGE, CLAUSE, COPY, OF_BOTH_POWERS, SHORT_OF_TARGET } from './whole-way-proposals.ts';
import { faultsNow, faultsOf, reviewersScreens, specialistsScreens } from './whole-way-screens.ts';
import { type Desk, openDesk, OTHER_SPECIALIST, REVIEWER, SPECIALIST } from './workspace.ts';

const COMMENT = 'Đã bỏ ngày cấp của người nộp, vì sao chủ văn bằng còn phải khai? (minh họa)';
const ANSWER = 'Đồng ý bỏ; số định danh đã đủ để tra sổ gốc (minh họa).';
const TITLE = 'Đợt 1 năm 2026 (minh họa)';
const SUBJECT = 'Về việc phê duyệt phương án đơn giản hóa 02 thủ tục hành chính (minh họa)';
const NECESSITY = 'Hai mẫu đơn hỏi lại những gì cơ quan đã có (minh họa).';
const GUEST = 'Cơ quan kiểm soát thủ tục hành chính (minh họa)';
const DECISION = '1234/QĐ-UBND (minh họa)';
/** The Vietnamese day, as the decision is typed in. */
const today = () => formatShortDay(dayOf(new Date().toISOString()));

let desk: Desk;
let specialist: Page;
let other: Page;
let reviewer: Page;
let leader: Page;
/** As the leader saw it before the step. */
let seen: Overview;
const redesign = { copy: '', change: '', anew: '' };
const hash = { copy: '', change: '', submission: '' };
let submission = '';
let token = '';

beforeAll(async () => {
  desk = await openDesk();
  [specialist, other, reviewer, leader] = await Promise.all([
    desk.signIn(SPECIALIST),
    desk.signIn(OTHER_SPECIALIST),
    desk.signIn(REVIEWER),
    desk.signIn(LEADER),
  ]);
});
afterAll(() => desk.close());

/** What the overview says now, and how the procedures have moved since it was looked at last. */
async function overview(): Promise<Overview & { moves: Record<string, number> }> {
  const now = await overviewOf(leader);
  const moves = moved(seen, now);
  seen = now;
  return { ...now, moves };
}

test('specialists of two offices submit, one within the power of the province, one also asking a ministry', async () => {
  seen = await overviewOf(leader);
  redesign.copy = await beginFrom(specialist, COPY.id, 36);
  redesign.change = await beginFrom(other, CHANGE.id, 14);
  expect((await overview()).moves).toEqual({ 'Chưa mở': -2, 'Đang soạn': 2 });

  await edit(specialist, redesign.copy, SHORT_OF_TARGET);
  hash.copy = await submit(specialist, redesign.copy);
  await edit(other, redesign.change, OF_BOTH_POWERS);
  hash.change = await submit(other, redesign.change);
  const now = await overview();
  expect(now).toMatchObject({ moves: { 'Đang soạn': -2, 'Chờ thẩm định': 2 }, cut: '11/425', reached: '11/50' });
  expect((await overviewOf(reviewer)).waiting).toEqual({ 'Chờ thẩm định': '2' });
});

test('the reviewer returns the one that falls short, with a comment on a field; it stays with its figures', async () => {
  await go(reviewer, '/tham-dinh');
  expect(await queued(reviewer, COPY.name).innerText()).toMatch(/19,44%[\s\S]*1 mục/u);
  expect(await queued(reviewer, CHANGE.name).innerText()).toContain('28,57%');
  await openProposal(reviewer, COPY.name);
  await tab(reviewer, 'Mẫu trước và sau');
  await button(reviewer, `Góp ý về ${COPY.askedFor}`).click();
  await reviewer.getByRole('textbox', { name: `Góp ý về ${COPY.askedFor}` }).fill(COMMENT);
  await button(reviewer, 'Gửi góp ý').click();
  await button(reviewer, `Góp ý về ${COPY.askedFor}, 1 đang mở`).waitFor();
  await button(reviewer, 'Trả lại…').click();
  expect(await faultsNow(reviewer, 'returning')).toEqual([]);
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }).click();
  await reviewer.getByText('Đã trả lại phương án cho phòng chủ trì.').waitFor();
  expect((await overview()).moves).toEqual({ 'Chờ thẩm định': -1, 'Trả lại': 1 });
});

test('the specialist finds the comment at its field, answers, mends and submits again', async () => {
  expect((await overviewOf(specialist)).waiting).toEqual({ 'Trả lại, cần sửa': '1' });
  await specialist.getByRole('region', { name: 'Chờ bạn' }).getByRole('link', { name: COPY.name }).click();
  await button(specialist, '1 góp ý').click();
  const field = line(specialist, COPY.askedFor);
  expect(await field.getAttribute('aria-label')).toContain('1 góp ý đang mở');
  await panel(specialist).getByText(COMMENT).waitFor();
  const reply = panel(specialist).getByRole('textbox', { name: /^Trả lời góp ý/ });
  await reply.fill(ANSWER);
  await panel(specialist).getByRole('button', { name: 'Trả lời' }).click();
  await panel(specialist).getByText(ANSWER).waitFor();
  await field.focus();
  await specialist.keyboard.press('b');
  await giveReason(panel(specialist), 'Người nộp đã khai giấy tờ tùy thân ở phần I (minh họa).');
  await specialist.getByText('28/36 còn khai · cắt 8/36 = 22,22%').first().waitFor();
  expect(await submit(specialist, redesign.copy)).not.toBe(hash.copy);
  expect((await overview()).moves).toEqual({ 'Trả lại': -1, 'Chờ thẩm định': 1 });
});

test('the reviewer sees what changed since the returned one, and accepts both', async () => {
  await openProposal(reviewer, COPY.name);
  await tab(reviewer, 'Thay đổi so với lần trước');
  const changed = reviewer.getByRole('row').filter({ hasText: COPY.askedFor });
  expect(await changed.innerText()).toMatch(/Giữ nguyên, không đề xuất\.[\s\S]*Bỏ mục “Ngày cấp giấy tờ/u);
  expect(await reviewer.getByRole('table').getByRole('row').count()).toBe(2);
  await button(reviewer, 'Khép góp ý').click();
  await reviewer.getByText('Không còn góp ý nào đang mở.').waitFor();
  await accept(reviewer);
  await openProposal(reviewer, CHANGE.name);
  await accept(reviewer);
  const now = await overview();
  expect(now).toMatchObject({ moves: { 'Chờ thẩm định': -2, 'Đã chấp nhận': 2 }, cut: '12/425', reached: '12/50' });
  expect((await overviewOf(reviewer)).waiting).toEqual({ 'Đã chấp nhận, chờ đưa vào tờ trình': '2' });
});

test('the reviewer bundles both, writes the letter, looks at the pages and offers it; the leader signs off', async () => {
  submission = await composeOf(reviewer, TITLE, 2);
  await reviewer.getByRole('row', { name: new RegExp(CHANGE.name) }).waitFor();
  expect((await overview()).moves).toEqual({ 'Đã chấp nhận': -2, 'Trong tờ trình': 2 });
  await go(reviewer, `/to-trinh/${submission}#noi-dung`);
  await reviewer.getByLabel('Trích yếu').fill(SUBJECT);
  await reviewer.getByLabel('Sự cần thiết').fill(NECESSITY);
  await button(reviewer, /^Lưu/).click();
  await reviewer.getByText(/^Đã lưu lúc/).waitFor();
  await tab(reviewer, 'Xem trang');
  await onPaper(reviewer, 'Tờ trình', SUBJECT);
  await onPaper(reviewer, 'Tờ trình', 'DỰ THẢO');
  await onPaper(reviewer, 'Tờ trình', NECESSITY);
  await button(reviewer, 'Trình lãnh đạo ký').click();
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Trình lãnh đạo ký' }).click();
  await reviewer.getByRole('main').getByText('Chờ ký', { exact: true }).waitFor();

  expect((await overviewOf(leader)).waiting).toEqual({ 'Tờ trình chờ ký': '1' });
  await leader.getByRole('region', { name: 'Chờ bạn' }).getByRole('link', { name: TITLE }).click();
  await button(leader, 'Ký duyệt…').click();
  const signing = leader.getByRole('dialog');
  expect(await signing.innerText()).toMatch(/2 phương án[\s\S]*24,00%[\s\S]*2\/2/u);
  await leader.route('**/sign-off', (route) => route.abort());
  await signing.getByRole('button', { name: 'Ký duyệt' }).click();
  await signing.getByText('Chưa ký duyệt được').waitFor();
  expect(await faultsNow(leader, 'signing failed')).toEqual([]);
  await leader.unroute('**/sign-off');
  await signing.getByRole('button', { name: 'Ký duyệt' }).click();
  hash.submission = dense(await signing.locator('code').textContent());
  expect(hash.submission).toMatch(/^[0-9a-f]{64}$/);
  await button(leader, 'Xong').click();
  expect((await overview()).moves).toEqual({});
});

test('a guest reads and prints the signed dossier by its link, and nothing else', async () => {
  expect((await overviewOf(reviewer)).waiting).toEqual({ 'Đã ký, chờ ghi quyết định': '1' });
  await reviewer.getByRole('region', { name: 'Chờ bạn' }).getByRole('link', { name: TITLE }).click();
  await tab(reviewer, 'Liên kết khách');
  await button(reviewer, 'Tạo liên kết…').click();
  await reviewer.getByRole('dialog').getByLabel('Dành cho ai').fill(GUEST);
  await reviewer.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết' }).click();
  const address = await reviewer.getByLabel('Địa chỉ của liên kết').inputValue();
  token = address.split('#')[1] ?? '';

  const guest = await (await desk.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' })).newPage();
  await guest.goto(address);
  await onPaper(guest, 'Tờ trình', SUBJECT);
  expect(await guest.getByRole('contentinfo').innerText()).toContain(hash.submission);
  await button(guest, 'Dự thảo quyết định').click();
  await onPaper(guest, 'Dự thảo quyết định', 'QUYẾT ĐỊNH:');
  await button(guest, 'Phụ lục').click();
  await onPaper(guest, 'Phụ lục', CLAUSE);
  for (const { name } of [COPY, CHANGE]) await onPaper(guest, 'Phụ lục', name);
  await pages(guest, 'Phụ lục').nth(1).waitFor();
  expect(await sheetsOfPaper(guest)).toBe(await pages(guest, 'Phụ lục').count());
  await guest.emulateMedia({ media: 'print' });
  expect(await guest.getByRole('banner').isVisible()).toBe(false);
  await guest.emulateMedia({ media: 'screen' });
  await button(guest, 'Danh mục phương án').click();
  await guest.getByRole('button', { name: COPY.name }).click();
  await guest.getByText(`Bỏ mục “${COPY.askedFor}”`).first().waitFor();

  expect(await guest.context().cookies()).toEqual([]);
  for (const path of ['session', 'overview', 'procedures', `submissions/${submission}`, `redesigns/${redesign.copy}`]) {
    const answer = await guest.request.get(`${desk.system.origin}/api/${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect([path, answer.status()]).toEqual([path, 401]);
  }
  for (const path of ['/thu-tuc', `/to-trinh/${submission}`, '/tong-quan']) {
    await go(guest, path);
    await guest.getByRole('link', { name: 'Đăng nhập' }).waitFor();
    expect(new URL(guest.url()).pathname).toBe('/dang-nhap');
  }
  await guest.context().close();
  await tab(reviewer, 'Lịch sử');
  const opened = reviewer.getByRole('tabpanel').getByRole('listitem').filter({ hasText: GUEST });
  await opened.getByText('Mở hồ sơ', { exact: true }).waitFor();
  expect(await opened.filter({ hasText: COPY.name }).innerText()).toContain('(khách)');
});

test('the files say what the pages say, under the same hash', async () => {
  await tab(reviewer, 'Xuất tệp');
  const file = (name: RegExp) => wordText(reviewer, reviewer.getByRole('tabpanel').getByRole('link', { name }));
  const letter = await file(/^Tờ trình/);
  for (const text of ['Kính gửi: ', SUBJECT, NECESSITY, '12/50 = 24,00%', 'Tính riêng từng thủ tục: 02/02']) expect(letter).toContain(text);
  const decision = await file(/^Dự thảo quyết định/);
  for (const text of ['QUYẾT ĐỊNH:', 'Điều 1. ', 'thuộc thẩm quyền quyết định của tỉnh', 'kiến nghị các bộ, ngành', 'Điều 3. ']) {
    expect(decision).toContain(text);
  }
  const annex = await file(/^Phụ lục/);
  for (const text of [COPY.name, CHANGE.name, `Bỏ mục “${COPY.askedFor}”`, CLAUSE, '2026 - 2027', '8/36 = 22,22%', '4/14 = 28,57%'])
    expect(annex).toContain(text);
  for (const paper of [letter, decision, annex]) {
    expect(paper).not.toContain('DỰ THẢO');
    expect(dense(paper)).toContain(hash.submission);
  }
});

test('the decision comes back approved in part for one, and takes effect', async () => {
  await tab(reviewer, 'Quyết định');
  await button(reviewer, 'Ghi quyết định').click();
  await reviewer.getByText(/^Còn \d+ chỗ chưa đủ/).waitFor();
  expect(await faultsNow(reviewer, 'decision lacking everything')).toEqual([]);
  await reviewer.getByLabel('Số, ký hiệu').fill(DECISION);
  await reviewer.getByLabel('Ngày quyết định').fill(today());
  await reviewer.getByLabel('Họ và tên người ký (có thể để trống)').focus();
  expect(await reviewer.getByLabel('Có hiệu lực từ ngày').inputValue()).toBe(today());
  await reviewer.getByRole('combobox', { name: CHANGE.name }).selectOption({ label: 'Phê duyệt một phần' });
  for (const text of [/Kết quả cuối năm học/, /Ngày tháng năm sinh/]) await reviewer.getByRole('checkbox', { name: text }).uncheck();
  await reviewer.getByText('(2/4)').waitFor();
  await reviewer.getByLabel('Lý do chỉ phê duyệt một phần').fill('Cần giữ kết quả cuối năm và ngày sinh để xếp lớp (minh họa).');
  await button(reviewer, 'Ghi quyết định').click();
  await button(reviewer, 'Đưa 2 phương án vào thực thi').waitFor();
  const decided = await overview();
  expect(decided).toMatchObject({ moves: { 'Trong tờ trình': -2, 'Được phê duyệt': 2 }, cut: '10/425', reached: '10/50', meeting: '1/25' });

  await button(reviewer, 'Đưa 2 phương án vào thực thi').click();
  await reviewer.getByText('0 phương án được phê duyệt chưa thực thi, 2 đã thực thi').waitFor();
  const inEffect = await overview();
  expect(inEffect).toMatchObject({ moves: { 'Được phê duyệt': -2, 'Đã thực thi': 2 }, cut: '10/425', meeting: '1/25' });
});

test('the next revision is in force with its decision; what a ministry must change is listed', async () => {
  await reviewer.getByRole('listitem').filter({ hasText: CHANGE.name }).getByRole('link', { name: 'phiên bản 2 của thủ tục' }).click();
  await reviewer.getByText(`Phiên bản 2 thực thi Quyết định số ${DECISION} ngày ${today()}`).waitFor();
  await tab(reviewer, /^Phiên bản/);
  expect(await reviewer.getByRole('listitem').filter({ hasText: 'đang có hiệu lực' }).innerText()).toContain(`Quyết định số ${DECISION}`);
  const differences = reviewer.getByRole('tabpanel').getByRole('list').last();
  await differences.getByText(/Địa chỉ email/).waitFor();
  expect(await differences.innerText()).not.toMatch(/Trường3|Kết quả cuối năm|Ngày tháng năm sinh/);

  await go(reviewer, '/kien-nghi');
  const listed = reviewer.getByRole('listitem').filter({ hasText: CHANGE.name });
  await listed.waitFor();
  expect(await listed.innerText()).toMatch(new RegExp(`Chưa gửi[\\s\\S]*${CLAUSE.replace(/[()]/g, '\\$&')}[\\s\\S]*2026 - 2027`, 'u'));
  expect(await listed.innerText()).toContain('Trường3');
  expect(await reviewer.getByRole('listitem').filter({ hasText: 'Ngày tháng năm sinh' }).count()).toBe(0);
});

test('a redesign begun anew begins on the new revision, and takes nothing from what was achieved', async () => {
  redesign.anew = await beginFrom(other, CHANGE.id, 13);
  expect(redesign.anew).not.toBe(redesign.change);
  expect((await stored(other, redesign.anew)).revision).toBe(2);
  expect(await line(other, 'Địa chỉ email (nếu có)').count()).toBe(0);
  expect(await overview()).toMatchObject({ moves: { 'Đã thực thi': -1, 'Đang soạn': 1 }, cut: '10/425', meeting: '1/25' });
});

test('every screen on the way is accessible and fits every window, also when its server does not answer', async () => {
  const at = { procedure: CHANGE.id, decided: redesign.change, anew: redesign.anew, submission, token };
  const faults: Record<string, string[]> = {};
  for (const screen of reviewersScreens(reviewer, at)) faults[screen.name] = await faultsOf(reviewer, screen);
  for (const screen of specialistsScreens(other, at, 'Số điện thoại')) faults[screen.name] = await faultsOf(other, screen);
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({});
});

test('totals and rankings are what the rows add up to', async () => {
  await desk.system.stop();
  const told = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const code = await recount.run(['--data', desk.system.dataFolder]);
  expect(told.mock.calls.flat().join('\n')).toMatch(/3 bản tái cấu trúc; khớp hết/);
  expect(code).toBe(0);
  told.mockRestore();
});
