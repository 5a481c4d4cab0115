import type { Stores } from '#functions/store/stores.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import { notFound } from './problem.ts';

/** What a redesign stands on: the frozen revision, the plan, the plan's counting rule. */
export type Footing = { revision: Revision; plan: Plan; rule: CountingRule };

/** Looks up what redesigns stand on. A revision or counting rule that is missing is answered 404; a missing plan throws NotFoundError. */
export function createFooting({ procedures, plans }: Pick<Stores, 'procedures' | 'plans'>) {
  /** Usually no read at all: revisions never change and plans are kept for some seconds. */
  async function of(redesign: { plan: string; procedure: string; revision: number }): Promise<Footing> {
    const [revision, plan] = await Promise.all([procedures.revision(redesign.procedure, redesign.revision), plans.recently(redesign.plan)]);
    const rule = countingRule(plan.rule);
    if (!revision || !rule) throw notFound(revision ? `quy tắc đếm ${plan.rule}` : 'phiên bản gốc của bản tái cấu trúc');
    return { revision, plan, rule };
  }

  return { of };
}
