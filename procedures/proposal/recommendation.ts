// A recommendation (kiến nghị): an approved mark that only a ministry can carry out. It stays open and is followed by itself.
import * as z from 'zod/mini';
import { Day, Id, Label, Moment, Prose } from '#procedures/text/label.ts';

/** So many steps of one are kept. */
export const MOST_STEPS = 50;
export const RECOMMENDATION_STATES = ['notSent', 'sent', 'accepted', 'declined', 'amended'] as const;

/** `document`: number of the paper that shows the step. */
export const Step = z.strictObject({
  state: z.enum(RECOMMENDATION_STATES),
  date: Day,
  document: z.optional(Label.check(z.maxLength(300))),
  note: z.optional(Prose.check(z.maxLength(1000))),
});
const Taken = z.extend(Step, { by: Label, at: Moment });

export const Recommendation = z.strictObject({
  redesign: Id,
  /** The marked element, or the added field. */
  element: Id,
  version: z.int().check(z.gte(1)),
  plan: Id,
  submission: Id,
  decision: Label,
  procedure: Id,
  procedureCode: z.optional(Label),
  procedureName: Label,
  proposal: z.int().check(z.gte(1)),
  /** The change as the annex prints it, the clause to amend, and the timetable. */
  sentence: Prose,
  amends: z.optional(Prose),
  timetable: z.optional(Prose),
  state: z.enum(RECOMMENDATION_STATES),
  steps: z.array(Taken).check(z.maxLength(MOST_STEPS)),
});

/** What lists show of one: its last step instead of all. */
export const RecommendationRow = z.extend(z.omit(Recommendation, { steps: true }), { last: z.optional(Taken) });
export type Recommendation = z.infer<typeof Recommendation>;
export type RecommendationRow = z.infer<typeof RecommendationRow>;
export type Step = z.infer<typeof Step>;
