import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { line, saved, stored } from './acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(SPECIALIST);
});
afterAll(() => desk.close());

/** What has the focus: its name, and whether one sees that it does. */
function focus(): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const ring = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
    return {
      name: element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.localName),
      seen: element !== document.body && ring && inView,
    };
  });
}

/** Presses keys one after another; after each the focus must be somewhere, and seen. Returns the name of where it is. */
async function press(...keys: string[]): Promise<string> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expect.poll(focus, { interval: 20, message: `after ${key}` }).toMatchObject({ seen: true });
  }
  return (await focus()).name;
}

/** Goes on with Tab until the focus is on what is wanted. */
async function tabTo(wanted: RegExp, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 60; step += 1) if (wanted.test(await press(key))) return;
  throw new Error(`${wanted} cannot be reached with ${key}`);
}

test('a redesign goes by keyboard alone, from the search to the reason of a mark, and the focus is never lost', async () => {
  await press('/');
  await page.keyboard.type('ban sao van bang');
  await page.getByText('1 / ').waitFor();
  expect(await press('ArrowDown')).toBe('Cấp bản sao văn bằng, chứng chỉ từ sổ gốc');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bắt đầu tái cấu trúc' }).waitFor();
  await tabTo(/^Bắt đầu tái cấu trúc$/);
  await page.keyboard.press('Enter');
  await page.getByText('36/36 còn khai').waitFor();
  const id = page.url().split('/').at(-1) ?? '';

  await tabTo(/^Mục 1, Họ và tên người nộp/);
  expect(await press('ArrowDown', 'j', 'b')).toMatch(/^Mục 3, Giới tính người nộp, .*Bỏ hẳn, thiếu căn cứ/);
  expect(await press('ArrowDown', 'k')).toMatch(/^Mục 4, Ngày sinh người nộp, .*Khai thác dữ liệu/);
  expect(await press('ArrowDown', 't')).toMatch(/^Mục 5, .*, Tùy chọn/);
  expect(await press('ArrowDown', 'm')).toMatch(/^Mục 6, .*, Gộp/);
  await page.getByText('33/36 còn khai').first().waitFor();
  expect(await press('ArrowUp', 'g')).toMatch(/^Mục 5, .*, Giữ$/);
  expect(await press('Control+z')).toMatch(/^Mục 5, .*, Tùy chọn/);
  expect(await press('Control+y')).toMatch(/^Mục 5, .*, Giữ$/);
  expect(await press('Shift+ArrowDown', 'Shift+ArrowDown', 'b')).toMatch(/^Mục 7, .*, Bỏ hẳn/);
  expect(await press('Escape', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')).toMatch(/^Mục 3, /);

  expect(await press('Enter')).toBe('textarea');
  await page.keyboard.type('Không dùng khi cấp bản sao (b k m t).');
  expect(await press('Escape')).toMatch(/^Mục 3, Giới tính người nộp, .*Bỏ hẳn/);
  await saved(page);
  const { marks } = await stored(page, id);
  expect(marks['gioi-tinh-nguoi-nop']).toEqual({ treatment: 'remove', reason: 'Không dùng khi cấp bản sao (b k m t).' });
  expect(Object.values(marks).map(({ treatment }) => treatment)).toEqual(expect.arrayContaining(['remove', 'retrieve']));
});

test('dialogs open, hold the focus, close with Escape and give it back', async () => {
  await line(page, 'Giới tính người nộp').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor();
  await press('Tab', 'Tab', 'Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  expect(await press('Escape')).toMatch(/^Mục 3, /);

  await tabTo(/^Trình…$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Trình phương án' }).waitFor();
  await tabTo(/^thiếu căn cứ$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('select');
  expect((await focus()).seen).toBe(true);

  await tabTo(/^Trình…$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Trình phương án' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => (await focus()).name).toBe('Trình…');
});
