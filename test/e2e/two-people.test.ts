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
  send,
  stateLine,
  stored,
} from './acts.ts';
import { type Desk, openDesk, OTHER_SPECIALIST, SPECIALIST } from './workspace.ts';

let desk: Desk;
let mine: Page;
let theirs: Page;
beforeAll(async () => {
  desk = await openDesk();
  [mine, theirs] = await Promise.all([desk.signIn(SPECIALIST), desk.signIn(SPECIALIST)]);
});
afterAll(() => desk.close());

/** Both have the same sheet open, as it was before either touched it. */
async function openTogether(procedure: string): Promise<string> {
  const id = await openSheet(mine, procedure);
  await openSheet(theirs, procedure);
  return id;
}

const treatments = async (redesign: string) =>
  Object.fromEntries(Object.entries((await stored(mine, redesign)).marks).map(([id, { treatment }]) => [id, treatment]));

test('marks of two people on different fields come together by themselves, and nobody is asked', async () => {
  const id = await openTogether(COPY_OF_DEGREE);
  await mark(mine, 'Giới tính người nộp', 'b');
  await saved(mine);
  await mark(theirs, 'Ngày sinh người nộp', 'k');
  await saved(theirs);
  await mark(mine, 'Thông tin khác', 't');
  await saved(mine);

  expect(await treatments(id)).toEqual({
    'gioi-tinh-nguoi-nop': 'remove',
    'ngay-sinh-nguoi-nop': 'retrieve',
    'thong-tin-khac': 'makeOptional',
  });
  for (const page of [mine, theirs]) {
    expect(await line(page, 'Giới tính người nộp').getAttribute('aria-label')).toContain('Bỏ hẳn');
    expect(await line(page, 'Ngày sinh người nộp').getAttribute('aria-label')).toContain('Khai thác dữ liệu');
    expect(await page.getByText('34/36 còn khai').first().isVisible()).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Chọn…' }).count()).toBe(0);
  }
});

test.for([
  { choice: 'Giữ bản của tôi', kept: 'retrieve', shown: 'Khai thác dữ liệu', procedure: CORRECTION_OF_DEGREE },
  { choice: 'Giữ bản trên máy chủ', kept: 'remove', shown: 'Bỏ hẳn', procedure: NEW_DEGREE_PAPER },
])('on the same field the later one is asked, and “$choice” leaves exactly that', async ({ choice, kept, shown, procedure }) => {
  const id = await openTogether(procedure);
  await mark(theirs, 'Giới tính người nộp', 'b');
  await saved(theirs);
  await mark(mine, 'Giới tính người nộp', 'k');
  const choose = mine.getByRole('button', { name: 'Chọn…' });
  await choose.waitFor();
  expect(await stateLine(mine)).toMatch(/^Chưa lưu 1 mục từ .* — người khác cũng vừa sửa/);
  await choose.click();

  const dialog = mine.getByRole('dialog', { name: 'Hai người cùng sửa một mục' });
  const text = await dialog.innerText();
  expect(text).toContain('Giới tính người nộp');
  expect(text).toMatch(/Của bạn\s+Khai thác dữ liệu/);
  expect(text).toMatch(new RegExp(`${SPECIALIST.replaceAll(/[()]/g, '.')}, \\d\\d:\\d\\d \\d\\d/\\d\\d/\\d{4}\\s+Bỏ hẳn`));
  await dialog.getByRole('button', { name: choice }).click();
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await saved(mine);

  expect(await treatments(id)).toEqual({ 'gioi-tinh-nguoi-nop': kept });
  expect(await line(mine, 'Giới tính người nộp').getAttribute('aria-label')).toContain(shown);
});

test('another office reads the sheet and is told why it may do no more; its attempt stands in the history', async () => {
  const id = await openSheet(mine, COPY_OF_DEGREE);
  const before = await stored(mine, id);
  const stranger = await desk.signIn(OTHER_SPECIALIST, `/tai-cau-truc/${id}`);
  await line(stranger, 'Họ và tên người nộp').click();
  const reason = await panel(stranger)
    .getByText(/Phòng Quản lý chất lượng/)
    .innerText();
  await stranger.keyboard.press('b');
  expect(await panel(stranger).getByRole('button', { name: 'Bỏ hẳn' }).isDisabled()).toBe(true);
  expect(await stranger.getByRole('button', { name: 'Trình…' }).isDisabled()).toBe(true);

  const edits = [{ kind: 'unmark', element: 'gioi-tinh-nguoi-nop' }];
  const answer = await send(stranger, `/api/redesigns/${id}/edits`, { edits }, before.version);
  expect(answer.status()).toBe(403);
  expect(answer.headers()['content-type']).toMatch(/^application\/problem\+json/);
  expect(await stored(mine, id)).toEqual(before);

  await mine.getByRole('tab', { name: 'Lịch sử' }).click();
  const refusal = mine.getByRole('listitem').filter({ hasText: OTHER_SPECIALIST }).filter({ hasText: 'Không được:' });
  expect(await refusal.first().innerText()).toContain(reason);
});
