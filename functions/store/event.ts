// One line of the history: who did what, when, to what, from what. Written once, never changed. It stands with its redesign; what
// happens without one (a refusal to open, the export of a definition) stands with the procedure.
import * as z from 'zod/mini';
import { Edit } from '#procedures/redesign/edit-schema.ts';
import { AddedField, Mark } from '#procedures/redesign/mark.ts';
import { State } from '#procedures/redesign/redesign.ts';
import { Role } from '#procedures/review/person.ts';
import { ACTIONS } from '#procedures/review/transitions.ts';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

export const Event = z.strictObject({
  at: Moment,
  by: z.strictObject({ subject: z.string(), name: Label, role: Role }),
  action: z.enum(ACTIONS),
  redesign: z.optional(Id),
  procedure: z.optional(Id),
  /** Version of the redesign after the action; of a procedure, the number of its revision. */
  version: z.int().check(z.gte(1)),
  /** What was done, element by element… */
  edits: z.optional(z.array(Edit)),
  /** …and what stood there before: the mark or the added field of each touched element, `null` where there was none. */
  from: z.optional(z.record(z.string(), z.union([Mark, AddedField, z.null()]))),
  /** A change of state. */
  states: z.optional(z.strictObject({ from: State, to: State })),
  /** Number of the proposal that was drawn up or exported. */
  proposal: z.optional(z.int().check(z.gte(1))),
  format: z.optional(z.enum(['docx', 'xlsx'])),
  /** Set when the action was refused: why, in Vietnamese. Nothing was changed then. */
  because: z.optional(Prose),
});
export type Event = z.infer<typeof Event>;
