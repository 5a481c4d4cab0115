import { Plan } from '#procedures/plan/plan.ts';
import { NotFoundError, VersionConflictError } from './errors.ts';
import { ConditionFailure } from './failures.ts';
import type { Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** Plans, and which of them is the current one. */
export function planStore(storage: Storage) {
  const { keys } = storage;

  async function read(id: string): Promise<Plan | null> {
    const key = keys.plan(id);
    const item = await storage.read(key);
    return item ? fromBody(Plan, key, item.body) : null;
  }

  /** The plan that new redesigns belong to; NotFoundError while none is set. */
  async function current(): Promise<Plan> {
    const pointer = await storage.read(keys.currentPlan());
    const plan = pointer ? await read(String(pointer.plan)) : null;
    if (!plan) throw new NotFoundError('the current plan');
    return plan;
  }

  /** Saves a plan (version 1: it must be new) and makes it the current one. */
  async function save(plan: Plan): Promise<void> {
    const key = keys.plan(plan.id);
    const attributes = { version: plan.version, body: toBody(key, plan) };
    const put = plan.version === 1 ? storage.putNew(key, attributes) : storage.putOver(key, plan.version - 1, attributes);
    const point = storage.update(keys.currentPlan(), {
      UpdateExpression: 'SET #plan = :plan',
      ExpressionAttributeNames: { '#plan': 'plan' },
      ExpressionAttributeValues: { ':plan': plan.id },
    });
    await storage.write([put, point]).catch(async (error: unknown) => {
      throw error instanceof ConditionFailure ? new VersionConflictError(`plan ${plan.id}`, await read(plan.id)) : error;
    });
  }

  return { read, current, save };
}
