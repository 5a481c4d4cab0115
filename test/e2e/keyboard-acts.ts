// Working without a mouse: keys one after another, and where the focus is after each.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Steps with Tab after which what is wanted cannot be reached. */
const MOST = 60;

export type Keyboard = ReturnType<typeof keyboardOf>;

export function keyboardOf(page: Page) {
  /** What has the focus: its name, and whether one sees that it does. */
  const focus = (): Promise<{ name: string; seen: boolean }> =>
    page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const { width, height, top, bottom } = element.getBoundingClientRect();
      const ring = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      const inView = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
      return {
        name: element.getAttribute('aria-label') ?? (element.textContent?.trim() || element.localName),
        seen: element !== document.body && ring && inView,
      };
    });

  /** Presses keys one after another; after each the focus must be somewhere, and seen. Returns the name of where it is. */
  async function press(...keys: string[]): Promise<string> {
    for (const key of keys) {
      await page.keyboard.press(key);
      await expect.poll(focus, { interval: 20, message: `after ${key}` }).toMatchObject({ seen: true });
    }
    return (await focus()).name;
  }

  /** Goes on with Tab until the focus is on what is wanted. */
  async function tabTo(wanted: RegExp, key = 'Tab'): Promise<void> {
    for (let step = 0; step < MOST; step += 1) if (wanted.test(await press(key))) return;
    throw new Error(`${wanted} cannot be reached with ${key}`);
  }

  return { focus, press, tabTo };
}
