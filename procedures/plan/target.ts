import type { PlanLine } from './line.ts';
import type { Plan, Target } from './plan.ts';

/** The plan's target for declared information, or undefined where it sets none. */
export function declaredTarget(plan: Pick<Plan, 'targets'>): Target | undefined {
  return plan.targets.find((target) => target.metric === 'declaredInformation');
}

/** The line reckoned with another target for declared information (hundredths of a percent; undefined: none). The version stays. */
export function aimedAt({ target: _before, ...line }: PlanLine, threshold: number | undefined): PlanLine {
  return { ...line, ...(threshold !== undefined && { target: threshold }) };
}
