// What every browser test begins with: a local system of its own, a browser, and people who sign in as the demonstration page lets them.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type RunningSystem, startSystem } from '../support/local-system.ts';

export const SPECIALIST = 'Chuyên viên Phòng Quản lý chất lượng (minh họa)';
export const OTHER_SPECIALIST = 'Chuyên viên Phòng Giáo dục Trung học (minh họa)';
export const REVIEWER = 'Người thẩm định của Văn phòng Sở (minh họa)';
export const ADMIN = 'Người quản trị (minh họa)';
/** A busy machine may take this long until a page shows what it must, in milliseconds; nothing is measured by it. */
const PATIENCE = 20_000;

export interface Desk {
  system: RunningSystem;
  browser: Browser;
  /** A page on which the person is signed in, in a browser profile of its own; at the catalogue unless `path` says otherwise. */
  signIn: (person: string, path?: string, viewport?: { width: number; height: number }) => Promise<Page>;
  close: () => Promise<void>;
}

/** `environment`: settings of the local system beside its port and data folder. */
export async function openDesk(environment: Record<string, string> = {}): Promise<Desk> {
  const [system, browser] = await Promise.all([startSystem(environment), openBrowser()]);
  const contexts: BrowserContext[] = [];
  return {
    system,
    browser,
    signIn: async (person, path = '/thu-tuc', viewport = { width: 1280, height: 900 }) => {
      const context = await browser.newContext({ viewport, locale: 'vi-VN', acceptDownloads: true, reducedMotion: 'reduce' });
      contexts.push(context);
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      await page.goto(system.origin + path);
      await page.getByRole('link', { name: 'Đăng nhập' }).click();
      await page.getByRole('button', { name: person }).first().click();
      await page.getByText(person).first().waitFor();
      return page;
    },
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      await system.stop();
    },
  };
}
