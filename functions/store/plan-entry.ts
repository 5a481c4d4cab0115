// One line of the list of plans.
import * as z from 'zod/mini';
import { Plan } from '#procedures/plan/plan.ts';

export const PlanEntry = z.pick(Plan, { id: true, year: true, name: true, version: true });
export type PlanEntry = z.infer<typeof PlanEntry>;
