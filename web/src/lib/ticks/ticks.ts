// One tick per declared field: the picture of a procedure, wherever it appears.
import type { Treatment } from '#procedures/redesign/mark.ts';
import type { Tally } from '#procedures/redesign/redesign.ts';

/** What a tick can be: a treatment of a field, a field that the redesign adds; `gone` or `left` where only the numbers are known. */
export type Tick = Treatment | 'added' | Plain;
type Plain = 'gone' | 'left';
/** A tick that has a word and a colour of its own. */
export type Treated = Exclude<Tick, Plain>;

/** Left to right: what leaves the form first, so that its share is seen as a length. */
export const TICK_ORDER: readonly Tick[] = [
  'gone',
  'remove',
  'retrieve',
  'merge',
  'prefill',
  'makeOptional',
  'change',
  'keep',
  'left',
  'added',
];

export const TICK_WORDS: Record<Tick, string> = {
  gone: 'không còn khai',
  remove: 'bỏ hẳn',
  retrieve: 'khai thác dữ liệu',
  merge: 'gộp',
  prefill: 'điền sẵn',
  makeOptional: 'tùy chọn',
  change: 'sửa đổi',
  keep: 'giữ',
  left: 'còn khai',
  added: 'thêm mới',
};

/** The ticks of a bare count before and after, where the treatments are not known. */
export function plainTicks(before: number, after: number): Tick[] {
  const gone = Math.max(0, before - after);
  return [
    ...Array<Tick>(gone).fill('gone'),
    ...Array<Tick>(before - gone).fill('left'),
    ...Array<Tick>(Math.max(0, after - before)).fill('added'),
  ];
}

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
