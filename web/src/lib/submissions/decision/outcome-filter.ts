// Narrowing the proposals of a submission while their outcomes are set or looked at.
import type { Outcome } from '#procedures/proposal/decision.ts';
import { containsFolded } from '#procedures/text/vietnamese.ts';
import type { EntryRow } from '../submission-api.ts';

export type OutcomeFilter = { query: string; outcome: Outcome['outcome'] | '' };

/** How an outcome is spoken of. */
export const OUTCOME_NAMES: Record<Outcome['outcome'], string> = {
  approved: 'Phê duyệt',
  partly: 'Phê duyệt một phần',
  rejected: 'Không phê duyệt',
};

/** The rows that pass, in printed order; the query looks at name, code and office, accents aside. */
export function passing(
  rows: readonly EntryRow[],
  { query, outcome }: OutcomeFilter,
  outcomeOf: (redesign: string) => Outcome['outcome'],
): EntryRow[] {
  return rows.filter(
    (row) =>
      (outcome === '' || outcomeOf(row.redesign) === outcome) &&
      (query.trim() === '' || containsFolded(`${row.name} ${row.code ?? ''} ${row.officeName}`, query)),
  );
}
