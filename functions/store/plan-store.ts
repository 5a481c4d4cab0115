// Plans, and which of them is the current one.
import { Plan } from '#procedures/plan/plan.ts';
import { NotFoundError, StaleError } from './errors.ts';
import { ConditionFailure } from './failures.ts';
import { Recent } from './recent.ts';
import type { Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** A plan changes a few times a year: a process may go on with one it read this many milliseconds ago. */
const TRUSTED = 10_000;
const REMEMBERED = 50;

export function planStore(storage: Storage) {
  const { keys } = storage;
  const recent = new Recent<Plan>(REMEMBERED, TRUSTED);

  async function read(id: string): Promise<Plan | null> {
    const key = keys.plan(id);
    const item = await storage.read(key, 'body');
    if (!item) return null;
    const plan = fromBody(Plan, key, item.body);
    recent.set(id, plan);
    return plan;
  }

  /** The plan as it was some seconds ago at most; NotFoundError when there is none. */
  async function recently(id: string): Promise<Plan> {
    const plan = recent.get(id) ?? (await read(id));
    if (!plan) throw new NotFoundError(`plan ${id}`);
    return plan;
  }

  /** The plan that new redesigns belong to; NotFoundError while none is set. */
  async function current(): Promise<Plan> {
    const pointer = await storage.read(keys.currentPlan());
    if (!pointer) throw new NotFoundError('the current plan');
    return recently(String(pointer.plan));
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
    await storage.write([put, point]).catch((error: unknown) => {
      throw error instanceof ConditionFailure ? new StaleError(`plan ${plan.id}`) : error;
    });
  }

  return { read, recently, current, save };
}
