// One tick per declared field: the picture of a procedure, wherever it appears.
import type { Treatment } from '#procedures/redesign/mark.ts';
import type { Tally } from '#procedures/redesign/redesign.ts';

/** What a tick can be: a treatment of a field, or a field that the redesign adds. */
export type Tick = Treatment | 'added';

/** Left to right: what leaves the form first, so that its share is seen as a length. */
export const TICK_ORDER: readonly Tick[] = ['remove', 'retrieve', 'merge', 'prefill', 'makeOptional', 'change', 'keep', 'added'];

export const TICK_WORDS: Record<Tick, string> = {
  remove: 'bỏ hẳn',
  retrieve: 'khai thác dữ liệu',
  merge: 'gộp',
  prefill: 'điền sẵn',
  makeOptional: 'tùy chọn',
  change: 'sửa đổi',
  keep: 'giữ',
  added: 'thêm mới',
};

/** The ticks of a tally: `before` of them, then the added ones. Fields without a mark are kept. */
export function ticksOf({ before, added, treatments }: Tally): Tick[] {
  const marked = TICK_ORDER.filter((tick) => tick !== 'keep' && tick !== 'added').flatMap((tick) =>
    Array<Tick>(treatments[tick] ?? 0).fill(tick),
  );
  const kept = Array<Tick>(Math.max(0, before - marked.length)).fill('keep');
  return [...marked, ...kept, ...Array<Tick>(added).fill('added')];
}

/** The same in words: `24 mục khai: bỏ hẳn 3, khai thác dữ liệu 6, giữ 15`. */
export function ticksText(ticks: readonly Tick[]): string {
  const parts = TICK_ORDER.map((tick) => ({ tick, count: ticks.filter((each) => each === tick).length })).filter(({ count }) => count > 0);
  const declared = ticks.filter((tick) => tick !== 'added').length;
  return [`${declared} mục khai`, parts.map(({ tick, count }) => `${TICK_WORDS[tick]} ${count}`).join(', ')].filter(Boolean).join(': ');
}
