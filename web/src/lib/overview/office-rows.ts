// What the bars by office show.
import type { Totals } from '#procedures/plan/totals.ts';
import type { Ratio } from '#procedures/text/ratio.ts';

export type OfficeRow = { id: string; name: string; totals: Totals; cut: Ratio };

/** Offices that have procedures in scope, in the order of the plan; `cut` is pooled over what they have handed in. */
export function officeRows(offices: readonly { id: string; name: string }[], totals: Readonly<Record<string, Totals>>): OfficeRow[] {
  return offices.flatMap(({ id, name }) => {
    const own = totals[id];
    if (own === undefined || own.procedures === 0) return [];
    const { before, after } = own.proposed;
    return [{ id, name, totals: own, cut: { numerator: before - after, denominator: before } }];
  });
}
