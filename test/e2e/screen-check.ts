// What every screen has to be, in whatever state: accessible, never wider than its window, without an error in the console.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const [LAPTOP, PHONE] = [1280, 360];
const WIDTHS = [1920, LAPTOP, 768, PHONE];
/** A folder for a picture of every screen as laptop and phone show it; none without it. */
const LOOK = process.env['LOOK'];

/** `failing`: requests that fail are the point of it. */
export type Screen = { name: string; open: () => Promise<unknown>; failing?: boolean };

/** Watches a page from now on; the result opens a screen and answers with everything that is wrong with it, at four widths. */
export function screenCheck(page: Page): (screen: Screen) => Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  page.on('pageerror', (error) => void complaints.push(error.message));
  return async ({ name, open, failing = false }) => {
    complaints.length = 0;
    const found: string[] = [];
    await page.setViewportSize({ width: LAPTOP, height: 900 });
    await open();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
      const needed = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
      if (needed > width) found.push(`${needed} px in a window of ${width}`);
      if (width === LAPTOP || width === PHONE) found.push(...(await barriers(page, `${width} px`)));
      if (LOOK !== undefined && (width === LAPTOP || width === PHONE)) await picture(page, LOOK, `${name} ${width}`);
    }
    return [...found, ...complaints.filter((text) => !(failing && text.startsWith('Failed to load resource')))];
  };
}

/** What axe finds; under a dialog nothing can be reached, so only the dialog counts. */
async function barriers(page: Page, where: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode();
  if ((await page.getByRole('dialog').count()) > 0) axe.include('[role=dialog]');
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[ ,]+/g, '-')}.png`) });
}
