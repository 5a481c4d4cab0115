import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmbeddedStore, type EmbeddedStore } from '../support/embedded-store.ts';
import { COPY_OF_DEGREE, CORRECTION_OF_DEGREE, edit, line, mark, NEW_DEGREE_PAPER, panel, saved, showSheet, stored } from './acts.ts';
import { publishNext } from './publish-next.ts';
import { begin, enter, removed } from './review-acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

const COLLEAGUE = 'Phạm Thị Dung (minh họa)';

let store: EmbeddedStore;
let desk: Desk;
let mine: Page;
let theirs: Page;
beforeAll(async () => {
  store = await startEmbeddedStore();
  desk = await openDesk({ DYNAMODB_ENDPOINT: store.endpoint });
  const admin = await desk.signIn('Người quản trị (minh họa)');
  mine = await desk.signIn(SPECIALIST);
  await enter(admin, { name: COLLEAGUE, email: 'dung@minh-hoa.example', role: 'specialist', office: 'quan-ly-chat-luong' });
  theirs = await desk.signIn(COLLEAGUE);
});
afterAll(async () => {
  await desk.close();
  await store.stop();
});

const treatment = async (redesign: string, field: string) => (await stored(mine, redesign)).marks[field]?.treatment;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const label = (page: Page, field: string) => line(page, field).getAttribute('aria-label');

test('a take-over waits for the answer and for the save; nothing typed is lost, and the one who handed over only looks until it comes back', async () => {
  const id = await begin(mine, COPY_OF_DEGREE);
  await showSheet(mine, id);
  await mark(mine, 'Giới tính người nộp', 'b');
  await saved(mine);
  await showSheet(theirs, id);
  await theirs.getByText(`${SPECIALIST} đang sửa bản này.`).waitFor();
  await mine.getByText(`Đang mở: ${COLLEAGUE}, Phòng Quản lý chất lượng (minh họa) (đang xem)`).waitFor({ state: 'attached' });

  // What is marked last cannot be saved for now.
  await mine.route('**/edits', (route) => route.abort());
  await mark(mine, 'Ngày sinh người nộp', 'b');
  await mine.getByText(/^Chưa lưu từ/).waitFor();
  await button(theirs, 'Xin bàn giao').click();
  await theirs.getByText(/^Đã hỏi/).waitFor();
  await button(mine, 'Bàn giao').click();
  await mine.getByText('Chưa bàn giao: còn thay đổi chưa lưu được.').waitFor();
  expect(await label(mine, 'Ngày sinh người nộp')).toContain('Bỏ hẳn');
  expect(await theirs.getByText('đã lưu và bàn giao').count()).toBe(0);

  await mine.unroute('**/edits');
  await button(mine, 'Bàn giao').click();
  await theirs.getByText(`${SPECIALIST} đã lưu và bàn giao cho bạn`).waitFor();
  expect(await treatment(id, 'ngay-sinh-nguoi-nop')).toBe('remove');
  expect(await label(theirs, 'Ngày sinh người nộp')).toContain('Bỏ hẳn');

  await line(mine, 'Thông tin khác').click();
  await mine.keyboard.press('b');
  expect(await panel(mine).getByRole('button', { name: 'Bỏ hẳn' }).isDisabled()).toBe(true);
  expect(await label(mine, 'Thông tin khác')).not.toContain('Bỏ hẳn');
  await mark(theirs, 'Thông tin khác', 't');
  await saved(theirs);
  await expect.poll(() => label(mine, 'Thông tin khác'), { timeout: 20_000 }).toContain('Tùy chọn');

  await button(mine, 'Lấy lại quyền sửa').click();
  await button(theirs, 'Bàn giao').click();
  await mine.getByText(`${COLLEAGUE} đã lưu và bàn giao cho bạn`).waitFor();
  await mark(mine, 'Số điện thoại người nộp', 't');
  await saved(mine);
  expect(await treatment(id, 'dien-thoai-nguoi-nop')).toBe('makeOptional');
});

test('without an answer nothing happens but a calm sentence, and both may go on', async () => {
  const id = await begin(mine, CORRECTION_OF_DEGREE);
  await showSheet(mine, id);
  await mark(mine, 'Giới tính người nộp', 'b');
  await saved(mine);
  await showSheet(theirs, id);
  await button(theirs, 'Xin bàn giao').click();
  await button(mine, 'Để sau').click();
  await theirs.getByText(`${SPECIALIST} chưa trả lời.`).waitFor({ timeout: 60_000 });
  await mark(mine, 'Thông tin khác', 't');
  await mark(theirs, 'Ngày sinh người nộp', 'k');
  await Promise.all([saved(mine), saved(theirs)]);
  expect(Object.keys((await stored(mine, id)).marks).toSorted()).toEqual(['gioi-tinh-nguoi-nop', 'ngay-sinh-nguoi-nop', 'thong-tin-khac']);
});

test('the history leads back to an earlier point, after showing what would change, and on again', async () => {
  const id = await begin(mine, NEW_DEGREE_PAPER);
  await edit(mine, id, [removed('gioi-tinh-nguoi-nop')]);
  await edit(mine, id, [removed('ngay-sinh-nguoi-nop'), removed('thong-tin-khac')]);
  await showSheet(mine, id);
  await mine.getByRole('tab', { name: 'Lịch sử' }).click();
  const point = mine.getByRole('listitem').filter({ hasText: 'Giới tính người nộp: Bỏ hẳn' });
  await point.getByRole('button', { name: 'Đưa về lúc này…' }).click();
  const dialog = mine.getByRole('dialog');
  const text = await dialog.innerText();
  expect(text).toContain('2 mục sẽ trở về như khi đó');
  expect(text).toContain('Ngày sinh người nộp: Bỏ hẳn, thành Giữ.');
  await dialog.getByRole('button', { name: 'Giữ như bây giờ' }).click();
  expect(Object.keys((await stored(mine, id)).marks)).toHaveLength(3);

  await point.getByRole('button', { name: 'Đưa về lúc này…' }).click();
  await dialog.getByRole('button', { name: 'Đưa về lúc đó' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(Object.keys((await stored(mine, id)).marks)).toEqual(['gioi-tinh-nguoi-nop']);
  await mine.getByText('Đưa bản soạn về một thời điểm trước').waitFor();

  await mine
    .getByRole('listitem')
    .filter({ hasText: 'Ngày sinh người nộp: Bỏ hẳn' })
    .getByRole('button', { name: 'Đưa về lúc này…' })
    .click();
  await dialog.getByRole('button', { name: 'Đưa về lúc đó' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(Object.keys((await stored(mine, id)).marks)).toHaveLength(3);
  await mine.getByRole('tab', { name: /^Biểu mẫu/ }).click();
  expect(await label(mine, 'Ngày sinh người nộp')).toContain('Bỏ hẳn');
});

test('a redesign whose definition has moved on says so and is carried over mark by mark; what is left or lost is told', async () => {
  const id = await begin(mine, NEW_DEGREE_PAPER);
  const { revision } = await stored(mine, id);
  await publishNext(store.endpoint, NEW_DEGREE_PAPER, (procedure) => ({
    ...procedure,
    forms: procedure.forms.map((form) => ({ ...form, fields: form.fields.filter((field) => field.id !== 'thong-tin-khac') })),
  }));
  await showSheet(mine, id);
  await mine.getByText(`Thủ tục đã có phiên bản ${revision + 1}`).waitFor();
  await button(mine, 'Chuyển sang phiên bản mới…').click();
  const dialog = mine.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Ngày sinh người nộp/ }).uncheck();
  expect(await dialog.innerText()).toMatch(/Không mang sang được 1 mục\s+Thông tin khác\s+Phiên bản mới không còn “Thông tin khác”/u);
  await dialog.getByRole('button', { name: 'Chuyển sang phiên bản mới' }).click();
  await dialog.getByText('Đã mang sang 1 mục, để lại 1 mục theo lựa chọn.').waitFor();
  await dialog.getByRole('button', { name: 'Mở bản trên phiên bản mới' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await stored(mine, id)).toMatchObject({ revision: revision + 1, marks: { 'gioi-tinh-nguoi-nop': { treatment: 'remove' } } });
  await expect.poll(() => line(mine, 'Thông tin khác').count()).toBe(0);
  expect(await label(mine, 'Ngày sinh người nộp')).toContain('Giữ');
  await mark(mine, 'Ngày sinh người nộp', 'k');
  await saved(mine);
});
