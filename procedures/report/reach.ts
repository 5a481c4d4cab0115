// How far a redesign had come on a day, from the dates on its row: a report on a past period stays as it was while newer work goes on.
// A row keeps the days of its last round: what was returned and handed in again counts from the day it was handed in again.
import type { Stage } from '#procedures/plan/totals.ts';
import type { Redesign, Standing, State } from '#procedures/redesign/redesign.ts';
import { dayOf } from '#procedures/text/date.ts';
import type { Day } from '#procedures/text/label.ts';

/** What a report reads of a redesign; the rows of lists have it. */
export type DatedRedesign = Pick<
  Redesign,
  'id' | 'procedure' | 'state' | 'frozen' | 'proposals' | 'submittedAt' | 'returnedAt' | 'acceptedAt' | 'decided' | 'effect'
>;
/** A stage that a redesign came to on a day, and the declared information that it stood for then; `effect`: what of it took effect. */
export type Step = { stage: Stage; on: Day; standing: Standing; effect?: Standing };

const ORDER: readonly Stage[] = ['proposed', 'accepted', 'approved', 'inEffect'];
const STATES: Record<Stage, State> = { proposed: 'submitted', accepted: 'accepted', approved: 'approved', inEffect: 'inEffect' };

/**
 * Every stage of the last round with its day: handed in, accepted, approved on the day of the decision (in whole or in part, then with
 * what was approved), in effect on its day of effect. Empty before the first submission.
 */
export function stepsOf({ frozen, submittedAt, acceptedAt, decided, effect }: DatedRedesign): Step[] {
  const steps: Step[] = [];
  if (frozen === undefined || submittedAt === undefined) return steps;
  steps.push({ stage: 'proposed', on: dayOf(submittedAt), standing: frozen });
  if (acceptedAt !== undefined && since(acceptedAt, submittedAt))
    steps.push({ stage: 'accepted', on: dayOf(acceptedAt), standing: frozen });
  if (decided?.standing === undefined || decided.outcome === 'rejected') return steps;
  steps.push({ stage: 'approved', on: decided.date, standing: decided.standing });
  if (effect !== undefined) {
    const { from: on, standing: own } = effect;
    steps.push({ stage: 'inEffect', on, standing: decided.standing, ...(own && { effect: own }) });
  }
  return steps;
}

/** The furthest step by the end of `day`; undefined where none was taken, or where it was returned or rejected by then. */
export function reachOn(redesign: DatedRedesign, day: Day): Step | undefined {
  const furthest = stepsOf(redesign).findLast(({ on }) => on <= day);
  if (furthest === undefined || furthest.stage === 'approved' || furthest.stage === 'inEffect') return furthest;
  const { submittedAt = '', returnedAt } = redesign;
  const returned = returnedAt !== undefined && since(returnedAt, submittedAt) && dayOf(returnedAt) <= day;
  return returned || isRejectedOn(redesign, day) ? undefined : furthest;
}

/** Whether the decision against it was made by the end of `day`. */
export const isRejectedOn = ({ decided }: DatedRedesign, day: Day): boolean => decided?.outcome === 'rejected' && decided.date <= day;

/** Negative where `a` is less far than `b`. */
export const compareStages = (a: Stage, b: Stage): number => ORDER.indexOf(a) - ORDER.indexOf(b);

/** A state of that stage. */
export const stateOf = (stage: Stage): State => STATES[stage];

const since = (later: string, earlier: string): boolean => Date.parse(later) >= Date.parse(earlier);
