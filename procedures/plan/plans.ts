import type { Procedure } from '#procedures/definition/procedure.ts';
import DEMONSTRATION from './demonstration-plan.json' with { type: 'json' };
import type { Office, Plan } from './plan.ts';

/** Loaded at the first start; target and letterhead from the Department's plan of 2024, the rest made up and marked so. */
export const DEMONSTRATION_PLAN = DEMONSTRATION as Plan;

/** The office that reviews the procedure: named for it by id, then set on the procedure, then by its area, else the plan's `otherwise`. */
export function officeOf(plan: Plan, procedure: Pick<Procedure, 'id' | 'area' | 'office'>): Pick<Office, 'id' | 'name'> {
  const { procedures, areas, otherwise } = plan.assignments;
  const named = new Map(plan.offices.map((office) => [office.id, office.name]));
  const own = procedure.office !== undefined && named.has(procedure.office) ? procedure.office : undefined;
  const id = entry(procedures, procedure.id) ?? own ?? entry(areas, procedure.area) ?? otherwise;
  return { id, name: named.get(id) ?? id };
}

function entry(record: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  return key !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
