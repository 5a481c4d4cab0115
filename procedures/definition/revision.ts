// A revision (phiên bản): one immutable version of a definition.
import * as z from 'zod/mini';
import { Day, Id, Label, Moment } from '#procedures/text/label.ts';
import { Procedure } from './procedure.ts';

/** The decision that a revision carries out: who decided, by which document, on which frozen proposal. */
const RevisionDecision = z.strictObject({
  /** Number and symbol as printed, e.g. `1234/QĐ-UBND`. */
  number: Label,
  date: Day,
  authority: Label,
  effectiveFrom: Day,
  submission: Id,
  redesign: Id,
  proposal: z.int().check(z.gte(1)),
  /** SHA-256 of the proposal. */
  hash: z.string(),
});

export const Revision = z.strictObject({
  procedure: Procedure,
  number: z.int().check(z.gte(1)),
  publishedAt: Moment,
  publishedBy: Label,
  /** Why this revision exists: the file it was loaded from, later the decision that made it. */
  origin: Label,
  decision: z.optional(RevisionDecision),
});
export type Revision = z.infer<typeof Revision>;
