// The way of one proposal from the first mark to the new revision, by keyboard alone.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';
import { CORRECTION_OF_DEGREE, line, panel, saved, stored } from './acts.ts';
import { type Hands, sitDown } from './by-keyboard.ts';
import { dense } from './papers.ts';
import { comments } from './review-acts.ts';
import { LEADER } from './whole-way-acts.ts';
import { type Desk, openDesk, REVIEWER, SPECIALIST } from './workspace.ts';

const NAME = 'Chỉnh sửa nội dung văn bằng, chứng chỉ';
const FIELD = 'Giới tính người nộp';
const COMMENT = 'Giới tính còn in trên văn bằng, hãy giữ (minh họa).';
const ANSWER = 'Đã giữ lại (minh họa).';
const TITLE = 'Đợt bàn phím (minh họa)';
const DECISION = '99/QĐ-UBND (minh họa)';

let desk: Desk;
let specialist: Hands;
let reviewer: Hands;
let leader: Hands;
let redesign: string;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('a specialist finds the procedure, marks nine fields at once, says why and submits', async () => {
  specialist = await sitDown(desk, SPECIALIST);
  const { page, key, reach, press, write, choose } = specialist;
  await specialist.goTo('Danh mục thủ tục');
  await key('/');
  await page.keyboard.type(CORRECTION_OF_DEGREE);
  await page.getByRole('link', { name: NAME }).waitFor();
  await key('ArrowDown');
  await key('Enter');
  await press(page.getByRole('button', { name: 'Bắt đầu tái cấu trúc' }));
  await page.getByText('36/36 còn khai').first().waitFor();
  redesign = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  await reach(line(page, 'Họ và tên người nộp'));
  await reach(line(page, FIELD), 'ArrowDown');
  for (let more = 0; more < 8; more += 1) await key('Shift+ArrowDown');
  await key('b');
  await page.getByText('27/36 còn khai').first().waitFor();
  await choose(panel(page).getByLabel(/^Căn cứ/), /Không cần|cần thiết/u);
  await write(panel(page).getByLabel(/^Lý do/), 'Không dùng khi chỉnh sửa (minh họa).');
  await choose(panel(page).getByLabel(/^Thẩm quyền/), /^Quyết định/);
  await saved(page);
  await submit();
  expect(await stored(page, redesign)).toMatchObject({ state: 'submitted', frozen: { number: 1, before: 36, after: 27 } });
});

test('the reviewer comments on a field and returns it', async () => {
  reviewer = await sitDown(desk, REVIEWER);
  const { page, key, reach, press } = reviewer;
  await reviewer.goTo('Thẩm định');
  await press(page.getByRole('row', { name: new RegExp(NAME) }).getByRole('link'));
  await page.getByRole('tab', { name: /^Nội dung đơn giản hóa/ }).waitFor();
  await reviewer.turnTo(/^Mẫu trước và sau/);
  await reach(page.getByRole('tabpanel').getByRole('button', { name: /^Góp ý về / }));
  await press(page.getByRole('button', { name: `Góp ý về ${FIELD}` }), 'ArrowDown');
  await reach(page.getByRole('textbox', { name: `Góp ý về ${FIELD}` }));
  await page.keyboard.insertText(COMMENT);
  await key('Control+Enter');
  await page.getByRole('button', { name: `Góp ý về ${FIELD}, 1 đang mở` }).waitFor();
  await press(page.getByRole('button', { name: 'Trả lại…' }));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }));
  await page.getByText('Đã trả lại phương án cho phòng chủ trì.').waitFor();
  await reviewer.kept();
  expect(await comments(page, redesign)).toMatchObject([{ element: 'gioi-tinh-nguoi-nop', text: COMMENT }]);
  expect((await stored(page, redesign)).state).toBe('returned');
});

test('the specialist answers in place, keeps the field after all and submits again', async () => {
  const { page, key, reach, press, write } = specialist;
  await specialist.goTo('Tổng quan');
  await press(page.getByRole('region', { name: 'Chờ bạn' }).getByRole('link', { name: NAME }));
  await page.getByRole('button', { name: '1 góp ý', exact: true }).waitFor();
  await reach(page.locator('[data-row]'));
  await key(']');
  await panel(page).getByText(COMMENT).waitFor();
  await write(panel(page).getByRole('textbox', { name: /^Trả lời góp ý/ }), ANSWER);
  await key('Control+Enter');
  await panel(page).getByText(ANSWER).waitFor();
  await reach(line(page, FIELD), 'Shift+Tab');
  await key('g');
  await page.getByText('28/36 còn khai · cắt 8/36 = 22,22%').first().waitFor();
  await saved(page);
  await submit();
  expect(await stored(page, redesign)).toMatchObject({ state: 'submitted', frozen: { number: 2, after: 28 } });
});

test('the reviewer reads what changed, closes the comment, accepts, bundles and offers', async () => {
  const { page, key, press, tick, reach } = reviewer;
  await reviewer.goTo('Thẩm định');
  await press(page.getByRole('row', { name: new RegExp(NAME) }).getByRole('link'));
  await page.getByRole('tab', { name: /^Nội dung đơn giản hóa/ }).waitFor();
  await reviewer.turnTo(/^Thay đổi so với lần trước/);
  await page.getByRole('row').filter({ hasText: FIELD }).waitFor();
  await press(page.getByRole('button', { name: 'Khép góp ý' }));
  await page.getByText('Không còn góp ý nào đang mở.').waitFor();
  await press(page.getByRole('button', { name: 'Chấp nhận', exact: true }));
  await page.getByText('Đã chấp nhận phương án.').waitFor();
  await reviewer.kept();

  await reviewer.goTo('Tờ trình');
  await press(page.getByRole('button', { name: 'Lập tờ trình…' }));
  await reach(page.getByLabel('Tên tờ trình'));
  await page.keyboard.insertText(TITLE);
  await key('Enter');
  await press(page.getByRole('button', { name: 'Thêm phương án…' }));
  await tick(page.getByRole('dialog').getByLabel('Chọn cả 1 phương án đang hiện'));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Thêm 1 phương án' }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await reviewer.kept();
  await press(page.getByRole('button', { name: 'Trình lãnh đạo ký' }));
  await press(page.getByRole('dialog').getByRole('button', { name: 'Trình lãnh đạo ký' }));
  await page.getByRole('main').getByText('Chờ ký', { exact: true }).waitFor();
  await reviewer.kept();
  expect((await stored(page, redesign)).state).toBe('bundled');
  expect(await comments(page, redesign)).toMatchObject([{ replies: [{ text: ANSWER }], resolved: {} }]);
});

test('the leader signs off', async () => {
  leader = await sitDown(desk, LEADER);
  const { page, press } = leader;
  await press(page.getByRole('region', { name: 'Chờ bạn' }).getByRole('link', { name: TITLE }));
  await press(page.getByRole('button', { name: 'Ký duyệt…' }));
  const signing = page.getByRole('dialog');
  await press(signing.getByRole('button', { name: 'Ký duyệt' }));
  expect(dense(await signing.locator('code').textContent())).toMatch(/^[0-9a-f]{64}$/);
  await press(signing.getByRole('button', { name: 'Xong' }));
  await signing.waitFor({ state: 'detached' });
  await leader.kept();
});

test('the reviewer records a decision in part and puts it into effect', async () => {
  const { page, key, press, write, choose, tick } = reviewer;
  await reviewer.goTo('Tờ trình');
  await press(page.getByRole('link', { name: TITLE }));
  await page.getByRole('tab', { name: 'Quyết định' }).waitFor();
  await reviewer.turnTo(/^Quyết định/);
  await write(page.getByLabel('Số, ký hiệu'), DECISION);
  await write(page.getByLabel('Ngày quyết định'), formatShortDay(dayOf(new Date().toISOString())));
  await key('Tab');
  await choose(page.getByRole('combobox', { name: NAME }), /một phần/);
  await tick(page.getByRole('checkbox', { name: /Ngày sinh người nộp/ }));
  await page.getByText('(7/8)').waitFor();
  await write(page.getByLabel('Lý do chỉ phê duyệt một phần'), 'Cần ngày sinh để tra sổ gốc (minh họa).');
  await press(page.getByRole('button', { name: 'Ghi quyết định' }));
  await press(page.getByRole('button', { name: 'Đưa 1 phương án vào thực thi' }));
  await press(page.getByRole('link', { name: 'phiên bản 2 của thủ tục' }));
  await page.getByText(`Phiên bản 2 thực thi Quyết định số ${DECISION}`).waitFor();
  expect(await stored(page, redesign)).toMatchObject({ state: 'inEffect', decided: { outcome: 'partly' }, effect: { revision: 2 } });
});

/** Freezes and submits what the sheet shows. */
async function submit(): Promise<void> {
  const { page, press } = specialist;
  await press(page.getByRole('button', { name: 'Trình…' }), 'Shift+Tab');
  const dialog = page.getByRole('dialog');
  await press(dialog.getByRole('button', { name: 'Chốt và trình' }));
  await dialog.getByRole('link', { name: 'Mở phương án đã trình' }).waitFor();
  await specialist.key('Escape');
  await dialog.waitFor({ state: 'detached' });
  await specialist.kept();
}
