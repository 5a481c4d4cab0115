// A proposal (phương án đơn giản hóa): a frozen, numbered redesign. Screens and papers of it read only this document.
import * as z from 'zod/mini';
import { Revision } from '#procedures/definition/revision.ts';
import { Plan } from '#procedures/plan/plan.ts';
import { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { Ground } from '#procedures/redesign/ground.ts';
import { AddedField, Marks } from '#procedures/redesign/mark.ts';
import { Register } from '#procedures/registers/register.ts';
import { Id, Label, Moment } from '#procedures/text/label.ts';

/** An exact cut: `numerator` of `denominator` fields, whether the target was met, how many more it would have taken. */
export const Measure = z.strictObject({
  rule: Id,
  before: z.int(),
  after: z.int(),
  added: z.int(),
  cut: z.strictObject({ numerator: z.int(), denominator: z.int() }),
  /** Threshold in hundredths of a percent. */
  target: z.int(),
  meets: z.boolean(),
  missing: z.int(),
  treatments: z.record(z.string(), z.int()),
  documents: z.strictObject({ before: z.int(), after: z.int() }),
  steps: z.strictObject({ before: z.int(), after: z.int() }),
});

/** What is frozen at submission; the hash is taken over exactly this. */
export const ProposalContent = z.strictObject({
  redesign: Id,
  number: z.int().check(z.gte(1)),
  plan: Plan,
  rule: CountingRule,
  baseline: Revision,
  office: Id,
  officeName: Label,
  marks: Marks,
  added: z.array(AddedField),
  /** Only those that the marks name, in the wording of that day. */
  grounds: z.array(Ground),
  registers: z.array(Register),
  measure: Measure,
  submittedBy: Label,
  submittedAt: Moment,
});

/** `hash`: lower-case hexadecimal SHA-256 of the canonical JSON of the content. */
export const Proposal = z.extend(ProposalContent, { hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) });

export type Measure = z.infer<typeof Measure>;
export type ProposalContent = z.infer<typeof ProposalContent>;
export type Proposal = z.infer<typeof Proposal>;
