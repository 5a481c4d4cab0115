// The order in which a submission is printed: its entries in groups, in each group as the author put them. Screens, papers and pages
// of entries all take it from here.
import type { Entry, Submission } from './submission.ts';

/** `key`: `all`, `public`, `internal`, an area by its name (empty: not known), or the id of an office. `title` is empty where nothing is grouped. */
export type EntryGroup = { readonly key: string; readonly title: string; readonly entries: readonly Entry[] };
type Grouped = Pick<Submission, 'entries' | 'grouping'>;

/**
 * The groups that have an entry. Public procedures come before internal ones; areas and offices in the order in which the first of their
 * entries stands, so that the author orders them too; what has no area comes last.
 */
export function groupEntries({ entries, grouping }: Grouped): EntryGroup[] {
  const groups = new Map<string, { key: string; title: string; last: boolean; entries: Entry[] }>();
  for (const entry of entries) {
    const { key, title, last = false } = groupOf(entry, grouping);
    const group = groups.get(key);
    if (group) group.entries.push(entry);
    else groups.set(key, { key, title, last, entries: [entry] });
  }
  const ordered = [...groups.values()].toSorted((a, b) => Number(a.last) - Number(b.last));
  return ordered.map(({ key, title, entries: own }) => ({ key, title, entries: own }));
}

/** The entries as they are printed, one after another. */
export const inPrintingOrder = (submission: Grouped): Entry[] => groupEntries(submission).flatMap((group) => group.entries);

function groupOf({ internal, area, office, officeName }: Entry, grouping: Submission['grouping']) {
  switch (grouping) {
    case 'none':
      return { key: 'all', title: '' };
    case 'kind':
      return internal
        ? { key: 'internal', title: 'Thủ tục hành chính nội bộ', last: true }
        : { key: 'public', title: 'Thủ tục hành chính', last: false };
    case 'area':
      if (area === undefined) return { key: '', title: 'Chưa xác định lĩnh vực', last: true };
      return { key: area, title: /^lĩnh vực /iu.test(area) ? area : `Lĩnh vực ${area}` };
    case 'office':
      return { key: office, title: officeName };
  }
}
