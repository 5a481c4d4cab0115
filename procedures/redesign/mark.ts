// A mark (đề xuất trên một thành phần): what shall become of one element, why, on which law, who may decide it.
import * as z from 'zod/mini';
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
  ground: z.optional(Id),
  reason: z.optional(Prose),
  authority: z.optional(Authority),
  /** For `recommend`: the exact điểm/khoản/điều of the document to amend. */
  amends: z.optional(Prose),
  /** For `recommend`: lộ trình thực hiện. */
  timetable: z.optional(Label),
});

/** New values for a changed element; which keys an element kind takes stands in `treatments.ts`. */
export const NewValues = z.strictObject({
  name: z.optional(Prose),
  text: z.optional(Prose),
  originals: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  copies: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  processingTime: z.optional(ProcessingTime),
  fees: z.optional(z.array(Fee).check(z.maxLength(100))),
});

export const Mark = z.extend(Justification, {
  treatment: Treatment,
  /** `retrieve`, `prefill`: `<register>/<item>` of the register list. */
  dataItem: z.optional(z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))),
  /** `retrieve`: what happens when the data cannot be retrieved (NQ 66.7/2025/NQ-CP Điều 2.2, Điều 8). */
  fallback: z.optional(Prose),
  /** `retrieve`, `prefill`: says openly that the register is not connected here yet. */
  notConnected: z.optional(z.boolean()),
  /** `merge`: the field that answers for this one. */
  into: z.optional(Id),
  /** Groups of applicants for whom the element stays (foreigners, for instance). */
  exceptions: z.optional(Prose),
  /** `change`. */
  values: z.optional(NewValues),
});

/** A field that the redesign adds; it counts. It stands after `after`, or first in its form. */
export const AddedField = z.extend(Justification, { form: Id, after: z.optional(Id), field: Field });

export type Treatment = z.infer<typeof Treatment>;
export type Justification = z.infer<typeof Justification>;
export type NewValues = z.infer<typeof NewValues>;
export type Mark = z.infer<typeof Mark>;
export type AddedField = z.infer<typeof AddedField>;

/** A file of marks for `tinhgon measure --marks`. */
export const Marks = z.record(z.string(), Mark);
export type Marks = z.infer<typeof Marks>;
