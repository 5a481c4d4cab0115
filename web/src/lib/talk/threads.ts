// Comments as a screen lists them: which ones, in which order, how many are open where.
import type { Comment } from '#procedures/review/comment.ts';

/** Which comments are wanted: those still open, those resolved, or both. */
export type Wanted = 'open' | 'resolved' | 'all';

export const isOpen = ({ resolved }: Comment): boolean => resolved === undefined;

/** How many of each kind there are. */
export function tallyOf(comments: readonly Comment[]): Record<Wanted, number> {
  const open = comments.filter(isOpen).length;
  return { open, resolved: comments.length - open, all: comments.length };
}

/** How many are open on each element; those on the whole are under `''`. */
export function openByElement(comments: readonly Comment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { element = '' } of comments.filter(isOpen)) counts.set(element, (counts.get(element) ?? 0) + 1);
  return counts;
}

/**
 * The comments that are wanted as one walks through the sheet: first those on the whole, then by the place of their element in `order`,
 * last those whose element is not there any more; within one place the oldest first.
 */
export function threads(comments: readonly Comment[], wanted: Wanted, order: readonly string[]): Comment[] {
  const places = new Map(order.map((id, index) => [id, index]));
  const place = ({ element }: Comment) => (element === undefined ? -1 : (places.get(element) ?? order.length));
  return comments
    .filter((comment) => wanted === 'all' || isOpen(comment) === (wanted === 'open'))
    .toSorted((a, b) => place(a) - place(b) || a.at.localeCompare(b.at));
}

/** The element of the next or previous place with an open comment, seen from `from`; round the end. Null without any. */
export function neighbour(comments: readonly Comment[], order: readonly string[], from: string | null, by: 1 | -1): string | null {
  const open = openByElement(comments);
  const stops = order.filter((id) => open.has(id));
  if (stops.length === 0) return null;
  const at = from === null ? -1 : order.indexOf(from);
  const next = by > 0 ? stops.find((id) => order.indexOf(id) > at) : stops.findLast((id) => order.indexOf(id) < at);
  return next ?? (by > 0 ? stops[0] : stops.at(-1)) ?? null;
}
