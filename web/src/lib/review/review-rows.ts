// What the review table shows of a redesign, how it filters and how each column sorts.
import type { RedesignRow } from '#lib/api.ts';
import { cut, meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { compareRatio } from '#procedures/text/ratio.ts';
import { compareVietnamese, containsFolded } from '#procedures/text/vietnamese.ts';

export type ReviewRow = RedesignRow & { officeName: string; meets: boolean; missing: number; waited: number | null };
export const COLUMNS = ['procedure', 'office', 'fields', 'after', 'cut', 'missing', 'waited'] as const;
export type Column = (typeof COLUMNS)[number];
export type Sorting = { column: Column; descending: boolean };
/** `state` `''` = all that were submitted at least once. */
export type ReviewFilter = { query: string; state: State | ''; office: string; meets: '' | 'dat' | 'chua' };

const DAY = 86_400_000;

/** Whole days since submission, while the proposal waits for the reviewer; null otherwise. */
function daysWaited({ state, submittedAt }: RedesignRow, now: number): number | null {
  if (state !== 'submitted' || submittedAt === undefined) return null;
  return Math.max(0, Math.floor((now - Date.parse(submittedAt)) / DAY));
}

/** The rows that have a proposal, with what is computed from them. `threshold` in hundredths of a percent, `now` in milliseconds. */
export function reviewRows(
  rows: readonly RedesignRow[],
  offices: ReadonlyMap<string, string>,
  threshold: number,
  now: number,
): ReviewRow[] {
  return rows
    .filter((row) => row.proposals > 0)
    .map((row) => ({
      ...row,
      officeName: row.officeName ?? offices.get(row.office) ?? row.office,
      meets: meetsTarget(row.tally.before, row.tally.after, threshold),
      missing: missingToTarget(row.tally.before, row.tally.after, threshold),
      waited: daysWaited(row, now),
    }));
}

const ORDER: Record<Column, (a: ReviewRow, b: ReviewRow) => number> = {
  procedure: (a, b) => compareVietnamese(a.procedureName, b.procedureName),
  office: (a, b) => compareVietnamese(a.officeName, b.officeName),
  fields: (a, b) => a.tally.before - b.tally.before,
  after: (a, b) => a.tally.after - b.tally.after,
  cut: (a, b) => compareRatio(cut(a.tally.before, a.tally.after), cut(b.tally.before, b.tally.after)),
  missing: (a, b) => a.missing - b.missing,
  waited: (a, b) => (a.waited ?? -1) - (b.waited ?? -1),
};

/** Sorted by one column, equal rows by name. */
export function sorted(rows: readonly ReviewRow[], { column, descending }: Sorting): ReviewRow[] {
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => direction * ORDER[column](a, b) || ORDER.procedure(a, b));
}

/** Whether a row passes the filter; the query looks at name, code and office, accents aside. */
export function passes(row: ReviewRow, { query, state, office, meets }: ReviewFilter): boolean {
  if (state !== '' && row.state !== state) return false;
  if (office !== '' && row.office !== office) return false;
  if (meets !== '' && row.meets !== (meets === 'dat')) return false;
  return query.trim() === '' || containsFolded(`${row.procedureName} ${row.procedureCode ?? ''} ${row.officeName}`, query);
}
