// Recommendations: each an item of its own beside its redesign, listed by state and last change.
import type { Recommendation, RecommendationRow } from '#procedures/proposal/recommendation.ts';
import { NotFoundError, OutdatedError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { Page } from './page-mark.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { summaryPage } from './summary-page.ts';

type Told = { redesign: string; element: string };

/** A transaction takes 100 writes. */
const MOST = 90;
const told = (place: string): Told => {
  const [redesign = '', element = ''] = place.split('~');
  return { redesign, element };
};

/** So many marks one redesign may have. */
const LONGEST_LIST = 1_500;

/** Reads and writes recommendations. StoredItemError for one that does not fit its schema. */
export class RecommendationStore {
  readonly #storage: Storage;
  readonly #history: History;

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  async read(of: Told): Promise<Recommendation | null> {
    const key = this.#storage.keys.recommendation(of);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/proposal/recommendation.ts')]);
    return item ? fromBody(schema.Recommendation, key, item.body) : null;
  }

  /** All of a redesign, by the id of their element. */
  async list(redesign: string): Promise<Recommendation[]> {
    const { pk, prefix } = this.#storage.keys.recommendations(redesign);
    const [{ items }, schema] = await Promise.all([
      this.#storage.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit: LONGEST_LIST,
      }),
      import('#procedures/proposal/recommendation.ts'),
    ]);
    return items.map((item) => fromBody(schema.Recommendation, { pk: String(item.pk), sk: String(item.sk) }, item.body));
  }

  /** One page of a plan's recommendations by state and last change; with `state`, of that state alone. */
  async page(wanted: { plan: string; state?: Recommendation['state']; after?: string; limit: number }): Promise<Page<RecommendationRow>> {
    const { plan, state, after, limit } = wanted;
    const { keys } = this.#storage;
    const { RecommendationRow: schema } = await import('#procedures/proposal/recommendation.ts');
    return summaryPage(this.#storage, {
      gsi1pk: keys.recommendationPage(plan),
      prefix: state && `${state}#`,
      schema,
      keyOf: (place) => keys.recommendation(told(place)),
      after,
      limit,
    });
  }

  /** Creates those that are not there yet, as of the moment `at`: doing it again changes nothing, whatever has become of them. */
  async createAll(recommendations: readonly Recommendation[], at: string): Promise<void> {
    for (let from = 0; from < recommendations.length; from += MOST) {
      const writes = recommendations.slice(from, from + MOST).map((one) => this.#put(one, at));
      await this.#storage.write(writes).catch(async (error: unknown) => {
        if (!(error instanceof ConditionFailure)) throw error;
        await Promise.all(writes.map((write) => this.#storage.write([write]).catch(unlessPresent)));
      });
    }
  }

  /** Saves the next version with its line of the history; OutdatedError carries what is there instead. */
  async save(next: Recommendation, base: Recommendation, event: Event): Promise<void> {
    const put = this.#put(next, event.at, base.version);
    await this.#storage.write([put, this.#history.line(event)]).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      const current = await this.read(next);
      if (!current) throw new NotFoundError(`recommendation ${next.element}`);
      const last = current.steps.at(-1);
      throw new OutdatedError(`recommendation ${next.element}`, current, last && { by: last.by, at: last.at });
    });
  }

  #put(one: Recommendation, changedAt: string, base?: number): Write {
    const { keys } = this.#storage;
    const key = keys.recommendation(one);
    const attributes = { ...keys.recommendationRow(one, changedAt), version: one.version, body: toBody(key, one), summary: rowOf(one) };
    return base === undefined ? this.#storage.putNew(key, attributes) : this.#storage.putOver(key, base, attributes);
  }
}

function rowOf({ steps, ...rest }: Recommendation): RecommendationRow {
  const last = steps.at(-1);
  return last ? { ...rest, last } : rest;
}

function unlessPresent(error: unknown): void {
  if (!(error instanceof ConditionFailure)) throw error;
}
