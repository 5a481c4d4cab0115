// A decision (quyết định): what the Chairman decided on a signed submission, proposal by proposal.
import * as z from 'zod/mini';
import { Day, Id, Label, Moment, Prose } from '#procedures/text/label.ts';
import { MOST_ENTRIES } from './submission.ts';

/** `marks`: the approved elements of a proposal that was approved in part. `reason`: why not, or why only in part. */
export const Outcome = z.strictObject({
  redesign: Id,
  outcome: z.enum(['approved', 'partly', 'rejected']),
  marks: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(1000))),
  reason: z.optional(Prose),
});

/** As it is typed in from the paper. */
export const DecisionInput = z.strictObject({
  /** Number and symbol, `1234/QĐ-UBND`. */
  number: Label.check(z.maxLength(100)),
  date: Day,
  /** Who decided, as the head of the paper names it. */
  authority: Label.check(z.maxLength(300)),
  /** Title lines and name as the paper is signed. */
  signer: z.strictObject({ titles: z.array(Label).check(z.minLength(1), z.maxLength(4)), name: z.optional(Label) }),
  verb: z.enum(['approve', 'adopt']),
  effectiveFrom: Day,
  outcomes: z.array(Outcome).check(z.minLength(1), z.maxLength(MOST_ENTRIES)),
});

export const Decision = z.extend(DecisionInput, {
  submission: Id,
  /** The signed submission that it decides on. */
  signed: z.strictObject({ number: z.int(), hash: z.string() }),
  recordedBy: Label,
  recordedAt: Moment,
});
export type Outcome = z.infer<typeof Outcome>;
export type DecisionInput = z.infer<typeof DecisionInput>;
export type Decision = z.infer<typeof Decision>;
