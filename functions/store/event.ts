// One line of the history: who did what, when, to what, from what. Written once, never changed. It stands with its redesign; what
// happens without one (a refusal to open, the export of a definition) stands with the procedure.
import * as z from 'zod';
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
  redesign: Id.optional(),
  procedure: Id.optional(),
  /** Version of the redesign after the action; of a procedure, the number of its revision. */
  version: z.int().min(1),
  /** What was done, element by element… */
  edits: z.array(Edit).optional(),
  /** …and what stood there before: the mark or the added field of each touched element, `null` where there was none. */
  from: z.record(z.string(), z.union([Mark, AddedField, z.null()])).optional(),
  /** A change of state. */
  states: z.strictObject({ from: State, to: State }).optional(),
  /** Number of the proposal that was drawn up or exported. */
  proposal: z.int().min(1).optional(),
  format: z.enum(['docx', 'xlsx']).optional(),
  /** Set when the action was refused: why, in Vietnamese. Nothing was changed then. */
  because: Prose.optional(),
});
export type Event = z.infer<typeof Event>;
