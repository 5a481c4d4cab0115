// A redesign (bản tái cấu trúc): the working copy, a frozen baseline revision plus marks.
import * as z from 'zod/mini';
import { Day, Id, Label, Moment, Prose } from '#procedures/text/label.ts';
import { AddedField, Marks } from './mark.ts';

/** product.md §4, states of a redesign; `discarded` drafts stay readable and can be brought back. */
export const STATES = ['draft', 'submitted', 'returned', 'accepted', 'bundled', 'approved', 'rejected', 'inEffect', 'discarded'] as const;
export const State = z.enum(STATES);

/** Before and after under the plan's rule, kept on the redesign so that lists need not open it. */
export const Tally = z.strictObject({
  before: z.int().check(z.gte(0)),
  after: z.int().check(z.gte(0)),
  added: z.int().check(z.gte(0)),
  treatments: z.record(z.string(), z.int()),
});

/** What a frozen proposal measured, or what was approved of it: declared information before and after, the target met or how many short. */
export const Standing = z.strictObject({
  before: z.int().check(z.gte(0)),
  after: z.int().check(z.gte(0)),
  meets: z.boolean(),
  missing: z.int().check(z.gte(0)),
});

/** What the Chairman decided on it. `marks`: the approved ones of a decision in part. */
const Decided = z.strictObject({
  submission: Id,
  /** Number and symbol of the decision as printed. */
  decision: Label,
  date: Day,
  outcome: z.enum(['approved', 'partly', 'rejected']),
  marks: z.optional(z.array(Id)),
  reason: z.optional(Prose),
  /** Of what was approved; the whole proposal's where everything was. Absent when rejected. */
  standing: z.optional(Standing),
});

export const Redesign = z.strictObject({
  id: Id,
  version: z.int().check(z.gte(1)),
  plan: Id,
  procedure: Id,
  procedureCode: z.optional(Label),
  procedureName: Label,
  internal: z.boolean(),
  /** Number of the frozen baseline revision. */
  revision: z.int().check(z.gte(1)),
  office: Id,
  state: State,
  marks: Marks,
  added: z.array(AddedField).check(z.maxLength(500)),
  tally: Tally,
  /** How many proposals were drawn up from it. */
  proposals: z.int().check(z.gte(0)),
  openedBy: Label,
  openedAt: Moment,
  updatedBy: Label,
  updatedAt: Moment,
  submittedAt: z.optional(Moment),
  /** Subjects of everyone who wrote in it: none of them may accept it. Absent on redesigns older than this field. */
  writers: z.optional(z.array(z.string()).check(z.maxLength(500))),
  /** The last frozen proposal; lists show this, not the working tally. */
  frozen: z.optional(z.extend(Standing, { number: z.int(), hash: z.string(), at: Moment, by: Label })),
  returnedAt: z.optional(Moment),
  acceptedAt: z.optional(Moment),
  acceptedBy: z.optional(Label),
  /** The submission that it is in, or was decided with. */
  submission: z.optional(Id),
  decided: z.optional(Decided),
  decidedAt: z.optional(Moment),
  /**
   * When what the province decides of it became a revision: the day of effect, the number of that revision, and before and after of
   * just that part, since recommendations do not take effect with it.
   */
  effect: z.optional(z.strictObject({ from: Day, revision: z.int(), at: Moment, standing: z.optional(Standing) })),
});
export type State = z.infer<typeof State>;
export type Tally = z.infer<typeof Tally>;
export type Standing = z.infer<typeof Standing>;
export type Decided = z.infer<typeof Decided>;
export type Redesign = z.infer<typeof Redesign>;
