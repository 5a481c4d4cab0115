// Figures typed in for the targets of a plan, one item a target and period.
import type { Figure } from '#procedures/plan/figure.ts';
import { NotFoundError, OutdatedError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { Item, Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** Reads and writes figures. StoredItemError for one that does not fit its schema. */
export class FigureStore {
  readonly #storage: Storage;
  readonly #history: History;

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  /** Every figure of a plan, by target and period: a few dozen a year, whatever the number of procedures. */
  async all(plan: string): Promise<Figure[]> {
    const { pk, prefix } = this.#storage.keys.figures(plan);
    const items: Item[] = [];
    const { Figure: schema } = await import('#procedures/plan/figure.ts');
    for await (const page of this.#storage.queryAll({ pk, prefix })) items.push(...page);
    return items.map((item) => fromBody(schema, { pk: String(item.pk), sk: String(item.sk) }, item.body));
  }

  /** The figure of a target and a period; null where none was typed in. */
  async read({ plan, target, period }: Pick<Figure, 'plan' | 'target' | 'period'>): Promise<Figure | null> {
    const key = this.#storage.keys.figure(plan, target, period);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/plan/figure.ts')]);
    return item ? fromBody(schema.Figure, key, item.body) : null;
  }

  /** Saves the next version of a figure (version 1: it must be new) with its line of the history. OutdatedError with what is there instead. */
  async save(figure: Figure, event: Event): Promise<void> {
    const { plan, target, period, version } = figure;
    const key = this.#storage.keys.figure(plan, target, period);
    const attributes = { version, body: toBody(key, figure) };
    const put = version === 1 ? this.#storage.putNew(key, attributes) : this.#storage.putOver(key, version - 1, attributes);
    await this.#storage.write([put, this.#history.line(event)]).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      const current = await this.read(figure);
      if (!current) throw new NotFoundError(`figure ${target} ${period}`);
      throw new OutdatedError(`figure ${target} ${period}`, current, current);
    });
  }
}
