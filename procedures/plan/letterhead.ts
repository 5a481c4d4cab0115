import type { Letterhead, Plan } from './plan.ts';

/** The letterhead in force on a day: the last one that has taken over by then, else the plan's own (domain.md §9: names and signers have dates). */
export function letterheadAt({ letterhead, letterheads = [] }: Pick<Plan, 'letterhead' | 'letterheads'>, day: string): Letterhead {
  const begun = letterheads.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const last = begun.at(-1);
  if (last === undefined) return letterhead;
  const { from: _, ...inForce } = last;
  return inForce;
}
