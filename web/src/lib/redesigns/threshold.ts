// The plan's target for declared information, as a number and as it is printed.
import type { Plan } from '#procedures/plan/plan.ts';
import { declaredTarget } from '#procedures/plan/target.ts';
import { formatPercent } from '#procedures/text/number.ts';

/** Threshold in hundredths of a percent; 0 when the plan sets none for declared information. */
export function thresholdOf(plan: Plan): number {
  return declaredTarget(plan)?.threshold ?? 0;
}

/** `20%`; decimals only where there are some. */
export function thresholdText(threshold: number): string {
  return formatPercent({ numerator: threshold, denominator: 10_000 }, threshold % 100 === 0 ? 0 : 2);
}
