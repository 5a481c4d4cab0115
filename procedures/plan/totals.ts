// Totals of an office under a plan: what every line contributes, added up. The same function moves them and proves them (`tinhgon recount`).
import type { State } from '#procedures/redesign/redesign.ts';
import { dossiersOf, standOf } from './line-stand.ts';
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
  /** Procedures that ask anything at all: only these can meet a target for declared information. */
  declaring: number;
  /** Procedures short of the target of which nobody knows how many dossiers a year they have. */
  withoutDossiers: number;
  states: Record<State | 'none', number>;
} & Record<Stage, Sum>;

const NO_STATES: Totals['states'] = {
  none: 0,
  draft: 0,
  submitted: 0,
  returned: 0,
  accepted: 0,
  bundled: 0,
  approved: 0,
  rejected: 0,
  inEffect: 0,
  discarded: 0,
};
const noSum = (): Sum => ({ procedures: 0, internal: 0, before: 0, after: 0, meets: 0 });

/** Nothing at all. */
export function noTotals(): Totals {
  const sums = { proposed: noSum(), accepted: noSum(), approved: noSum(), inEffect: noSum() };
  return { procedures: 0, internal: 0, declared: 0, declaring: 0, withoutDossiers: 0, states: { ...NO_STATES }, ...sums };
}

/** What one line adds to the totals of its office. */
export function contribution(line: PlanLine): Totals {
  const totals = noTotals();
  const internal = Number(line.internal);
  const { stages, effect, ...standing } = standOf(line);
  const { before, missing } = standing;
  totals.procedures = 1;
  totals.internal = internal;
  totals.declared = before;
  totals.declaring = Number(before > 0);
  totals.withoutDossiers = Number(missing > 0 && dossiersOf(line) === null);
  totals.states[line.latest?.state ?? 'none'] = 1;
  for (const stage of STAGES.slice(0, stages)) {
    const of = stage === 'inEffect' ? (effect ?? standing) : standing;
    totals[stage] = { procedures: 1, internal, before: of.before, after: of.after, meets: Number(of.meets) };
  }
  return totals;
}

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
    declaring: a.declaring + factor * b.declaring,
    withoutDossiers: a.withoutDossiers + factor * b.withoutDossiers,
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

/** Of all offices together. */
export const totalOf = (byOffice: Readonly<Record<string, Totals>>): Totals =>
  Object.values(byOffice).reduce((sum, of) => plus(sum, of), noTotals());
