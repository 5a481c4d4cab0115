// What the review table shows of a redesign: the measure of its last frozen proposal, never the working one.
import type { RedesignRow } from '#lib/api.ts';
import { plainTicks, type Tick, ticksOf } from '#lib/ticks/ticks.ts';
import { cut, meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import type { Standing, State } from '#procedures/redesign/redesign.ts';
import { compareRatio } from '#procedures/text/ratio.ts';
import { compareVietnamese } from '#procedures/text/vietnamese.ts';

/** `waited`: whole days since submission, while it waits for the reviewer. `open`: comments not yet resolved. */
export type ReviewRow = RedesignRow & { officeName: string; standing: Standing; waited: number | null; open: number };
export const COLUMNS = ['unread', 'procedure', 'office', 'fields', 'cut', 'missing', 'open', 'waited'] as const;
export type Column = (typeof COLUMNS)[number];
export type Sorting = { column: Column; descending: boolean };

const DAY = 86_400_000;
/** While the office may write, the working marks are other than what was frozen. */
const WRITABLE: ReadonlySet<State> = new Set<State>(['draft', 'returned', 'discarded']);

function daysWaited({ state, submittedAt }: RedesignRow, now: number): number | null {
  if (state !== 'submitted' || submittedAt === undefined) return null;
  return Math.max(0, Math.floor((now - Date.parse(submittedAt)) / DAY));
}

/** The measure that was frozen with the last proposal; of proposals older than that record, the tally that they were drawn up from. */
function frozenStanding({ frozen, tally: { before, after } }: RedesignRow, threshold: number): Standing {
  if (frozen) return { before: frozen.before, after: frozen.after, meets: frozen.meets, missing: frozen.missing };
  return { before, after, meets: meetsTarget(before, after, threshold), missing: missingToTarget(before, after, threshold) };
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
      standing: frozenStanding(row, threshold),
      waited: daysWaited(row, now),
      open: row.talk?.open ?? 0,
    }));
}

/** The picture of what was frozen: by treatment while the marks still are what was frozen, else only how many go and how many stay. */
export function frozenTicks({ state, tally, standing: { before, after } }: ReviewRow): Tick[] {
  if (!WRITABLE.has(state) && tally.before === before && tally.after === after) return ticksOf(tally);
  return plainTicks(before, after);
}

const ratio = ({ standing: { before, after } }: ReviewRow) => cut(before, after);

const ORDER: Record<Column, (a: ReviewRow, b: ReviewRow) => number> = {
  unread: (a, b) => Number(a.unread) - Number(b.unread),
  procedure: (a, b) => compareVietnamese(a.procedureName, b.procedureName),
  office: (a, b) => compareVietnamese(a.officeName, b.officeName),
  fields: (a, b) => a.standing.before - b.standing.before,
  cut: (a, b) => compareRatio(ratio(a), ratio(b)),
  missing: (a, b) => a.standing.missing - b.standing.missing,
  open: (a, b) => a.open - b.open,
  waited: (a, b) => (a.waited ?? -1) - (b.waited ?? -1),
};

/** Sorted by one column, equal rows by name. */
export function sorted(rows: readonly ReviewRow[], { column, descending }: Sorting): ReviewRow[] {
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => direction * ORDER[column](a, b) || ORDER.procedure(a, b));
}

/** The cut of several proposals taken together: all that goes over all that was asked. */
export function pooled(rows: readonly ReviewRow[]): { before: number; after: number } {
  const sum = (of: (standing: Standing) => number) => rows.reduce((total, { standing }) => total + of(standing), 0);
  return { before: sum(({ before }) => before), after: sum(({ after }) => after) };
}
