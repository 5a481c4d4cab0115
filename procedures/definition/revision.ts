// A revision (phiên bản): one immutable version of a definition.
import * as z from 'zod/mini';
import { Label, Moment } from '#procedures/text/label.ts';
import { Procedure } from './procedure.ts';

export const Revision = z.strictObject({
  procedure: Procedure,
  number: z.int().check(z.gte(1)),
  publishedAt: Moment,
  publishedBy: Label,
  /** Why this revision exists: the file it was loaded from, later the decision that made it. */
  origin: Label,
});
export type Revision = z.infer<typeof Revision>;
