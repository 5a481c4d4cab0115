// People who have no mouse: they sign in, find what they want with Tab and press it. Nothing is ever clicked.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { keyboardOf } from './keyboard-acts.ts';
import type { Desk } from './workspace.ts';

/** Steps with one key after which what is wanted cannot be reached. */
const MOST = 120;

export type Hands = ReturnType<typeof handsOn>;

/** Signs a person in by keyboard alone, in a browser profile of its own. */
export async function sitDown(desk: Desk, person: string): Promise<Hands> {
  const context = await desk.browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${desk.system.origin}/tong-quan`);
  const hands = handsOn(page);
  await hands.press(page.getByRole('link', { name: 'Đăng nhập' }));
  await hands.press(page.getByRole('button', { name: person }));
  await page.getByRole('heading', { name: 'Chờ bạn' }).waitFor();
  return hands;
}

function handsOn(page: Page) {
  const { focus } = keyboardOf(page);
  const holds = (wanted: Locator) => wanted.evaluateAll((all) => all.includes(document.activeElement as HTMLElement));
  /** The focus is on something, one sees that it is, and nothing that stays in its place at an edge of the window covers it. */
  async function seen(): Promise<void> {
    await expect.poll(async () => ({ ...(await focus()), covered: await covered(page) })).toMatchObject({ seen: true, covered: false });
  }

  /** Goes on with a key until the focus is on what is wanted; stays where it is when it is there already. */
  async function reach(wanted: Locator, key = 'Tab'): Promise<void> {
    await wanted.first().waitFor();
    for (let step = 0; !(await holds(wanted)); step += 1) {
      if (step === MOST) throw new Error(`${String(wanted)} cannot be reached with ${key}`);
      await page.keyboard.press(key);
    }
    await seen();
  }

  return {
    page,
    reach,
    /** After something was done the focus is still somewhere in the page, so that the next key goes on from there. */
    async kept(): Promise<void> {
      await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).not.toBe('body');
    },
    key: (key: string) => page.keyboard.press(key),
    /** A button or a link. */
    async press(wanted: Locator, key?: string): Promise<void> {
      await reach(wanted, key);
      await page.keyboard.press('Enter');
    },
    /** A box to tick. */
    async tick(wanted: Locator): Promise<void> {
      await reach(wanted);
      await page.keyboard.press('Space');
    },
    /** A box to write in. */
    async write(wanted: Locator, text: string): Promise<void> {
      await reach(wanted);
      await page.keyboard.press('Control+a');
      await page.keyboard.insertText(text);
    },
    /** Walks down a list that is closed until an option with that text stands there. */
    async choose(list: Locator, option: RegExp, key?: string): Promise<void> {
      await reach(list, key);
      const chosen = () => list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '');
      for (let step = 0; !option.test(await chosen()); step += 1) {
        if (step === MOST) throw new Error(`${String(list)} has no ${option}`);
        await page.keyboard.press('ArrowDown');
      }
    },
    /** A tab of a row of tabs: into the row, then with the arrows. */
    async turnTo(name: RegExp): Promise<void> {
      await reach(page.getByRole('tab'));
      await reach(page.getByRole('tab', { name }), 'ArrowRight');
      await page.getByRole('tabpanel', { name }).waitFor();
    },
    /** A screen of the frame. */
    async goTo(screen: string): Promise<void> {
      const link = page.getByRole('navigation', { name: 'Các màn hình' }).getByRole('link', { name: screen, exact: true });
      await reach(link);
      await page.keyboard.press('Enter');
      await page.locator('[aria-current=page]').filter({ hasText: screen }).waitFor();
    },
  };
}

/** Whether bars that stay at an edge of the window hide all of what has the focus (WCAG 2.4.11). */
function covered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return false;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const inset = 2;
    const points = [
      [left + inset, top + inset],
      [(left + right) / 2, (top + bottom) / 2],
      [right - inset, bottom - inset],
    ] as const;
    return points.every(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      if (hit === null || hit.contains(focused) || focused.contains(hit)) return false;
      for (let over: Element | null = hit; over !== null && !over.contains(focused); over = over.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(over).position)) return true;
      }
      return false;
    });
  });
}
