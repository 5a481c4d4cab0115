// The list from which a proposal was opened, so that its page knows the next one: as it was sorted and narrowed there.

type Queued = { id: string; number: number };
/** `address`: the list, with its filters. */
export type Queue = { address: string; items: readonly Queued[] };
export type Place = { at: number; of: number; previous?: Queued; next?: Queued; address: string };

const KEY = 'tinh-gon/queue';

/** Keeps the list for this tab of the browser; one that keeps nothing only loses the way on. */
export function rememberQueue(storage: Pick<Storage, 'setItem'>, queue: Queue): void {
  try {
    storage.setItem(KEY, JSON.stringify(queue));
  } catch {
    // Full or forbidden.
  }
}

/** Where a redesign stands in the remembered list (`at` from 1); null when it was not opened from one. */
export function placeInQueue(storage: Pick<Storage, 'getItem'>, redesign: string): Place | null {
  const { address, items } = read(storage);
  const index = items.findIndex(({ id }) => id === redesign);
  if (index < 0) return null;
  const [previous, next] = [items[index - 1], items[index + 1]];
  return { at: index + 1, of: items.length, address, ...(previous && { previous }), ...(next && { next }) };
}

function read(storage: Pick<Storage, 'getItem'>): Queue {
  try {
    const queue = JSON.parse(storage.getItem(KEY) ?? 'null') as Queue | null;
    return Array.isArray(queue?.items) ? queue : { address: '', items: [] };
  } catch {
    return { address: '', items: [] };
  }
}
