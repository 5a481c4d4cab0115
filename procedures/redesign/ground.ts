// A ground (căn cứ): why the State need not ask; from a dated list.
import * as z from 'zod/mini';
import { Day, Id, Label, Prose } from '#procedures/text/label.ts';

export const Ground = z.strictObject({
  id: Id,
  /** The short key of domain.md §4.4, e.g. `NQ66.7-Đ2.1`. */
  key: Label,
  /** As it is cited in an official document. */
  citation: Label,
  summary: Prose,
  effectiveFrom: z.optional(Day),
  effectiveTo: z.optional(Day),
  source: Prose,
  /** True where the citation or date still has to be confirmed by the office. */
  unconfirmed: z.optional(z.boolean()),
});
export type Ground = z.infer<typeof Ground>;
