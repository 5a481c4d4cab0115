// A declaration form (mẫu đơn, tờ khai): the sheet as the law prints it, field by field in reading order.
import * as z from 'zod';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Field } from './field.ts';

export const Form = z.strictObject({
  id: Id,
  title: Label,
  /** The document that prints the form, verbatim from the source. */
  basis: Label.optional(),
  /** False where the source shows only part of the sheet. */
  complete: z.boolean(),
  fields: z.array(Field).max(2000),
  note: Prose.optional(),
  sources: z.array(Label).max(20).optional(),
});
export type Form = z.infer<typeof Form>;
