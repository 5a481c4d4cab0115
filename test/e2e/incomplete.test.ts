import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY_OF_DEGREE, line, mark, openSheet, panel, pick, saved, send, stored } from './acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

let desk: Desk;
let page: Page;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(SPECIALIST);
  id = await openSheet(page, COPY_OF_DEGREE);
});
afterAll(() => desk.close());

const dialog = () => page.getByRole('dialog', { name: 'Trình phương án' });
const openSubmission = async () => {
  await page.getByRole('button', { name: 'Trình…' }).click();
  await dialog().waitFor();
};

test('a field on which others depend is not cut alone; its dependants are named, and go with it when one says so', async () => {
  await mark(page, 'Loại chủ hồ sơ', 'b');
  const refusal = panel(page).getByRole('alert');
  expect(await refusal.innerText()).toMatch(/“Loại chủ hồ sơ” chưa thể rời mẫu .*“Tên tổ chức”, “Mã số thuế của tổ chức”/);
  expect(await page.getByText('36/36 còn khai').first().isVisible()).toBe(true);
  await refusal.getByRole('button', { name: 'Mã số thuế của tổ chức' }).click();
  expect(await line(page, 'Mã số thuế của tổ chức').getAttribute('aria-current')).toBe('true');

  await mark(page, 'Loại chủ hồ sơ', 'b');
  await refusal.getByRole('button', { name: 'Bỏ cả 2 mục phụ thuộc' }).click();
  await refusal.waitFor({ state: 'detached' });
  await saved(page);
  const { marks } = await stored(page, id);
  expect(Object.keys(marks).toSorted()).toEqual(['loai-chu-ho-so', 'ma-so-thue', 'ten-to-chuc']);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('36/36 còn khai').first().waitFor();
});

test('what lacks its ground or reason is not submitted; each gap is listed and leads to the box that fills it', async () => {
  await mark(page, 'Giới tính người nộp', 'b');
  await mark(page, 'Ngày sinh người nộp', 'k');
  await openSubmission();
  expect(await dialog().getByRole('button', { name: 'Chốt và trình' }).isDisabled()).toBe(true);
  const [first, second] = await dialog().getByRole('listitem').allInnerTexts();
  expect(first).toBe('Giới tính người nộp: thiếu căn cứ, thiếu lý do, thiếu thẩm quyền');
  expect(second).toMatch(/^Ngày sinh người nộp: thiếu nguồn/);

  await dialog().getByRole('button', { name: 'thiếu lý do' }).first().click();
  const reason = panel(page).getByLabel(/^Lý do/);
  await expect.poll(() => reason.evaluate((box) => box === document.activeElement)).toBe(true);
  await page.keyboard.type('Không dùng khi cấp bản sao.');
  await openSubmission();
  await dialog().getByRole('button', { name: 'thiếu nguồn' }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[data-panel]') !== null)).toBe(true);
  expect(await line(page, 'Ngày sinh người nộp').getAttribute('aria-current')).toBe('true');
});

test('the server refuses an incomplete submission by itself, place by place', async () => {
  await saved(page);
  const { version } = await stored(page, id);
  const answer = await send(page, `/api/redesigns/${id}/submit`, undefined, version);
  expect(answer.status()).toBe(422);
  const { type, gaps } = (await answer.json()) as { type: string; gaps: { element: string; missing: string }[] };
  expect(type).toBe('/problems/incomplete');
  expect(gaps.filter(({ element }) => element === 'gioi-tinh-nguoi-nop').map(({ missing }) => missing)).toEqual(['ground', 'authority']);
});

test('as soon as the last gap is filled it can be submitted', async () => {
  await mark(page, 'Ngày sinh người nộp', 'g');
  await line(page, 'Giới tính người nộp').click();
  await pick(panel(page).getByLabel(/^Căn cứ/), /Trùng|cần thiết/i);
  await panel(page)
    .getByLabel(/^Thẩm quyền/)
    .selectOption({ label: 'Quyết định (thuộc thẩm quyền tỉnh)' });
  await openSubmission();
  await dialog().getByRole('button', { name: 'Chốt và trình' }).click();
  await page.getByRole('dialog', { name: 'Đã trình' }).getByText('Phương án số 1').waitFor();
  expect((await stored(page, id)).state).toBe('submitted');
});
