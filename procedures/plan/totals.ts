// Totals of an office under a plan: what every line contributes, added up. The same function moves them and proves them (`tinhgon recount`).
import { STATES, type State } from '#procedures/redesign/redesign.ts';
import type { PlanLine } from './line.ts';

/** Sums over the lines that have come that far; `before` and `after` are declared information, `meets` procedures that meet the target. */
export type Sum = { procedures: number; internal: number; before: number; after: number; meets: number };
/** How far a line has come; each stage includes the later ones. */
export const STAGES = ['proposed', 'accepted', 'approved', 'inEffect'] as const;
export type Stage = (typeof STAGES)[number];

/** `states` counts lines by their latest redesign and adds up to `procedures`; `declared` is what all lines in scope ask. */
export type Totals = {
  procedures: number;
  internal: number;
  declared: number;
  states: Record<State | 'none', number>;
} & Record<Stage, Sum>;

const REACHED: Record<State, number> = {
  draft: 0,
  returned: 0,
  rejected: 0,
  discarded: 0,
  submitted: 1,
  accepted: 2,
  bundled: 2,
  approved: 3,
  inEffect: 4,
};

const noSum = (): Sum => ({ procedures: 0, internal: 0, before: 0, after: 0, meets: 0 });

/** Nothing at all. */
export function noTotals(): Totals {
  const states = Object.fromEntries(['none', ...STATES].map((state) => [state, 0])) as Totals['states'];
  return { procedures: 0, internal: 0, declared: 0, states, proposed: noSum(), accepted: noSum(), approved: noSum(), inEffect: noSum() };
}

/** What one line adds to the totals of its office: at each stage the further of its latest and its achieved redesign counts, once. */
export function contribution(line: PlanLine): Totals {
  const totals = noTotals();
  const internal = Number(line.internal);
  totals.procedures = 1;
  totals.internal = internal;
  totals.states[line.latest?.state ?? 'none'] = 1;
  const ways = [line.latest, line.achieved].filter((way) => way?.standing !== undefined);
  const further = ways.toSorted((a, b) => reached(b) - reached(a))[0];
  totals.declared = further?.standing?.before ?? line.declared;
  if (further?.standing === undefined) return totals;
  const { before, after, meets } = further.standing;
  for (const [index, stage] of STAGES.entries()) {
    if (reached(further) > index) totals[stage] = { procedures: 1, internal, before, after, meets: Number(meets) };
  }
  return totals;
}

const reached = (way: PlanLine['latest']): number => (way === undefined ? 0 : REACHED[way.state]);

/** `a + factor × b`, entry by entry. */
export function plus(a: Totals, b: Totals, factor = 1): Totals {
  const states = Object.fromEntries(
    Object.entries(a.states).map(([state, count]) => [state, count + factor * b.states[state as State]]),
  ) as Totals['states'];
  const sum = (stage: Stage): Sum => ({
    procedures: a[stage].procedures + factor * b[stage].procedures,
    internal: a[stage].internal + factor * b[stage].internal,
    before: a[stage].before + factor * b[stage].before,
    after: a[stage].after + factor * b[stage].after,
    meets: a[stage].meets + factor * b[stage].meets,
  });
  return {
    procedures: a.procedures + factor * b.procedures,
    internal: a.internal + factor * b.internal,
    declared: a.declared + factor * b.declared,
    states,
    proposed: sum('proposed'),
    accepted: sum('accepted'),
    approved: sum('approved'),
    inEffect: sum('inEffect'),
  };
}

/** What the totals of its office move by when a line changes; from or to nothing where it enters or leaves. */
export function movement(from: PlanLine | null, to: PlanLine | null): Totals {
  const start = from === null ? noTotals() : plus(noTotals(), contribution(from), -1);
  return to === null ? start : plus(start, contribution(to));
}
