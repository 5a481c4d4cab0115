import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  COPY_OF_DEGREE,
  CORRECTION_OF_DEGREE,
  line,
  mark,
  NEW_DEGREE_PAPER,
  openSheet,
  panel,
  saved,
  showSheet,
  stateLine,
  stored,
} from './acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const unsaved = (page: Page, why: string) =>
  page
    .getByRole('status')
    .getByText(new RegExp(`^Chưa lưu từ .*${why}`))
    .waitFor();
const SAVING = '**/api/redesigns/*/edits';

test('what is marked offline is shown as not saved, outlives the page, and is saved when the connection is back', async () => {
  const page = await desk.signIn(SPECIALIST);
  const context = page.context();
  const id = await openSheet(page, COPY_OF_DEGREE);
  await context.setOffline(true);
  await mark(page, 'Giới tính người nộp', 'b');
  await unsaved(page, 'mất kết nối');
  await panel(page)
    .getByLabel(/^Lý do/)
    .fill('Không dùng khi cấp bản sao.');
  expect(await stateLine(page)).toMatch(/^Chưa lưu/);
  expect((await stored(page, id)).marks).toEqual({});

  const next = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  await next.goto(desk.system.origin);
  await showSheet(next, id);
  await saved(next);
  expect((await stored(next, id)).marks).toEqual({ 'gioi-tinh-nguoi-nop': { treatment: 'remove', reason: 'Không dùng khi cấp bản sao.' } });
});

test('what the server did not take survives a reload and goes out by itself later', async () => {
  const page = await desk.signIn(SPECIALIST);
  page.on('dialog', (dialog) => void dialog.accept());
  const id = await openSheet(page, CORRECTION_OF_DEGREE);
  await page.route(SAVING, (route) => route.abort());
  await mark(page, 'Giới tính người nộp', 'b');
  await mark(page, 'Thông tin khác', 't');
  await unsaved(page, 'mất kết nối');
  await page.reload();
  await unsaved(page, 'mất kết nối');
  expect(await line(page, 'Giới tính người nộp').getAttribute('aria-label')).toContain('Bỏ hẳn');
  expect(await line(page, 'Thông tin khác').getAttribute('aria-label')).toContain('Tùy chọn');

  await page.unroute(SAVING);
  await saved(page);
  expect(Object.keys((await stored(page, id)).marks).toSorted()).toEqual(['gioi-tinh-nguoi-nop', 'thong-tin-khac']);
});

test('a session that has ended keeps what is typed and lets one sign in again', async () => {
  const page = await desk.signIn(SPECIALIST);
  const id = await openSheet(page, NEW_DEGREE_PAPER);
  await mark(page, 'Giới tính người nộp', 'b');
  await saved(page);
  await page.context().clearCookies();
  const reason = panel(page).getByLabel(/^Lý do/);
  await reason.fill('Giới tính không in trên bản sao.');
  await unsaved(page, 'phiên làm việc đã hết');
  expect(await reason.inputValue()).toBe('Giới tính không in trên bản sao.');

  const [signIn] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Đăng nhập ở thẻ mới' }).first().click()]);
  await signIn.getByRole('button', { name: SPECIALIST }).click();
  await signIn.getByRole('heading', { name: 'Chỉ tiêu của kế hoạch' }).waitFor();
  await page.getByRole('button', { name: 'Tôi đã đăng nhập' }).click();
  await saved(page);
  expect((await stored(page, id)).marks).toEqual({
    'gioi-tinh-nguoi-nop': { treatment: 'remove', reason: 'Giới tính không in trên bản sao.' },
  });
});
