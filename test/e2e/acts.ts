// What people do and look at in the browser tests, in their own words: open a sheet, find a line, mark it, read the state line.
import type { Locator, Page } from 'playwright-core';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';

/** The fields of *Cấp bản sao văn bằng, chứng chỉ từ sổ gốc* and its two sisters share one form of 36 declared fields. */
export const COPY_OF_DEGREE = '3.000465';
export const CORRECTION_OF_DEGREE = '3.000466';
export const NEW_DEGREE_PAPER = '2.002850';

/** Begins the redesign of a procedure, or finds the one that is open, and shows its sheet. Returns its id. */
export async function openSheet(page: Page, procedure: string): Promise<string> {
  const answer = await send(page, '/api/redesigns', { procedure });
  const { redesign } = (await answer.json()) as { redesign: Redesign };
  await showSheet(page, redesign.id);
  return redesign.id;
}

export async function showSheet(page: Page, redesign: string): Promise<void> {
  await page.goto(new URL(`/tai-cau-truc/${redesign}`, page.url()).href);
  await page
    .getByText(/còn khai/)
    .first()
    .waitFor();
}

/** The redesign as the server has it. */
export async function stored(page: Page, redesign: string): Promise<Redesign> {
  return (await (await page.request.get(address(page, `/api/redesigns/${redesign}`))).json()) as Redesign;
}

/** Sends JSON as the signed-in person, past the screens; `version` becomes If-Match. */
export function send(page: Page, path: string, data: unknown, version?: number) {
  const { origin } = new URL(page.url());
  const headers = { origin, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
  return page.request.post(origin + path, { data, headers });
}

/** Saves edits past the screens, on whatever version the server has. */
export async function edit(page: Page, redesign: string, edits: readonly Edit[]): Promise<Redesign> {
  const { version } = await stored(page, redesign);
  const answer = await send(page, `/api/redesigns/${redesign}/edits`, { edits }, version);
  if (!answer.ok()) throw new Error(await answer.text());
  return (await answer.json()) as Redesign;
}

/** The line of a field, by its whole label. */
export function line(page: Page, label: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^(?:Mục \\d+, )?${escaped(label)}, `) });
}

/** Goes to a line and presses the key of a treatment. */
export async function mark(page: Page, label: string, key: string): Promise<void> {
  await line(page, label).click();
  await page.keyboard.press(key);
}

/** The panel about the chosen elements. */
export const panel = (page: Page): Locator => page.getByRole('complementary', { name: /Xử lý mục/ });

/** Waits until the state line says that the server has everything. */
export async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .getByText(/^Đã lưu/)
    .waitFor();
}

/** What the state line says now. */
export async function stateLine(page: Page): Promise<string> {
  return page
    .getByRole('status')
    .getByText(/^(?:Đã|Đang|Chưa) lưu/)
    .innerText();
}

/** Picks the first option that contains a text. */
export async function pick(list: Locator, text: string | RegExp): Promise<void> {
  const label = await list.getByRole('option').filter({ hasText: text }).first().textContent();
  await list.selectOption({ label: label?.trim() ?? '' });
}

const address = (page: Page, path: string) => new URL(path, page.url()).href;
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
