// Actual results of a redesign that has taken effect: one item a period.
import type { Result } from '#procedures/proposal/result.ts';
import { NotFoundError, OutdatedError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** Quarters, half-years and years of half a century. */
const LONGEST_LIST = 350;

/** Reads and writes results. StoredItemError for one that does not fit its schema. */
export class ResultStore {
  readonly #storage: Storage;
  readonly #history: History;

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  async read(redesign: string, period: string): Promise<Result | null> {
    const key = this.#storage.keys.result(redesign, period);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/proposal/result.ts')]);
    return item ? fromBody(schema.Result, key, item.body) : null;
  }

  /** Every period that was entered, in the order of their names. */
  async list(redesign: string): Promise<Result[]> {
    const { pk, prefix } = this.#storage.keys.results(redesign);
    const [{ items }, schema] = await Promise.all([
      this.#storage.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit: LONGEST_LIST,
      }),
      import('#procedures/proposal/result.ts'),
    ]);
    return items.map((item) => fromBody(schema.Result, { pk: String(item.pk), sk: String(item.sk) }, item.body));
  }

  /** Saves a result (version 1: it must be new) with its line of the history; OutdatedError carries what is there instead. */
  async save(result: Result, event: Event): Promise<void> {
    const key = this.#storage.keys.result(result.redesign, result.period);
    const attributes = { version: result.version, body: toBody(key, result) };
    const isNew = result.version === 1;
    const put = isNew ? this.#storage.putNew(key, attributes) : this.#storage.putOver(key, result.version - 1, attributes);
    await this.#storage.write([put, this.#history.line(event)]).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      const current = await this.read(result.redesign, result.period);
      if (!current) throw new NotFoundError(`result ${result.period}`);
      throw new OutdatedError(`result ${result.period}`, current, { by: current.by, at: current.at });
    });
  }
}
