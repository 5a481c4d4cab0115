// A document (thành phần hồ sơ): a paper that the dossier must hold.
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Condition } from './field.ts';

export const Document = z.strictObject({
  id: Id,
  name: Prose,
  originals: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  copies: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  /** The form of this procedure that this document is. */
  form: z.optional(Id),
  /** Name of the file attached on the portal, verbatim. */
  file: z.optional(Label),
  /** The cases (trường hợp) in which it is asked; absent = always. */
  cases: z.optional(z.array(Prose).check(z.maxLength(50))),
  condition: z.optional(Condition),
  note: z.optional(Prose),
});
export type Document = z.infer<typeof Document>;
