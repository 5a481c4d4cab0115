import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#procedures/review/person.ts';
import { COPY_OF_DEGREE, CORRECTION_OF_DEGREE, edit, line, mark, NEW_DEGREE_PAPER, panel, saved, send, showSheet, stored } from './acts.ts';
import { act, begin, comments, enter, propose, removed, say } from './review-acts.ts';
import { type Desk, openDesk, REVIEWER, SPECIALIST } from './workspace.ts';

const ADMIN = 'Người quản trị (minh họa)';
const NAME = 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc';

let desk: Desk;
let specialist: Page;
let reviewer: Page;
beforeAll(async () => {
  desk = await openDesk();
  [specialist, reviewer] = await Promise.all([desk.signIn(SPECIALIST), desk.signIn(REVIEWER)]);
});
afterAll(() => desk.close());

const go = (page: Page, path: string) => page.goto(desk.system.origin + path);
const row = (page: Page, name: RegExp) => page.getByRole('row', { name });
const verdict = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a reviewer comments on a field and returns; the specialist sees it in place, answers, mends, resubmits; the reviewer sees what changed and accepts', async () => {
  const id = await propose(specialist, COPY_OF_DEGREE, [removed('gioi-tinh-nguoi-nop'), removed('thong-tin-khac')]);

  await go(reviewer, '/tham-dinh');
  expect(await row(reviewer, new RegExp(NAME)).innerText()).toContain('Có điểm mới');
  await row(reviewer, new RegExp(NAME)).getByRole('link').click();
  await reviewer.getByRole('tab', { name: 'Mẫu trước và sau' }).click();
  await reviewer.getByRole('button', { name: 'Góp ý về Ngày sinh người nộp' }).click();
  const box = reviewer.getByRole('textbox', { name: 'Góp ý về Ngày sinh người nộp' });
  await box.fill('Ngày sinh đã có trong cơ sở dữ liệu quốc gia về dân cư, vì sao vẫn hỏi? (minh họa)');
  await box.press('Control+Enter');
  await reviewer.getByRole('button', { name: 'Góp ý về Ngày sinh người nộp, 1 đang mở' }).waitFor();
  await verdict(reviewer, 'Trả lại…').click();
  const returning = reviewer.getByRole('dialog', { name: 'Trả lại phương án' });
  expect(await returning.innerText()).toMatch(/1 góp ý đang mở\s+Ngày sinh người nộp: Ngày sinh đã có/u);
  await returning.getByRole('button', { name: 'Trả lại' }).click();
  await reviewer.getByText('Đã trả lại phương án cho phòng chủ trì.').waitFor();
  expect((await stored(specialist, id)).state).toBe('returned');

  await go(specialist, '/tai-cau-truc');
  const listed = specialist.getByRole('listitem').filter({ hasText: NAME });
  expect(await listed.innerText()).toMatch(/Có điểm mới[\s\S]*1 góp ý mở/u);
  await showSheet(specialist, id);
  await specialist.getByRole('button', { name: '1 góp ý', exact: true }).waitFor();
  expect(await line(specialist, 'Ngày sinh người nộp').getAttribute('aria-label')).toContain('1 góp ý đang mở');
  await line(specialist, 'Họ và tên người nộp').click();
  await specialist.keyboard.press(']');
  const reply = panel(specialist).getByRole('textbox', { name: /^Trả lời góp ý/ });
  await reply.fill('Đã chuyển sang khai thác dữ liệu (minh họa).');

  // Answering does not stand in the way of redesigning, nor the other way round.
  await mark(specialist, 'Số điện thoại người nộp', 't');
  await line(specialist, 'Ngày sinh người nộp').click();
  expect(await reply.inputValue()).toBe('Đã chuyển sang khai thác dữ liệu (minh họa).');
  await reply.press('Control+Enter');
  await panel(specialist).getByText('Đã chuyển sang khai thác dữ liệu (minh họa).').waitFor();
  await line(specialist, 'Số điện thoại người nộp').click();
  await specialist.keyboard.press('g');
  await saved(specialist);
  await edit(specialist, id, [removed('ngay-sinh-nguoi-nop')]);
  await showSheet(specialist, id);
  await specialist.getByRole('button', { name: 'Trình…' }).click();
  await specialist.getByRole('dialog').getByRole('button', { name: 'Chốt và trình' }).click();
  await specialist.getByRole('dialog').getByRole('link', { name: 'Mở phương án đã trình' }).waitFor();

  await go(reviewer, '/tham-dinh');
  expect(await row(reviewer, new RegExp(NAME)).innerText()).toMatch(/Có điểm mới[\s\S]*lần 2/u);
  await row(reviewer, new RegExp(NAME)).getByRole('link').click();
  await reviewer.getByRole('tab', { name: 'Thay đổi so với lần trước' }).click();
  const changed = reviewer.getByRole('row', { name: /Ngày sinh người nộp/ });
  expect(await changed.innerText()).toMatch(/mới\s+Giữ nguyên, không đề xuất\.[\s\S]*Bỏ mục “Ngày sinh người nộp”/u);
  expect(await reviewer.getByRole('row').count()).toBe(2);

  const talk = reviewer.getByRole('complementary', { name: 'Góp ý về phương án' });
  expect(await talk.innerText()).toContain('Đã chuyển sang khai thác dữ liệu (minh họa).');
  await talk.getByRole('button', { name: 'Khép góp ý' }).click();
  await talk.getByText('Không còn góp ý nào đang mở.').waitFor();
  await verdict(reviewer, 'Chấp nhận').click();
  await reviewer.getByText('Đã chấp nhận phương án.').waitFor();
  expect(await stored(specialist, id)).toMatchObject({ state: 'accepted', frozen: { number: 2 } });
  expect(await comments(reviewer, id)).toMatchObject([{ element: 'ngay-sinh-nguoi-nop', proposal: 1, replies: [{}], resolved: {} }]);
});

test('a returned proposal keeps the figures of its submission in the queue while the specialist goes on', async () => {
  const id = await propose(specialist, CORRECTION_OF_DEGREE, [removed('gioi-tinh-nguoi-nop')]);
  await say(reviewer, id, 'Còn thiếu (minh họa).');
  await act(reviewer, id, 'return', {});
  await edit(specialist, id, [removed('thong-tin-khac'), removed('ngay-sinh-nguoi-nop')]);
  await go(reviewer, '/tham-dinh?tim=3.000466');
  const text = await row(reviewer, /3\.000466/).innerText();
  expect(text).toContain('2,78%');
  expect(text).toMatch(/36\s+còn\s+35/u);
});

test('nothing is returned without a comment that says why', async () => {
  const id = await propose(specialist, NEW_DEGREE_PAPER, [removed('gioi-tinh-nguoi-nop')]);
  await go(reviewer, `/phuong-an/${id}/1`);
  await verdict(reviewer, 'Trả lại…').click();
  const dialog = reviewer.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: 'Trả lại', exact: true }).isDisabled()).toBe(true);
  expect(await dialog.innerText()).toContain('Cần ít nhất một góp ý đang mở');
  await dialog.getByRole('textbox').fill('Cần nêu rõ lý do (minh họa).');
  await dialog.getByRole('button', { name: 'Gửi góp ý và trả lại' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await stored(specialist, id)).state).toBe('returned');
  expect(await comments(reviewer, id)).toMatchObject([{ text: 'Cần nêu rõ lý do (minh họa).' }]);
});

test('whoever wrote a proposal cannot accept it, and is told why by the button itself', async () => {
  const admin = await desk.signIn(ADMIN);
  const name = 'Lê Thị Cúc (minh họa)';
  const email = 'cuc@minh-hoa.example';
  const seat = await enter(admin, { name, email, role: 'specialist', office: 'gdtrh-gdtx' });
  const author = await desk.signIn(name);
  const id = await propose(author, '2.002854', [removed(await firstField(author, '2.002854'))]);
  const now = (await (await admin.request.get(`${desk.system.origin}/api/people`)).json()) as { rows: Person[] };
  const { version = 1 } = now.rows.find((person) => person.name === name) ?? {};
  const moved = await admin.request.put(`${desk.system.origin}/api/people/${seat.subject}`, {
    data: { name, email, role: 'reviewer', office: 'van-phong' },
    headers: { origin: desk.system.origin, 'if-match': `"${version}"` },
  });
  expect(moved.status()).toBe(200);

  await go(author, `/phuong-an/${id}/1`);
  const accept = verdict(author, 'Chấp nhận');
  expect(await accept.getAttribute('aria-disabled')).toBe('true');
  await accept.focus();
  const reason = author.getByText('Không ai được chấp nhận phương án do chính mình soạn.');
  await reason.waitFor();
  expect(await accept.getAttribute('aria-describedby')).toBe(await reason.getAttribute('id'));
  await accept.press('Enter');
  expect((await stored(author, id)).state).toBe('submitted');
  expect((await send(author, `/api/redesigns/${id}/accept`, undefined, (await stored(author, id)).version)).status()).toBe(403);
});

test('several are chosen with the keyboard and accepted at once, each answer told; then they go into a tờ trình', async () => {
  const page = await desk.signIn('Chuyên viên Phòng Giáo dục Trung học (minh họa)');
  const [first, second] = ['2.002770', '2.002851'];
  const ids = [];
  for (const procedure of [first, second]) ids.push(await propose(page, procedure, [removed(await firstField(page, procedure))]));
  const third = await begin(page, '3.000181');
  await edit(page, third, [removed(await firstField(page, '3.000181'))]);
  await act(page, third, 'submit');
  await say(reviewer, third, 'Chưa rõ (minh họa).');
  await act(reviewer, third, 'return', {});

  await go(reviewer, '/tham-dinh?phong=gdtrh-gdtx&sap-xep=procedure');
  const link = (code: string) => row(reviewer, new RegExp(code.replaceAll('.', '\\.'))).getByRole('link');
  await link(second).focus();
  await reviewer.keyboard.press('Control+a');
  const bar = reviewer.getByRole('region', { name: 'Các phương án đang chọn' });
  expect(await bar.innerText()).toMatch(/Chấp nhận…\s+\d\/\d/u);
  // Somebody is faster with one of them.
  await act(reviewer, ids[1] ?? '', 'accept');
  await bar.getByRole('button', { name: /^Chấp nhận…/ }).click();
  const dialog = reviewer.getByRole('dialog');
  expect(await dialog.innerText()).toContain('Chỉ chấp nhận được phương án đang chờ thẩm định (hiện: trả lại).');
  await dialog.getByRole('button', { name: 'Chấp nhận' }).click();
  await dialog.getByRole('button', { name: 'Xong' }).waitFor();
  expect(await dialog.innerText()).toMatch(/Đã chấp nhận \d\/\d phương án\.[\s\S]*Đã có người sửa trước/u);
  await dialog.getByRole('button', { name: 'Xong' }).click();
  expect((await stored(page, ids[0] ?? '')).state).toBe('accepted');
  expect(await row(reviewer, /2\.002770/).innerText()).toContain('Đã chấp nhận');

  await reviewer.reload();
  await row(reviewer, /2\.002770/)
    .getByRole('checkbox')
    .check();
  await bar.getByRole('button', { name: /^Đưa vào tờ trình…/ }).click();
  await dialog.getByRole('textbox', { name: 'Tên tờ trình' }).fill('Tờ trình đợt 1 (minh họa)');
  await dialog.getByRole('button', { name: 'Đưa vào tờ trình', exact: true }).click();
  await dialog.getByText('Đã đưa 1 phương án vào tờ trình “Tờ trình đợt 1 (minh họa)”.').waitFor();
  expect((await stored(page, ids[0] ?? '')).state).toBe('bundled');
  await dialog.getByRole('link', { name: 'Mở tờ trình' }).click();
  await reviewer.getByRole('heading', { name: 'Tờ trình đợt 1 (minh họa)' }).first().waitFor();
});

/** The first field of a procedure that nothing hangs on. */
async function firstField(page: Page, procedure: string): Promise<string> {
  const { origin } = new URL(page.url());
  const answer = await page.request.get(`${origin}/api/procedures/${procedure}`);
  const { revision } = (await answer.json()) as { revision: { procedure: { forms: { fields: { id: string; kind: string }[] }[] } } };
  const field = revision.procedure.forms.flatMap((form) => form.fields).find(({ kind }) => kind === 'text' || kind === 'date');
  if (!field) throw new Error(`${procedure} asks nothing.`);
  return field.id;
}
