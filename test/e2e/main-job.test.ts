import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dense, picture, wordText } from './papers.ts';
import { type Desk, openDesk, REVIEWER, SPECIALIST } from './workspace.ts';

const NAME = 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc';
/** What the electronic form asks again, and the field of the applicant that already answers it. */
const ASKED_AGAIN: readonly (readonly [again: RegExp, once: string])[] = [
  [/^Mục 13, Họ và tên chủ văn bằng/, 'Họ và tên người nộp'],
  [/^Mục 17, Số giấy tờ tùy thân của chủ văn bằng/, 'Số giấy tờ tùy thân (CCCD) của người nộp'],
  [/^Mục 18, Ngày sinh chủ văn bằng/, 'Ngày sinh người nộp'],
  [/^Mục 22, Số điện thoại chủ văn bằng/, 'Số điện thoại người nộp'],
  [/^Mục 26, Tôi tên/, 'Họ và tên người nộp'],
  [/^Mục 27, Sinh ngày/, 'Ngày sinh người nộp'],
  [/^Mục 28, Số định danh/, 'Số giấy tờ tùy thân (CCCD) của người nộp'],
  [/^Mục 36, Số điện thoại, E-mail/, 'Số điện thoại người nộp'],
];

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test('a specialist cuts what a form asks three times, passes 20 %, submits; the reviewer sees the percentage and opens the Word file', async () => {
  const page = await desk.signIn(SPECIALIST);

  await page.getByRole('searchbox').fill('ban sao van bang');
  await page.getByRole('link', { name: NAME }).waitFor();
  await picture(page, 'danh-muc');
  await page.getByRole('link', { name: NAME }).first().click();
  await page.getByRole('button', { name: 'Bắt đầu tái cấu trúc' }).click();
  await page.getByText('36/36 còn khai').waitFor();

  const [first, ...others] = ASKED_AGAIN;
  await page.getByRole('button', { name: first?.[0] }).click();
  for (const [again] of others) await page.getByRole('button', { name: again }).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('m');
  const panel = page.getByRole('complementary', { name: /Xử lý mục/ });
  await panel.getByLabel(/^Căn cứ/).selectOption({ label: await optionOf(panel, /Trùng trong hồ sơ/) });
  await panel.getByLabel(/^Lý do/).fill('Người nộp đã khai ở phần I; hỏi lại không thêm thông tin cho việc cấp bản sao.');
  await panel.getByLabel(/^Thẩm quyền/).selectOption({ label: 'Kiến nghị cơ quan ban hành' });
  await panel.getByLabel(/^Sửa tại|^Điểm, khoản/).fill('Phụ lục VI Thông tư số 10/2026/TT-BGDĐT');
  await panel.getByLabel(/^Lộ trình/).fill('2026 - 2027');
  for (const [again, once] of ASKED_AGAIN) {
    await page.getByRole('button', { name: again }).click();
    await panel.getByLabel(/^Gộp vào/).selectOption({ label: await optionOf(panel, once) });
  }

  await page.getByText('28/36 còn khai · cắt 8/36 = 22,22%').first().waitFor();
  await page.getByText('Đạt chỉ tiêu 20%').first().waitFor();
  await page.getByText(/^Đã lưu/).waitFor();
  await picture(page, 'tai-cau-truc');

  await page.getByRole('button', { name: 'Trình…' }).click();
  const dialog = page.getByRole('dialog');
  await picture(page, 'trinh');
  await dialog.getByRole('button', { name: 'Chốt và trình' }).click();
  const hash = await dialog.locator('code').textContent();
  expect(dense(hash)).toMatch(/^[0-9a-f]{64}$/);

  const reviewer = await desk.signIn(REVIEWER, '/tham-dinh');
  const row = reviewer.getByRole('row', { name: new RegExp(NAME) });
  expect(await row.innerText()).toContain('22,22%');
  expect(await row.innerText()).toContain('đạt');
  await row.getByRole('link').first().click();
  await reviewer.getByText('8/36').first().waitFor();
  await picture(reviewer, 'phuong-an');

  const text = await wordText(reviewer, reviewer.getByRole('link', { name: /Word/ }).first());
  expect(text).toContain('PHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH');
  expect(text).toContain('cắt 8/36 = 22,22%');
  expect(text).toContain('Phụ lục VI Thông tư số 10/2026/TT-BGDĐT');
  expect(dense(text)).toContain(dense(hash));
});

/** The whole label of the option that contains a text. */
async function optionOf(panel: ReturnType<Page['getByRole']>, text: string | RegExp): Promise<string> {
  const label = await panel.getByRole('option', { name: text }).first().textContent();
  if (!label) throw new Error(`No option ${text}`);
  return label.trim();
}
