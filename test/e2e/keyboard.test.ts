import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { line, saved, stored } from './acts.ts';
import { type Keyboard, keyboardOf } from './keyboard-acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

let desk: Desk;
let page: Page;
let keys: Keyboard;
beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(SPECIALIST);
  keys = keyboardOf(page);
});
afterAll(() => desk.close());

test('a redesign goes by keyboard alone, from the search to the reason of a mark, and the focus is never lost', async () => {
  await keys.press('/');
  await page.keyboard.type('ban sao van bang');
  await page.getByText('1 / ').waitFor();
  expect(await keys.press('ArrowDown')).toBe('Cấp bản sao văn bằng, chứng chỉ từ sổ gốc');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bắt đầu tái cấu trúc' }).waitFor();
  await keys.tabTo(/^Bắt đầu tái cấu trúc$/);
  await page.keyboard.press('Enter');
  await page.getByText('36/36 còn khai').waitFor();
  const id = page.url().split('/').at(-1) ?? '';

  await keys.tabTo(/^Mục 1, Họ và tên người nộp/);
  expect(await keys.press('ArrowDown', 'j', 'b')).toMatch(/^Mục 3, Giới tính người nộp, .*Bỏ hẳn, thiếu căn cứ/);
  expect(await keys.press('ArrowDown', 'k')).toMatch(/^Mục 4, Ngày sinh người nộp, .*Khai thác dữ liệu/);
  expect(await keys.press('ArrowDown', 't')).toMatch(/^Mục 5, .*, Tùy chọn/);
  expect(await keys.press('ArrowDown', 'm')).toMatch(/^Mục 6, .*, Gộp/);
  await page.getByText('33/36 còn khai').first().waitFor();
  expect(await keys.press('ArrowUp', 'g')).toMatch(/^Mục 5, .*, Giữ$/);
  expect(await keys.press('Control+z')).toMatch(/^Mục 5, .*, Tùy chọn/);
  expect(await keys.press('Control+y')).toMatch(/^Mục 5, .*, Giữ$/);
  expect(await keys.press('Shift+ArrowDown', 'Shift+ArrowDown', 'b')).toMatch(/^Mục 7, .*, Bỏ hẳn/);
  expect(await keys.press('Escape', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')).toMatch(/^Mục 3, /);

  expect(await keys.press('Enter')).toBe('textarea');
  await page.keyboard.type('Không dùng khi cấp bản sao (b k m t).');
  expect(await keys.press('Escape')).toMatch(/^Mục 3, Giới tính người nộp, .*Bỏ hẳn/);
  await saved(page);
  const { marks } = await stored(page, id);
  expect(marks['gioi-tinh-nguoi-nop']).toEqual({ treatment: 'remove', reason: 'Không dùng khi cấp bản sao (b k m t).' });
  expect(Object.values(marks).map(({ treatment }) => treatment)).toEqual(expect.arrayContaining(['remove', 'retrieve']));
});

test('dialogs open, hold the focus, close with Escape and give it back', async () => {
  await line(page, 'Giới tính người nộp').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
  await keys.press('Tab', 'Tab', 'Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  expect(await keys.press('Escape')).toMatch(/^Mục 3, /);

  await keys.tabTo(/^Trình…$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Trình phương án' }).waitFor();
  await keys.tabTo(/^thiếu căn cứ$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('select');
  expect((await keys.focus()).seen).toBe(true);

  await keys.tabTo(/^Trình…$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Trình phương án' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => (await keys.focus()).name).toBe('Trình…');
});
