// Which proposals the reviewer wants to see; percentages as they are typed, compared exactly.
import { cut } from '#procedures/redesign/cut.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { parsePercent } from '#procedures/text/number.ts';
import { compareRatio, type Ratio } from '#procedures/text/ratio.ts';
import { containsFolded } from '#procedures/text/vietnamese.ts';
import type { ReviewRow } from './review-rows.ts';

/** At least so many days of waiting. */
export const WAITS = ['3', '7', '14', '30'] as const;

/** `''` and false = not asked. `state` `''` = all that were submitted at least once; `from` and `to`: percentages of the cut as typed. */
export type ReviewFilter = {
  query: string;
  state: State | '';
  office: string;
  meets: '' | 'dat' | 'chua';
  from: string;
  to: string;
  waited: '' | (typeof WAITS)[number];
  unread: boolean;
  open: boolean;
};

export const NO_FILTER: ReviewFilter = {
  query: '',
  state: '',
  office: '',
  meets: '',
  from: '',
  to: '',
  waited: '',
  unread: false,
  open: false,
};

/** A typed percentage as an exact quotient; null when nothing, or no percentage, is typed. */
export function bound(text: string): Ratio | null {
  const typed = text.trim() === '' ? null : parsePercent(text);
  return typed && { numerator: typed.digits, denominator: 100 * 10 ** typed.decimals };
}

/** Whether a row passes the filter; the query looks at name, code and office, accents aside. */
export function passes(row: ReviewRow, filter: ReviewFilter): boolean {
  const { query, state, office, meets, waited, unread, open } = filter;
  if (state !== '' && row.state !== state) return false;
  if (office !== '' && row.office !== office) return false;
  if (meets !== '' && row.standing.meets !== (meets === 'dat')) return false;
  if (waited !== '' && (row.waited ?? -1) < Number(waited)) return false;
  if (unread && !row.unread) return false;
  if (open && row.open === 0) return false;
  if (!within(row, bound(filter.from), bound(filter.to))) return false;
  return query.trim() === '' || containsFolded(`${row.procedureName} ${row.procedureCode ?? ''} ${row.officeName}`, query);
}

function within({ standing: { before, after } }: ReviewRow, from: Ratio | null, to: Ratio | null): boolean {
  const share = cut(before, after);
  return (from === null || compareRatio(share, from) >= 0) && (to === null || (before > 0 && compareRatio(share, to) <= 0));
}
