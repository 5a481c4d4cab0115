// What would change if a redesign went back to an earlier line of its history, read from the lines between then and now.
import { same } from '#procedures/definition/same.ts';
import type { Content } from '#procedures/redesign/edit.ts';
import type { AddedField, Mark } from '#procedures/redesign/mark.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import type { HistoryEvent } from '#lib/api.ts';

type Stood = Mark | AddedField | null;
/** An element that would become what it was. */
export type Return = { element: string; now: Stood; earlier: Stood };

/** The lines after which the content stood in a way of its own; a take-over is told as an edit without edits. */
const POINTS: ReadonlySet<HistoryEvent['action']> = new Set<HistoryEvent['action']>([
  'open',
  'edit',
  'rewind',
  'carryOver',
  'submit',
  'restore',
]);
const isPoint = ({ action, edits = [], because }: HistoryEvent) =>
  because === undefined && POINTS.has(action) && (action !== 'edit' || edits.length > 0);

/**
 * What going back to just after `event` would change; empty when nothing would, null when one cannot go back there: nothing was
 * written then, or the redesign stood on another baseline. `events`: newest first, without a gap from the newest down to `event`.
 */
export function returnsTo(event: HistoryEvent, events: readonly HistoryEvent[], now: Content): Return[] | null {
  if (!isPoint(event)) return null;
  const since = events.slice(0, events.indexOf(event)).filter(({ version, because }) => because === undefined && version > event.version);
  if (since.some(({ action }) => action === 'carryOver')) return null;
  const earlier = new Map<string, Stood>();
  // The last one written is the oldest: what stood there before everything since.
  for (const { from = {} } of since) for (const [element, stood] of Object.entries(from)) earlier.set(element, stood);
  return [...earlier].flatMap(([element, stood]) => {
    const present = standing(now, element);
    return same(present, stood) ? [] : [{ element, now: present, earlier: stood }];
  });
}

function standing({ marks, added }: Content, element: string): Stood {
  return added.find(({ field }) => field.id === element) ?? markOf(marks, element) ?? null;
}

/** `Ngày sinh: Khai thác dữ liệu, thành Giữ.` */
export function returnSentence({ element, now, earlier }: Return, label: (id: string) => string): string {
  if (isAdded(now) && isAdded(earlier)) return `Trường mới ${earlier.field.label}: trở về nội dung trước.`;
  if (isAdded(now)) return `Bỏ trường mới ${now.field.label}.`;
  if (isAdded(earlier)) return `Thêm lại trường mới ${earlier.field.label}.`;
  const [from, to] = [now, earlier].map((mark) => TREATMENT_NAMES[mark?.treatment ?? 'keep']);
  return from === to ? `${label(element)}: ${to}, trở về căn cứ và lý do trước.` : `${label(element)}: ${from}, thành ${to}.`;
}

function isAdded(stood: Stood): stood is AddedField {
  return stood !== null && 'field' in stood;
}
