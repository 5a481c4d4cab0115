// A mark (đề xuất trên một thành phần): what shall become of one element, why, on which law, who may decide it.
import * as z from 'zod';
import { Fee, ProcessingTime } from '#procedures/definition/channel.ts';
import { Field } from '#procedures/definition/field.ts';
import { Id, Label, Prose } from '#procedures/text/label.ts';

/** product.md §4. Fields take the first six; `change` is for documents, channels, steps, authority and result. */
export const TREATMENTS = ['keep', 'remove', 'retrieve', 'prefill', 'merge', 'makeOptional', 'change'] as const;
export const Treatment = z.enum(TREATMENTS);

/** Within the province's power, or to be recommended (kiến nghị) to whoever issued the document. */
const Authority = z.enum(['decide', 'recommend']);

/** Why, on which law, who decides: what every mark and every added field must be able to show before submission. */
export const Justification = z.strictObject({
  ground: Id.optional(),
  reason: Prose.optional(),
  authority: Authority.optional(),
  /** For `recommend`: the exact điểm/khoản/điều of the document to amend. */
  amends: Prose.optional(),
  /** For `recommend`: lộ trình thực hiện. */
  timetable: Label.optional(),
});

/** New values for a changed element; which keys an element kind takes stands in `treatments.ts`. */
export const NewValues = z.strictObject({
  name: Prose.optional(),
  text: Prose.optional(),
  originals: z.int().min(0).max(1000).optional(),
  copies: z.int().min(0).max(1000).optional(),
  processingTime: ProcessingTime.optional(),
  fees: z.array(Fee).max(100).optional(),
});

export const Mark = Justification.extend({
  treatment: Treatment,
  /** `retrieve`, `prefill`: `<register>/<item>` of the register list. */
  dataItem: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .optional(),
  /** `retrieve`: what happens when the data cannot be retrieved (NQ 66.7/2025/NQ-CP Điều 2.2, Điều 8). */
  fallback: Prose.optional(),
  /** `retrieve`, `prefill`: says openly that the register is not connected here yet. */
  notConnected: z.boolean().optional(),
  /** `merge`: the field that answers for this one. */
  into: Id.optional(),
  /** Groups of applicants for whom the element stays (foreigners, for instance). */
  exceptions: Prose.optional(),
  /** `change`. */
  values: NewValues.optional(),
});

/** A field that the redesign adds; it counts. It stands after `after`, or first in its form. */
export const AddedField = Justification.extend({ form: Id, after: Id.optional(), field: Field });

export type Treatment = z.infer<typeof Treatment>;
export type Justification = z.infer<typeof Justification>;
export type NewValues = z.infer<typeof NewValues>;
export type Mark = z.infer<typeof Mark>;
export type AddedField = z.infer<typeof AddedField>;

/** A file of marks for `tinhgon measure --marks`. */
export const Marks = z.record(z.string(), Mark);
export type Marks = z.infer<typeof Marks>;
