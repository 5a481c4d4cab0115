// The overview as a person reads it: how many procedures stand where, how far the targets are, what waits.
import type { Page } from 'playwright-core';

export interface Overview {
  /** Procedures at each stage of their way, by the name that stands there. */
  stages: Record<string, number>;
  /** `12/470`: what is cut of all that is declared in scope. */
  cut: string;
  /** `2/22`: procedures that meet the target by themselves, of all that declare anything. */
  meeting: string;
  /** `12/50`: the cut among those alone that were submitted; null before the first. */
  reached: string | null;
  /** What waits for the reader, with how much of it. */
  waiting: Record<string, string>;
}

/** Opens the overview anew and reads it. */
export async function overviewOf(page: Page): Promise<Overview> {
  await page.goto(new URL('/tong-quan', page.url()).href);
  const way = page.getByRole('region', { name: 'Đường đi của phương án' });
  await way.getByRole('listitem').first().waitFor();
  const stages = await way.getByRole('listitem').evaluateAll((all) =>
    all.map((one): [string, number] => {
      const [count, name] = ['strong', 'span'].map((part) => one.querySelector(part)?.textContent?.trim() ?? '');
      return [(name ?? '').replace(' (bạn)', ''), Number(count)];
    }),
  );
  const pooled = await target(page, 'Cắt giảm thông tin phải khai báo, tính gộp');
  const each = await target(page, 'Cắt giảm thông tin phải khai báo ở từng thủ tục');
  const waiting = await page
    .getByRole('region', { name: 'Chờ bạn' })
    .getByRole('heading', { level: 3 })
    .evaluateAll((all) =>
      all.map((one) => ['a', '.chip'].map((part) => one.querySelector(part)?.textContent?.trim() ?? '') as [string, string]),
    );
  return {
    stages: Object.fromEntries(stages),
    cut: fraction(pooled, /(\S+\/\S+) mục\n/u) ?? '',
    meeting: fraction(each, /(\d\S*\/\d\S*)/u) ?? '',
    reached: fraction(pooled, /\((\S+\/\S+) mục\)/u),
    waiting: Object.fromEntries(waiting),
  };
}

/** How many more (or fewer) procedures stand at each stage than before; what did not move is left out. */
export function moved(before: Overview, after: Overview): Record<string, number> {
  const names = new Set([...Object.keys(before.stages), ...Object.keys(after.stages)]);
  const differences = [...names].map((name): [string, number] => [name, (after.stages[name] ?? 0) - (before.stages[name] ?? 0)]);
  return Object.fromEntries(differences.filter(([, difference]) => difference !== 0));
}

const target = (page: Page, name: string): Promise<string> => page.getByRole('article').filter({ hasText: name }).innerText();
const fraction = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[1] ?? null;
