import type { Revision } from '#procedures/definition/revision.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { CountingRule } from './counting-rule.ts';
import { tally } from './measure.ts';
import type { Redesign } from './redesign.ts';

/** A new draft of `office` on the frozen baseline `revision`: no marks yet, version 1. `by` is a name, `at` a moment in UTC. */
export function openRedesign(opening: {
  id: string;
  plan: Pick<Plan, 'id'>;
  revision: Revision;
  office: string;
  by: string;
  at: string;
  rule: CountingRule;
}): Redesign {
  const { id, plan, revision, office, by, at, rule } = opening;
  const { procedure } = revision;
  return {
    id,
    version: 1,
    plan: plan.id,
    procedure: procedure.id,
    ...(procedure.code === undefined ? {} : { procedureCode: procedure.code }),
    procedureName: procedure.name,
    internal: procedure.internal,
    revision: revision.number,
    office,
    state: 'draft',
    marks: {},
    added: [],
    tally: tally(procedure, {}, [], rule),
    proposals: 0,
    openedBy: by,
    openedAt: at,
    updatedBy: by,
    updatedAt: at,
  };
}
