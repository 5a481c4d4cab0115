// Drawing up a proposal: baseline, marks, numbers, rule and the cited grounds frozen into one document (product.md §2, step 5).
import type { Revision } from '#procedures/definition/revision.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { declaredTarget } from '#procedures/plan/target.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import type { Ground } from '#procedures/redesign/ground.ts';
import { measure } from '#procedures/redesign/measure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Register } from '#procedures/registers/register.ts';
import type { ProposalContent } from './proposal.ts';

/**
 * What is frozen at submission. Grounds and registers: only those that marks or added fields name, in the wording of that day.
 * `by` is a name, `at` a moment in UTC. Throws where `baseline` is not the revision on which the redesign stands.
 */
export function drawUp(parts: {
  redesign: Redesign;
  baseline: Revision;
  plan: Plan;
  rule: CountingRule;
  registers: readonly Register[];
  grounds: readonly Ground[];
  by: string;
  at: string;
}): ProposalContent {
  const { redesign, baseline, plan, rule } = parts;
  if (baseline.procedure.id !== redesign.procedure || baseline.number !== redesign.revision) {
    throw new Error(`Redesign ${redesign.id} stands on revision ${redesign.revision} of ${redesign.procedure}, not on the one given.`);
  }
  const { marks, added } = redesign;
  const grounds = new Set([...Object.values(marks), ...added].map((one) => one.ground));
  const registers = new Set(Object.values(marks).map((mark) => mark.dataItem?.split('/')[0]));
  return {
    redesign: redesign.id,
    number: redesign.proposals + 1,
    plan,
    rule,
    baseline,
    office: redesign.office,
    officeName: plan.offices.find((office) => office.id === redesign.office)?.name ?? redesign.office,
    marks,
    added,
    grounds: parts.grounds.filter((ground) => grounds.has(ground.id)),
    registers: parts.registers.filter((register) => registers.has(register.id)),
    measure: measure(baseline.procedure, marks, added, rule, declaredTarget(plan)?.threshold ?? 0),
    submittedBy: parts.by,
    submittedAt: parts.at,
  };
}
