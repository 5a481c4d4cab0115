// What is no field changes as well: papers, ways to file with their times and fees, steps. Done by hand, then read on the screen and in Word.
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CORRECTION_OF_DEGREE, mark, openSheet, panel, pick, saved, showSheet, stored } from './acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

const DEGREE = 'Văn bằng, chứng chỉ đề nghị chỉnh sửa';
const BIRTH = 'Giấy khai sinh';
const STEP =
  'Người đề nghị khai trên cổng dịch vụ công trực tuyến, nộp trực tiếp hoặc gửi qua bưu chính 01 bộ hồ sơ cho cơ quan có thẩm quyền chỉnh sửa.';
const NEW_STEP = 'Người đề nghị khai trên cổng dịch vụ công trực tuyến hoặc nộp trực tiếp 01 bộ hồ sơ.';
const CLAUSE = 'điểm b khoản 3 Điều 15 Thông tư số 10/2026/TT-BGDĐT';
const SENTENCES = [
  `Sửa thành phần hồ sơ “${DEGREE}”. Hiện nay: Bản chính: 1; bản sao: 0. Sau đơn giản hóa: Bản chính: 0; bản sao: 1.`,
  'Bỏ cách thức thực hiện “Dịch vụ bưu chính”.',
  'Sửa cách thức thực hiện “Trực tuyến”. Hiện nay: Thời hạn: 3 ngày làm việc; Phí, lệ phí: Chưa có thông tin. Sau đơn giản hóa: Thời hạn: 2 ngày làm việc; Phí: 20.000 đồng.',
  `Sửa bước 1. Hiện nay: ${STEP} Sau đơn giản hóa: ${NEW_STEP}`,
  `Bỏ thành phần hồ sơ “${BIRTH}”.`,
];

let desk: Desk;
let page: Page;
let redesign: string;
beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(SPECIALIST);
  redesign = await openSheet(page, CORRECTION_OF_DEGREE);
});
afterAll(() => desk.close());

const openTab = (name: RegExp) => page.getByRole('tab', { name }).click();
const fill = (label: RegExp, text: string) => panel(page).getByLabel(label).fill(text);
const markOf = async (element: string) => (await stored(page, redesign)).marks[element];

/** Ground, reason and authority, as the panel asks them. */
async function justify(reason: string, authority: 'decide' | 'recommend' = 'decide'): Promise<void> {
  await pick(panel(page).getByLabel(/^Căn cứ/), /Không cần thiết/);
  await fill(/^Lý do/, reason);
  await pick(panel(page).getByLabel(/^Thẩm quyền/), authority === 'decide' ? /^Quyết định/ : /^Kiến nghị/);
  if (authority === 'decide') return;
  await fill(/^Sửa tại/, CLAUSE);
  await fill(/^Lộ trình/, '2026 - 2027');
}

async function wordText(): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Word/ }).first().click()]);
  const document = unzipSync(await readFile(await download.path()))['word/document.xml'];
  return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
}

describe('what is no field', () => {
  test('a paper gets other numbers of originals and copies, another paper goes', async () => {
    await openTab(/^Giấy tờ/);
    await mark(page, DEGREE, 's');
    await fill(/^Số bản chính/, '0');
    await fill(/^Số bản sao/, '1');
    await justify('Bản sao đủ để đối chiếu (minh họa).');
    await mark(page, BIRTH, 'b');
    await justify('Dữ liệu đã có nơi cơ quan giải quyết (minh họa).', 'recommend');
    await saved(page);
    expect((await markOf('giay-to-02'))?.values).toEqual({ originals: 0, copies: 1 });
    expect(await markOf('giay-to-04')).toMatchObject({ treatment: 'remove', authority: 'recommend', amends: CLAUSE });
    expect(await page.getByRole('tab', { name: /^Giấy tờ/ }).innerText()).toContain('3');
  });

  test('a way to file gets another time and a fee, another way goes', async () => {
    await openTab(/^Cách nộp/);
    await mark(page, 'Trực tuyến', 's');
    await fill(/^Thời hạn mới/, '2');
    await panel(page).getByRole('button', { name: 'Sửa phí, lệ phí' }).click();
    await fill(/^Mức mới/, '20.000');
    await justify('Hồ sơ điện tử xử lý nhanh hơn (minh họa).');
    await mark(page, 'Dịch vụ bưu chính', 'b');
    await justify('Không còn hồ sơ nộp theo cách này (minh họa).');
    await saved(page);
    expect((await markOf('truc-tuyen'))?.values).toEqual({
      processingTime: { text: '2 ngày làm việc', amount: 2, unit: 'workingDay' },
      fees: [{ label: 'Phí', amount: 20_000 }],
    });
  });

  test('a step gets another text, begun from the present one; undo takes back the last act only', async () => {
    await openTab(/^Trình tự/);
    await mark(page, STEP, 's');
    await panel(page).getByRole('button', { name: 'Lấy nội dung nay để sửa' }).click();
    expect(await panel(page).getByLabel('Nội dung mới').inputValue()).toBe(STEP);
    await fill(/^Nội dung mới/, NEW_STEP);
    await justify('Theo cách nộp mới (minh họa).');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await panel(page).getByText('cần chọn').waitFor();
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await saved(page);
    expect(await markOf('buoc-01')).toMatchObject({ values: { text: NEW_STEP }, authority: 'decide' });
  });

  test('all of it is there after a reload', async () => {
    await showSheet(page, redesign);
    await page.getByText('5 chưa trình').first().waitFor();
    await openTab(/^Cách nộp/);
    const offered = page.getByText(/^Đề nghị:/).first();
    expect(await offered.innerText()).toBe('Đề nghị: thời hạn 2 ngày làm việc; Phí: 20.000 đồng');
  });

  test('the proposal says it in the words that Word prints, the recommendation apart from the decisions', async () => {
    await page.getByRole('button', { name: 'Trình…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Chốt và trình' }).click();
    await dialog.getByRole('link', { name: 'Mở phương án đã trình' }).click();
    const content = page.getByRole('tabpanel');
    await content.getByRole('heading', { name: /^Kiến nghị cơ quan có thẩm quyền/ }).waitFor();
    expect(await content.getByRole('listitem').getByRole('paragraph').allInnerTexts()).toEqual(SENTENCES);
    const word = await wordText();
    for (const sentence of SENTENCES) expect(word).toContain(sentence);
    const recommended = word.slice(word.indexOf('3.2. Kiến nghị cơ quan'), word.indexOf('4. Bảng so sánh'));
    expect(recommended).toContain(`Sửa đổi, bổ sung ${CLAUSE}. Áp dụng đối với: “${BIRTH}”. Lộ trình thực hiện: 2026 - 2027.`);
    expect(recommended).not.toContain('Dịch vụ bưu chính');
  });
});
