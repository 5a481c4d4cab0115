// A declaration form (mẫu đơn, tờ khai): the sheet as the law prints it, field by field in reading order.
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Field } from './field.ts';

export const Form = z.strictObject({
  id: Id,
  title: Label,
  /** The document that prints the form, verbatim from the source. */
  basis: z.optional(Label),
  /** False where the source shows only part of the sheet. */
  complete: z.boolean(),
  fields: z.array(Field).check(z.maxLength(2000)),
  note: z.optional(Prose),
  sources: z.optional(z.array(Label).check(z.maxLength(20))),
});
export type Form = z.infer<typeof Form>;
