// A redesign (bản tái cấu trúc): the working copy, a frozen baseline revision plus marks.
import * as z from 'zod/mini';
import { Id, Label, Moment } from '#procedures/text/label.ts';
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
});
export type State = z.infer<typeof State>;
export type Tally = z.infer<typeof Tally>;
export type Redesign = z.infer<typeof Redesign>;
