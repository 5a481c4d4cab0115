// The counting rule: what is one unit of declared information. Versioned data, stored with every result and printed beside it.
import * as z from 'zod/mini';
import { FieldKind, Filler } from '#procedures/definition/field.ts';
import { Id, Prose } from '#procedures/text/label.ts';

export const CountingRule = z.strictObject({
  id: Id,
  name: Prose,
  /** The rule in plain Vietnamese, one sentence a line, as it is printed. */
  sentences: z.array(Prose).check(z.minLength(1)),
  /** Kinds that are not declared information. */
  excludedKinds: z.array(FieldKind),
  /** Who must write it for it to count. */
  countedFillers: z.array(Filler),
  /** Whether a pre-filled field that the applicant confirms still counts. */
  prefillCounts: z.boolean(),
});
export type CountingRule = z.infer<typeof CountingRule>;
