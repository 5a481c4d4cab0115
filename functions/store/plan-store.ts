// Plans, and which of them is the current one.
import type { Plan } from '#procedures/plan/plan.ts';
import { NotFoundError, StaleError } from './errors.ts';
import { ConditionFailure } from './failures.ts';
import { Recent } from './recent.ts';
import type { Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** A plan changes a few times a year: a process may go on with one it read this many milliseconds ago. */
const TRUSTED = 10_000;
const REMEMBERED = 50;

/** Reads and saves plans. A save over a version that is no longer there throws StaleError. */
export class PlanStore {
  readonly #storage: Storage;
  readonly #recent = new Recent<Plan>(REMEMBERED, TRUSTED);

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The plan as the table has it now; null where there is none. StoredItemError for one that does not fit its schema. */
  async read(id: string): Promise<Plan | null> {
    const key = this.#storage.keys.plan(id);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/plan/plan.ts')]);
    if (!item) return null;
    const plan = fromBody(schema.Plan, key, item.body);
    this.#recent.set(id, plan);
    return plan;
  }

  /** The plan as it was some seconds ago at most; NotFoundError when there is none. */
  async recently(id: string): Promise<Plan> {
    const plan = this.#recent.get(id) ?? (await this.read(id));
    if (!plan) throw new NotFoundError(`plan ${id}`);
    return plan;
  }

  /** The plan that new redesigns belong to; NotFoundError while none is set. */
  async current(): Promise<Plan> {
    const pointer = await this.#storage.read(this.#storage.keys.currentPlan());
    if (!pointer) throw new NotFoundError('the current plan');
    return this.recently(String(pointer.plan));
  }

  /** Saves a plan (version 1: it must be new) and makes it the current one. */
  async save(plan: Plan): Promise<void> {
    const { keys } = this.#storage;
    const key = keys.plan(plan.id);
    const attributes = { version: plan.version, body: toBody(key, plan) };
    const isFirst = plan.version === 1;
    const put = isFirst ? this.#storage.putNew(key, attributes) : this.#storage.putOver(key, plan.version - 1, attributes);
    const point = this.#storage.update(keys.currentPlan(), {
      UpdateExpression: 'SET #plan = :plan',
      ExpressionAttributeNames: { '#plan': 'plan' },
      ExpressionAttributeValues: { ':plan': plan.id },
    });
    await this.#storage.write([put, point]).catch((error: unknown) => {
      throw error instanceof ConditionFailure ? new StaleError(`plan ${plan.id}`) : error;
    });
  }
}
