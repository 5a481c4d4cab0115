// Submissions on the screen where people meet each other, errors and reloads; the whole way from proposal to effect is whole-way.test.ts.
import type { Locator, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision } from '#procedures/proposal/decision.ts';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';
import { officeAt } from './dossier-acts.ts';
import { keyboardOf } from './keyboard-acts.ts';
import { LEADER } from './whole-way-acts.ts';
import { type Desk, openDesk, REVIEWER } from './workspace.ts';

/** The form of this procedure asks "Tên tổ chức" only where "Loại chủ hồ sơ" says so. */
const CONDITIONAL = {
  id: '3.000465',
  name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
  on: 'loai-chu-ho-so',
  hanging: ['ten-to-chuc', 'ma-so-thue'],
};
const OTHERS = ['1.005095', '2.002854', '3.000181'];
const today = () => formatShortDay(dayOf(new Date().toISOString()));

let desk: Desk;
let office: Awaited<ReturnType<typeof officeAt>>;
let page: Page;
const redesigns: string[] = [];
beforeAll(async () => {
  desk = await openDesk();
  office = await officeAt(desk.system.origin);
  page = await desk.signIn(REVIEWER);
  redesigns.push(await office.accepted(CONDITIONAL.id, [CONDITIONAL.on, ...CONDITIONAL.hanging]));
  for (const id of OTHERS) redesigns.push(await office.accepted(id));
});
afterAll(() => desk.close());

const open = async (on: Page, id: string, tab: string) => {
  await on.goto(`${desk.system.origin}/to-trinh/${id}#${tab}`);
  await on.getByRole('tabpanel').waitFor();
};
const button = (on: Page, name: string | RegExp): Locator => on.getByRole('button', { name, exact: typeof name === 'string' });
const names = (on: Page) => on.getByRole('row').locator('.name-link').allInnerTexts();

test('proposals are put in order by keyboard, and the focus goes with the one that moves', async () => {
  const { id } = await office.bundle(await office.compose('Xếp thứ tự (minh họa)'), redesigns.slice(1));
  await open(page, id, 'phuong-an');
  const [first = '', second = '', third = ''] = await names(page);
  const { focus } = keyboardOf(page);
  await page.getByRole('textbox', { name: `Vị trí của ${third}` }).focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual([third, first, second]);
  await expect.poll(async () => (await focus()).name).toContain(`Vị trí của ${third}`);
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => names(page)).toEqual([first, third, second]);
  await expect.poll(async () => (await focus()).name).toContain(`Vị trí của ${third}`);
  await page.reload();
  await expect.poll(() => names(page)).toEqual([first, third, second]);
});

test('who composes and the leader see at once whose turn it is, and the others why it is not theirs', async () => {
  const { id } = await office.compose('Lượt của ai (minh họa)');
  await open(page, id, 'phuong-an');
  expect(await button(page, 'Trình lãnh đạo ký').getAttribute('aria-disabled')).toBe('true');
  await page.getByText('Tờ trình chưa có phương án nào.').waitFor();
  const leader = await desk.signIn(LEADER, `/to-trinh/${id}`);
  expect(await button(leader, 'Trình lãnh đạo ký').getAttribute('aria-disabled')).toBe('true');
  await leader.getByText('Chỉ Văn phòng Sở được trình lãnh đạo ký.').waitFor();
});

test('what is sent back says why; what the leader looks at is signed only as it was seen', async () => {
  const first = (await office.list()).find(({ title }) => title.startsWith('Xếp thứ tự'));
  if (first === undefined) throw new Error('The first submission is gone.');
  const leader = await desk.signIn(LEADER, `/to-trinh/${first.id}`);
  await office.ask('reviewer', 'POST', `/submissions/${first.id}/offer`, undefined, first.version);
  await leader.reload();
  await button(leader, 'Ký duyệt…').click();
  // Meanwhile the office takes it back, changes it and offers it anew.
  const back = await office.ask<{ submission: { version: number } }>(
    'reviewer',
    'POST',
    `/submissions/${first.id}/send-back`,
    { reason: 'Sửa nhầm lẫn (minh họa).' },
    first.version + 1,
  );
  const out = await office.ask<{ submission: { version: number } }>(
    'reviewer',
    'POST',
    `/submissions/${first.id}/removals`,
    { redesigns: redesigns.slice(3) },
    back.submission.version,
  );
  await office.ask('reviewer', 'POST', `/submissions/${first.id}/offer`, undefined, out.submission.version);
  await leader.getByRole('dialog').getByRole('button', { name: 'Ký duyệt', exact: true }).click();
  await leader.getByText('Người khác vừa sửa tờ trình này.').waitFor();
  await leader.getByRole('dialog').getByText('2 phương án').waitFor();
  expect(await leader.getByRole('dialog').getByRole('button', { name: 'Ký duyệt', exact: true }).isEnabled()).toBe(true);
  await leader.keyboard.press('Escape');

  await button(leader, 'Đưa về soạn lại…').click();
  await leader.getByLabel('Cần sửa gì?').fill('Thiếu căn cứ (minh họa).');
  await leader.getByRole('dialog').getByRole('button', { name: 'Đưa về soạn lại' }).click();
  await leader.getByRole('dialog').waitFor({ state: 'detached' });
  await open(page, first.id, 'phuong-an');
  await page.getByText('Thiếu căn cứ (minh họa).').waitFor();
});

test('two people write one letter: nobody loses a word, and what both wrote is asked about', async () => {
  const { id } = await office.compose('Hai người (minh họa)');
  const other = await desk.signIn(REVIEWER);
  for (const on of [page, other]) await open(on, id, 'noi-dung');
  await other.getByLabel('Trích yếu').fill('Của người kia (minh họa)');
  await other.getByLabel('Sự cần thiết').fill('Chỉ người kia viết (minh họa).');
  await button(other, /^Lưu/).click();
  await other.getByText(/^Đã lưu lúc/).waitFor();

  await page.getByLabel('Trích yếu').fill('Của tôi (minh họa)');
  await page.getByLabel('Nơi nhận', { exact: true }).fill('Chỉ tôi viết (minh họa)');
  await button(page, /^Lưu/).click();
  await page.getByText('Người khác vừa viết cùng chỗ với bạn').waitFor();
  expect(await page.getByLabel('Sự cần thiết').inputValue()).toBe('Chỉ người kia viết (minh họa).');
  expect(await page.getByLabel('Trích yếu').inputValue()).toBe('Của tôi (minh họa)');

  await page.reload();
  expect(await page.getByLabel('Trích yếu').inputValue()).toBe('Của tôi (minh họa)');
  await button(page, /^Lưu/).click();
  await page.getByText(/^Đã lưu lúc/).waitFor();
  await other.reload();
  expect(await other.getByLabel('Trích yếu').inputValue()).toBe('Của tôi (minh họa)');
  expect(await other.getByLabel('Nơi nhận', { exact: true }).inputValue()).toBe('Chỉ tôi viết (minh họa)');
});

test('a decision in part that cannot stand names what hangs on it; what was typed survives errors and reloads', async () => {
  const submission = await office.sign(await office.bundle(await office.compose('Quyết định từng phần (minh họa)'), redesigns.slice(0, 1)));
  await open(page, submission.id, 'quyet-dinh');
  await page.getByLabel('Số, ký hiệu').fill('7/QĐ-UBND (minh họa)');
  await page.getByLabel('Ngày quyết định').fill(today());
  await page.getByRole('combobox', { name: CONDITIONAL.name }).selectOption({ label: 'Phê duyệt một phần' });
  await page.getByLabel('Lý do chỉ phê duyệt một phần').fill('Còn cần tên tổ chức (minh họa).');
  const change = (label: string) => page.getByRole('checkbox', { name: new RegExp(`Bỏ mục “${label}`) });
  await change('Tên tổ chức').uncheck();
  await page.getByText(/không đứng được một mình.*“Tên tổ chức/).waitFor();

  await page.route('**/decision', (route) => route.abort());
  await change('Tên tổ chức').check();
  await change('Mã số thuế').check();
  await change('Họ và tên người nộp').uncheck();
  await button(page, 'Ghi quyết định').click();
  await page.getByText(/Chưa ghi được quyết định/).waitFor();
  await page.unroute('**/decision');
  await page.reload();
  await page.getByText('Đã lấy lại những gì bạn gõ').waitFor();
  expect(await page.getByLabel('Số, ký hiệu').inputValue()).toBe('7/QĐ-UBND (minh họa)');
  await change('Họ và tên người nộp').waitFor();
  expect(await change('Họ và tên người nộp').isChecked()).toBe(false);

  await button(page, 'Ghi quyết định').click();
  await page.getByRole('heading', { name: 'Quyết định số 7/QĐ-UBND (minh họa)' }).waitFor();
  const { outcomes, signer } = await office.ask<Decision>('reviewer', 'GET', `/submissions/${submission.id}/decision`);
  expect(outcomes[0]).toMatchObject({ outcome: 'partly', reason: 'Còn cần tên tổ chức (minh họa).' });
  expect(outcomes[0]?.marks).toContain('ten-to-chuc');
  expect(outcomes[0]?.marks).not.toContain('ho-ten-nguoi-nop');
  expect(signer).not.toHaveProperty('name');
});

test('a guest asks the server for the dossier alone, is led nowhere else, and sees in plain words when the link was withdrawn', async () => {
  const signed = (await office.list()).find(({ title }) => title.startsWith('Quyết định từng phần'));
  if (signed === undefined) throw new Error('The signed submission is gone.');
  const token = await office.share(signed, 'Khách xem lại (minh họa)');
  const guest = await (await desk.browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 740 } })).newPage();
  const asked: Request[] = [];
  guest.on('request', (request) => asked.push(request));
  await guest.goto(`${desk.system.origin}/ho-so#${token}`);
  for (const part of ['Dự thảo quyết định', 'Phụ lục', 'Danh mục phương án']) {
    await button(guest, part).click();
    await guest
      .getByRole('main')
      .getByText(/CỘNG HÒA|1\.1\. Nội dung|Danh mục phương án/)
      .first()
      .waitFor();
    expect(await guest.locator('a[href]').count()).toBe(0);
  }
  await button(guest, CONDITIONAL.name).click();
  await guest.getByRole('heading', { name: CONDITIONAL.name, exact: true }).waitFor();
  expect(await guest.locator('a[href]').count()).toBe(0);
  const api = asked.map((request) => new URL(request.url())).filter(({ pathname }) => pathname.startsWith('/api/'));
  expect(api.filter(({ pathname }) => !pathname.startsWith('/api/guest/'))).toEqual([]);
  // The token stands in no address that a server, a proxy or a log would see.
  expect(asked.filter((request) => request.url().split('#')[0]?.includes(token))).toEqual([]);

  await open(page, signed.id, 'lien-ket');
  await button(page, 'Thu hồi…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await page.getByRole('tabpanel').getByText('Đã thu hồi', { exact: true }).waitFor();
  await guest.reload();
  await guest.getByRole('heading', { name: 'Không mở được hồ sơ' }).waitFor();
  expect(await guest.locator('a[href]').count()).toBe(0);
  await guest.context().close();
});

test('a submission that is given up lets its proposals go', async () => {
  const given = (await office.list()).find(({ title }) => title.startsWith('Xếp thứ tự'));
  await open(page, given?.id ?? '', 'phuong-an');
  await button(page, 'Hủy tờ trình…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hủy tờ trình' }).click();
  await page.getByRole('main').getByText('Đã hủy', { exact: true }).waitFor();
  await page.getByText('Chưa có phương án nào trong tờ trình').waitFor();
  const { id } = await office.compose('Thay thế (minh họa)');
  await open(page, id, 'phuong-an');
  await button(page, 'Thêm phương án…').click();
  await page.getByRole('dialog').getByLabel('Chọn cả 3 phương án đang hiện').waitFor();
  expect((await office.list()).find((one) => one.id === given?.id)?.state).toBe('withdrawn');
});
