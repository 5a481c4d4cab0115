import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY_OF_DEGREE, CORRECTION_OF_DEGREE, stored } from './acts.ts';
import { type Keyboard, keyboardOf } from './keyboard-acts.ts';
import { comments, propose, removed } from './review-acts.ts';
import { type Desk, openDesk, REVIEWER, SPECIALIST } from './workspace.ts';

let desk: Desk;
let page: Page;
let keys: Keyboard;
let first: string;
let second: string;
beforeAll(async () => {
  desk = await openDesk();
  const specialist = await desk.signIn(SPECIALIST);
  first = await propose(specialist, COPY_OF_DEGREE, [removed('gioi-tinh-nguoi-nop')]);
  second = await propose(specialist, CORRECTION_OF_DEGREE, [removed('gioi-tinh-nguoi-nop'), removed('thong-tin-khac')]);
  page = await desk.signIn(REVIEWER);
  keys = keyboardOf(page);
});
afterAll(() => desk.close());

test('the way of a reviewer goes by keyboard alone: through the queue, a comment on a field, the return, the next one accepted', async () => {
  await page.goto(`${desk.system.origin}/tham-dinh`);
  await page.getByRole('row', { name: /3\.000465/ }).waitFor();
  await keys.tabTo(/^Tỷ lệ cắt/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await keys.tabTo(/^Cấp bản sao văn bằng/);
  expect(await keys.press('ArrowDown')).toMatch(/^Chỉnh sửa nội dung/);
  expect(await keys.press('k')).toMatch(/^Cấp bản sao văn bằng/);
  await keys.press(' ');
  await page.getByRole('region', { name: 'Các phương án đang chọn' }).getByText('Đã chọn 1').waitFor();
  await keys.press('x');
  await page.keyboard.press('Enter');

  await page.getByText(/^1\/2$/).waitFor();
  await page.getByRole('tab', { name: /^Nội dung đơn giản hóa/ }).waitFor();
  await keys.tabTo(/^Nội dung đơn giản hóa/);
  expect(await keys.press('ArrowRight')).toBe('Mẫu trước và sau');
  await page.getByRole('button', { name: 'Góp ý về Họ và tên người nộp' }).waitFor();
  await keys.tabTo(/^Góp ý về /);
  for (let step = 0; step < 12 && !/Ngày sinh/.test((await keys.focus()).name); step += 1) await keys.press('ArrowDown');
  expect((await keys.focus()).name).toBe('Góp ý về Ngày sinh người nộp');
  expect(await keys.press('Enter')).toBe('Góp ý về Ngày sinh người nộp');
  await page.keyboard.type('Vì sao vẫn hỏi? j k ] [ u (minh họa)');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Góp ý về Ngày sinh người nộp, 1 đang mở' }).waitFor();
  await keys.tabTo(/^Trả lại…$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Trả lại phương án' }).waitFor();
  await keys.tabTo(/^Trả lại$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Đã trả lại phương án cho phòng chủ trì.').waitFor();
  await expect.poll(async () => (await keys.focus()).name).toBe('Trả lại…');
  expect((await comments(page, first))[0]?.text).toBe('Vì sao vẫn hỏi? j k ] [ u (minh họa)');
  expect((await stored(page, first)).state).toBe('returned');

  await page.keyboard.press(']');
  await page.getByText(/^2\/2$/).waitFor();
  expect(page.url()).toContain(second);
  await page.keyboard.press('c');
  await expect.poll(async () => (await keys.focus()).name).toBe('Góp ý về toàn bộ phương án');
  await keys.tabTo(/^Chấp nhận$/);
  await page.keyboard.press('Enter');
  await page.getByText('Đã chấp nhận phương án.').waitFor();
  expect((await stored(page, second)).state).toBe('accepted');
  expect((await keys.focus()).seen).toBe(true);

  await page.keyboard.press('u');
  await page.getByRole('row', { name: /3\.000466.*Đã chấp nhận/ }).waitFor();
  expect(new URL(page.url()).search).toContain('sap-xep=cut');
});
