import type { Plan } from '#procedures/plan/plan.ts';
import { letterheadAt } from '#procedures/plan/letterhead.ts';
import { declaredTarget } from '#procedures/plan/target.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { dayOf } from '#procedures/text/date.ts';
import type { SignedContent, Submission } from './submission.ts';

/**
 * What the leader signs off: the submission as it stands, under the plan, rule, target and letterhead of that day. Every proposal is in it
 * by its own hash, so one hash covers everything. `by` is a name, `at` a moment in UTC.
 */
export function signedContent(parts: { submission: Submission; plan: Plan; rule: CountingRule; by: string; at: string }): SignedContent {
  const { submission, plan, rule, by, at } = parts;
  const { id, title, grouping, entries, letter, signings } = submission;
  return {
    submission: id,
    number: signings + 1,
    plan: {
      id: plan.id,
      name: plan.name,
      year: plan.year,
      rule: rule.id,
      ruleName: rule.name,
      target: declaredTarget(plan)?.threshold ?? 0,
      ...(plan.demonstration && { demonstration: true }),
    },
    letterhead: letterheadAt(plan, dayOf(at)),
    title,
    grouping,
    entries,
    letter,
    signedBy: by,
    signedAt: at,
  };
}
