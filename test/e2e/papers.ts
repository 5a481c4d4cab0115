// What leaves the workspace in the browser tests: pictures for the README, downloaded Word files, printed pages.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const PICTURES = join(import.meta.dirname, 'pictures');

/** The README shows what the tests see; `PICTURES=1` takes its pictures anew, 1280 px wide. */
export async function picture(page: Page, name: string, height = 900): Promise<void> {
  if (!process.env['PICTURES']) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.setViewportSize({ width: 1280, height });
  // Drawn anew in that size.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** The text of the Word file behind a link, without any markup. */
export async function wordText(page: Page, link: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const document = unzipSync(await readFile(await download.path()))['word/document.xml'];
  return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
}

/** The pages of a paper, as they lie one under another. */
export const pages = (page: Page, paper: string): Locator => page.getByRole('region', { name: new RegExp(`^${paper}, trang \\d+$`, 'i') });

/** Waits until a paper holds a text on its pages. */
export async function onPaper(page: Page, paper: string, text: string): Promise<void> {
  await pages(page, paper).getByText(text).first().waitFor();
}

/** Text without spaces, as a hash is compared that is printed in groups. */
export const dense = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s/g, '');

/** How many sheets of paper a printer would get. */
export async function sheetsOfPaper(page: Page): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true });
  return file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
