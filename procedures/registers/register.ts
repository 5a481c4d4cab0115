// A register (cơ sở dữ liệu): a State database, its items, and whether this province can query it today.
import * as z from 'zod';
import { Day, Id, Label, Prose } from '#procedures/text/label.ts';

export const DataItem = z.strictObject({
  id: Id,
  /** Number of the item in the law that lists it. */
  number: Label.optional(),
  name: Label,
  /** Root data (dữ liệu gốc) or a copy; absent = the source does not say. */
  root: z.boolean().optional(),
});

export const Register = z.strictObject({
  id: Id,
  name: Label,
  owner: Label.optional(),
  basis: Label,
  effectiveFrom: Day.optional(),
  items: z.array(DataItem).max(500),
  /** "The law lists it" and "we can query it" are two facts; absent = not connected, as far as the office has said. */
  connectedSince: Day.optional(),
  source: Prose,
  note: Prose.optional(),
});
export type DataItem = z.infer<typeof DataItem>;
export type Register = z.infer<typeof Register>;
