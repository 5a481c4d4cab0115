// A parameter (tham số): one figure that computations take from outside, with its unit and where it comes from.
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';

export const Parameter = z.strictObject({
  id: Id,
  name: Label,
  /** Exact decimal with a dot and no leading zeros, at most 15 digits before it and 9 behind: `67500`, `0.5`. Never a floating number. */
  value: z.string().check(z.regex(/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/)),
  /** As it stands behind the figure: `đồng/giờ`, `%`. */
  unit: Label,
  source: Prose,
});
export type Parameter = z.infer<typeof Parameter>;
