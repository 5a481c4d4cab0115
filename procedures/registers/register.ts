// A register (cơ sở dữ liệu): a State database, its items, and whether this province can query it today.
import * as z from 'zod/mini';
import { Day, Id, Label, Prose } from '#procedures/text/label.ts';

export const DataItem = z.strictObject({
  id: Id,
  /** Number of the item in the law that lists it. */
  number: z.optional(Label),
  name: Label,
  /** Root data (dữ liệu gốc) or a copy; absent = the source does not say. */
  root: z.optional(z.boolean()),
});

export const Register = z.strictObject({
  id: Id,
  name: Label,
  owner: z.optional(Label),
  basis: Label,
  effectiveFrom: z.optional(Day),
  items: z.array(DataItem).check(z.maxLength(500)),
  /** "The law lists it" and "we can query it" are two facts; absent = not connected, as far as the office has said. */
  connectedSince: z.optional(Day),
  source: Prose,
  note: z.optional(Prose),
});
export type DataItem = z.infer<typeof DataItem>;
export type Register = z.infer<typeof Register>;
