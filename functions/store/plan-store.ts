// Plans, and which of them is the current one.
import type { Plan } from '#procedures/plan/plan.ts';
import { NotFoundError, OutdatedError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { PlanEntry } from './plan-entry.ts';
import { Recent } from './recent.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { summaryPage } from './summary-page.ts';

/** A plan changes a few times a year: a process may go on with one it read this many milliseconds ago, unless it changed it itself. */
const TRUSTED = 10_000;
const REMEMBERED = 50;
/** A plan a year, and some trials. */
const MOST_PLANS = 500;

/** Reads and saves plans. A save over a version that is no longer there throws OutdatedError with what is there. */
export class PlanStore {
  readonly #storage: Storage;
  readonly #history: History;
  readonly #recent = new Recent<Plan>(REMEMBERED, TRUSTED);

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
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
    const id = await this.currentId();
    if (id === null) throw new NotFoundError('the current plan');
    return this.recently(id);
  }

  /** Its id; null while none is set. */
  async currentId(): Promise<string | null> {
    const pointer = await this.#storage.read(this.#storage.keys.currentPlan());
    return pointer ? String(pointer.plan) : null;
  }

  /** Every plan, the latest year first. */
  async list(): Promise<PlanEntry[]> {
    const { keys } = this.#storage;
    const { PlanEntry: schema } = await import('./plan-entry.ts');
    const { rows } = await summaryPage(this.#storage, { gsi1pk: keys.planList(), schema, keyOf: keys.plan, limit: MOST_PLANS });
    return rows.toReversed();
  }

  /** Saves a plan (version 1: it must be new) and makes it the current one, without a line of the history: what is there from the start. */
  async save(plan: Plan): Promise<void> {
    await this.#write(plan, [this.#pointAt(plan.id)]);
  }

  /** Saves the next version of a plan (version 1: it must be new) with its line of the history. `emptied`: offices that may have no procedures. */
  async change(plan: Plan, event: Event, emptied: readonly string[] = []): Promise<void> {
    const checks = emptied.map((office) =>
      this.#storage.check(this.#storage.keys.totals(plan.id, office), {
        ConditionExpression: 'attribute_not_exists(#procedures) OR #procedures = :none',
        ExpressionAttributeNames: { '#procedures': 'procedures' },
        ExpressionAttributeValues: { ':none': 0 },
      }),
    );
    await this.#write(plan, [this.#history.line(event), ...checks]);
  }

  /** Makes a plan the one that new redesigns belong to; NotFoundError where there is none. */
  async makeCurrent(id: string, event: Event): Promise<void> {
    const exists = this.#storage.check(this.#storage.keys.plan(id), { ConditionExpression: 'attribute_exists(pk)' });
    await this.#storage.write([exists, this.#pointAt(id), this.#history.line(event)]).catch((error: unknown) => {
      throw error instanceof ConditionFailure ? new NotFoundError(`plan ${id}`) : error;
    });
  }

  async #write(plan: Plan, more: readonly Write[]): Promise<void> {
    const { keys } = this.#storage;
    const key = keys.plan(plan.id);
    const { id, year, name, version } = plan;
    const summary: PlanEntry = { id, year, name, version };
    const attributes = { ...keys.planEntry(plan), version, body: toBody(key, plan), summary };
    const put = version === 1 ? this.#storage.putNew(key, attributes) : this.#storage.putOver(key, version - 1, attributes);
    await this.#storage.write([put, ...more]).catch(async (error: unknown) => {
      throw error instanceof ConditionFailure ? await this.#outdated(id) : error;
    });
    this.#recent.set(id, plan);
  }

  #pointAt(id: string): Write {
    return this.#storage.update(this.#storage.keys.currentPlan(), {
      UpdateExpression: 'SET #plan = :plan',
      ExpressionAttributeNames: { '#plan': 'plan' },
      ExpressionAttributeValues: { ':plan': id },
    });
  }

  async #outdated(id: string): Promise<Error> {
    const current = await this.read(id);
    if (!current) return new NotFoundError(`plan ${id}`);
    const { updatedBy, updatedAt } = current;
    return new OutdatedError(`plan ${id}`, current, { ...(updatedBy && { by: updatedBy }), ...(updatedAt && { at: updatedAt }) });
  }
}
