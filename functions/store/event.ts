// One line of the history: who did what, when, to what, from what. Written once, never changed. It stands with its redesign; what
// happens without one stands with the procedure, the submission, the plan, or with the workspace as a whole.
import * as z from 'zod/mini';
import { Edit } from '#procedures/redesign/edit-schema.ts';
import { SubmissionState } from '#procedures/proposal/submission.ts';
import { AddedField, Mark } from '#procedures/redesign/mark.ts';
import { State } from '#procedures/redesign/redesign.ts';
import { ROLES } from '#procedures/review/person.ts';
import { ACTIONS, SUBMISSION_ACTIONS, WORKSPACE_ACTIONS } from '#procedures/review/transitions.ts';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

/** A guest has no seat in the workspace; the link stands for the person. `signIn` is written when a person takes a seat for the first time. */
const EVENT_ACTIONS = [...ACTIONS, ...SUBMISSION_ACTIONS, ...WORKSPACE_ACTIONS, 'openShared', 'signIn', 'recount'] as const;

export const Event = z.strictObject({
  at: Moment,
  by: z.strictObject({ subject: z.string(), name: Label, role: z.enum([...ROLES, 'guest']) }),
  action: z.enum(EVENT_ACTIONS),
  redesign: z.optional(Id),
  procedure: z.optional(Id),
  submission: z.optional(Id),
  plan: z.optional(Id),
  /** What it was about, in one Vietnamese phrase, where the fields do not say it: a comment, a person, a list of settings. */
  about: z.optional(Prose),
  /** What stood there before, in one phrase, where something was replaced. */
  was: z.optional(Prose),
  /** Version of the redesign after the action; of a procedure, the number of its revision. */
  version: z.int().check(z.gte(1)),
  /** What was done, element by element… */
  edits: z.optional(z.array(Edit)),
  /** …and what stood there before: the mark or the added field of each touched element, `null` where there was none. */
  from: z.optional(z.record(z.string(), z.union([Mark, AddedField, z.null()]))),
  /** A change of state. */
  states: z.optional(z.strictObject({ from: State, to: State })),
  /** Of a submission. */
  submissionStates: z.optional(z.strictObject({ from: z.optional(SubmissionState), to: SubmissionState })),
  /** Number of the proposal that was drawn up or exported. */
  proposal: z.optional(z.int().check(z.gte(1))),
  format: z.optional(z.enum(['docx', 'xlsx', 'csv', 'json', 'page'])),
  /** Set when the action was refused: why, in Vietnamese. Nothing was changed then. */
  because: z.optional(Prose),
});
export type Event = z.infer<typeof Event>;
