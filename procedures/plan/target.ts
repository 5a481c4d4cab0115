import type { Plan, Target } from './plan.ts';

/** The plan's target for declared information, or undefined where it sets none. */
export function declaredTarget(plan: Pick<Plan, 'targets'>): Target | undefined {
  return plan.targets.find((target) => target.metric === 'declaredInformation');
}
