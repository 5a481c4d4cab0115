// Comparing two orders of the same things: what kept its place, and one reading order for what stands before and after.
import type { Id } from '#procedures/text/label.ts';

/**
 * Ids of both lists that did not have to move: the longest run that stands in the same order in both. Whoever is not in it was moved,
 * so that one element carried to the end is one move, not a move of everything behind it.
 */
export function keptInOrder(before: readonly Id[], after: readonly Id[]): ReadonlySet<Id> {
  const places = new Map(after.map((id, place) => [id, place]));
  const common = before.flatMap((id) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, place }];
  });
  return new Set(longestIncreasing(common).map(({ id }) => id));
}

type Placed = { id: Id; place: number; previous?: Placed };

/** Patience sorting, O(n log n): `ends[n]` is the lowest end of an increasing run of n + 1 items. */
function longestIncreasing(items: readonly Placed[]): Placed[] {
  const ends: Placed[] = [];
  for (const item of items) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle]?.place ?? Infinity) < item.place) low = middle + 1;
      else high = middle;
    }
    ends[low] = { ...item, previous: ends[low - 1] };
  }
  const run: Placed[] = [];
  for (let item = ends.at(-1); item; item = item.previous) run.push(item);
  return run;
}

/** The items of `after` in their order, each followed by the ones of `before` alone that stood behind it. */
export function interleave<T extends { id: Id }>(before: readonly T[], after: readonly T[]): T[] {
  const staying = new Set(after.map(({ id }) => id));
  const first: T[] = [];
  const behind = new Map<Id, T[]>();
  let bucket = first;
  for (const item of before) {
    if (staying.has(item.id)) behind.set(item.id, (bucket = []));
    else bucket.push(item);
  }
  return [...first, ...after.flatMap((item) => [item, ...(behind.get(item.id) ?? [])])];
}

/** The id that stands right before this one; undefined for the first. */
export function predecessor(order: readonly Id[], id: Id): Id | undefined {
  return order[order.indexOf(id) - 1];
}
