import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY_OF_DEGREE, openSheet, panel, pick, saved, send, stored } from './acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

const MARKUP = '<img src=x onerror="document.title=1"> & <b>đậm</b> (minh họa)';
/** As a Mac writes it: letters and their accents apart. */
const APART = 'Nơi ở hiện nay của học sinh (minh họa)'.normalize('NFD');
const LONG = 'Mô tả rất dài '.repeat(142).padEnd(2000, 'ạ');
const TURNED = 'Mã \u202Ehồ sơ (minh họa)';

let desk: Desk;
let page: Page;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(SPECIALIST);
  id = await openSheet(page, COPY_OF_DEGREE);
});
afterAll(() => desk.close());

async function addField(label: string): Promise<void> {
  await page.getByRole('button', { name: '+ Thêm trường vào mẫu này' }).click();
  await panel(page).getByLabel('Tên trường').fill(label);
  expect(await panel(page).getByText('Đã bỏ ký tự ẩn U+202E').count()).toBe(label.includes('\u202E') ? 1 : 0);
  await panel(page)
    .getByLabel(/^Lý do/)
    .fill(`Cần để trả kết quả: ${label.slice(0, 60)}`);
  await panel(page)
    .getByLabel(/^Thẩm quyền/)
    .selectOption({ label: 'Quyết định (thuộc thẩm quyền tỉnh)' });
  await pick(panel(page).getByLabel(/^Căn cứ/), /cần thiết/i);
  await panel(page).getByRole('button', { name: 'Thêm vào mẫu' }).click();
  await saved(page);
}

const labels = async () => (await stored(page, id)).added.map(({ field }) => field.label);

test.for([
  ['markup', MARKUP],
  ['accents apart from their letters', APART],
  ['2,000 characters', LONG],
] as const)('a new field with %s is shown and kept as the text that it is', async ([, label]) => {
  const whole = label.normalize('NFC').trim();
  await addField(label);
  expect(await labels()).toContain(whole);
  const shown = page.getByText(whole, { exact: true });
  await shown.first().waitFor();
  expect(await page.locator('main img').count()).toBe(0);
  expect(await page.title()).toMatch(/^Tái cấu trúc/);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('a hidden character that turns the reading direction goes no further than the box; every letter typed stays', async () => {
  await addField(TURNED);
  expect(await labels()).toContain('Mã hồ sơ (minh họa)');
  expect((await labels()).join('')).not.toContain('\u202E');
});

test('the server itself refuses such a character, names it and tells where it stands', async () => {
  const field = { id: 'moi-bi-xoay', label: TURNED, kind: 'text', requirement: 'required', whose: 'applicant', filledBy: 'applicant' };
  const added = { form: 'phieu-van-bang-bm04', field };
  const before = await stored(page, id);
  const answer = await send(page, `/api/redesigns/${id}/edits`, { edits: [{ kind: 'addField', added }] }, before.version);
  expect(answer.status()).toBe(422);
  const { issues } = (await answer.json()) as { issues: { path: string; message: string }[] };
  expect(issues.map(({ path }) => path)).toEqual(['edits[0].added.field.label']);
  expect(issues[0]?.message).toContain('ký tự ẩn U+202E ở vị trí 4');
  expect(await stored(page, id)).toEqual(before);
});

test('the exported Word file shows the same letters', async () => {
  await page.getByRole('button', { name: 'Trình…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Chốt và trình' }).click();
  await dialog.getByRole('link', { name: 'Mở phương án đã trình' }).click();
  await page.getByRole('link', { name: /Word/ }).waitFor();
  // A sentence quotes only the beginning of a long label.
  for (const label of [MARKUP, APART, LONG]) await page.getByText(label.normalize('NFC').slice(0, 50)).first().waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Word/ }).click()]);
  const document = strFromU8(unzipSync(await readFile(await download.path()))['word/document.xml'] ?? new Uint8Array());
  const text = unescaped(document.replaceAll(/<[^>]+>/g, ''));
  for (const label of [MARKUP, APART, LONG]) expect(text).toContain(label.normalize('NFC').trim());
});

/** The text of XML: its five entities as what they stand for. */
function unescaped(xml: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
  return xml.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
}
