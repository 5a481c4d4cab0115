// A document (thành phần hồ sơ): a paper that the dossier must hold.
import * as z from 'zod';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Condition } from './field.ts';

export const Document = z.strictObject({
  id: Id,
  name: Prose,
  originals: z.int().min(0).max(1000).optional(),
  copies: z.int().min(0).max(1000).optional(),
  /** The form of this procedure that this document is. */
  form: Id.optional(),
  /** Name of the file attached on the portal, verbatim. */
  file: Label.optional(),
  /** The cases (trường hợp) in which it is asked; absent = always. */
  cases: z.array(Prose).max(50).optional(),
  condition: Condition.optional(),
  note: Prose.optional(),
});
export type Document = z.infer<typeof Document>;
