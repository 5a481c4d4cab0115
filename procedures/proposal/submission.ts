// A submission (tờ trình): accepted proposals bundled for the decision. What the leader signs off is frozen with a hash of everything.
import * as z from 'zod/mini';
import { Letterhead } from '#procedures/plan/plan.ts';
import { Standing } from '#procedures/redesign/redesign.ts';
import { Day, Id, Label, Moment, Prose } from '#procedures/text/label.ts';

export const SUBMISSION_STATES = ['drafting', 'offered', 'signed', 'decided', 'withdrawn'] as const;
export const SubmissionState = z.enum(SUBMISSION_STATES);
export const GROUPINGS = ['none', 'kind', 'area', 'office'] as const;

/** One submission holds at most so many proposals: what its document can carry. */
export const MOST_ENTRIES = 600;

/** One proposal in it, as frozen as the proposal itself. The order of the list is the order on paper, within its group. */
export const Entry = z.strictObject({
  redesign: Id,
  /** Number and SHA-256 of the frozen proposal. */
  number: z.int().check(z.gte(1)),
  hash: z.string(),
  procedure: Id,
  code: z.optional(Label),
  name: Label,
  internal: z.boolean(),
  area: z.optional(Label),
  office: Id,
  officeName: Label,
  standing: Standing,
  /** How many of its marks the province decides, how many are recommendations. */
  decides: z.int().check(z.gte(0)),
  recommends: z.int().check(z.gte(0)),
});

const Paragraphs = z.array(Prose).check(z.maxLength(50));

/** The letter's free parts, everything else on it is computed. Structure [GK] in domain.md §6.4: the office may leave any part empty. */
export const Letter = z.strictObject({
  /** Trích yếu. */
  subject: z.optional(Prose),
  recipient: z.optional(Label),
  /** Căn cứ, each on its own line: chosen by the author, never inserted by the date of today (domain.md §1.2). */
  bases: Paragraphs,
  necessity: Paragraphs,
  process: Paragraphs,
  /** Added to the computed summary. */
  content: Paragraphs,
  request: Paragraphs,
  attachments: Paragraphs,
  /** Nơi nhận. */
  receivers: Paragraphs,
  /** Of the draft decision: its bases, and who carries it out (Điều 2). */
  decisionBases: Paragraphs,
  decisionDuties: Paragraphs,
  decisionReceivers: Paragraphs,
  verb: z.enum(['approve', 'adopt']),
});

const Content = {
  title: Label,
  grouping: z.enum(GROUPINGS),
  entries: z.array(Entry).check(z.maxLength(MOST_ENTRIES)),
  letter: Letter,
};

export const Submission = z.strictObject({
  id: Id,
  version: z.int().check(z.gte(1)),
  plan: Id,
  state: SubmissionState,
  ...Content,
  createdBy: Label,
  createdAt: Moment,
  updatedBy: Label,
  updatedAt: Moment,
  offeredAt: z.optional(Moment),
  sentBack: z.optional(z.strictObject({ by: Label, at: Moment, reason: Prose })),
  /** The signing in force: number and hash of the frozen submission. Absent while it is being drafted, again after a reopening. */
  signed: z.optional(z.strictObject({ number: z.int().check(z.gte(1)), hash: z.string(), by: Label, at: Moment })),
  /** How many times it was signed off. */
  signings: z.int().check(z.gte(0)),
  /** The decision on it, and how many of its entries, in their order, have been moved by it so far. */
  decided: z.optional(
    z.strictObject({ number: Label, date: Day, effectiveFrom: Day, by: Label, at: Moment, applied: z.int().check(z.gte(0)) }),
  ),
});

/** What the leader signed off; papers, pages and guests see only this. */
export const SignedContent = z.strictObject({
  submission: Id,
  number: z.int().check(z.gte(1)),
  plan: z.strictObject({
    id: Id,
    name: Label,
    year: z.int(),
    rule: Id,
    ruleName: Prose,
    target: z.int(),
    demonstration: z.optional(z.boolean()),
  }),
  letterhead: Letterhead,
  ...Content,
  signedBy: Label,
  signedAt: Moment,
});

/** `hash`: lower-case hexadecimal SHA-256 of the canonical JSON of the content; it covers every proposal through its own hash. */
export const SignedSubmission = z.extend(SignedContent, { hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

export type SubmissionState = z.infer<typeof SubmissionState>;
export type Entry = z.infer<typeof Entry>;
export type Letter = z.infer<typeof Letter>;
export type Submission = z.infer<typeof Submission>;
export type SignedContent = z.infer<typeof SignedContent>;
export type SignedSubmission = z.infer<typeof SignedSubmission>;
