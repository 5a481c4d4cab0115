// The scope of a plan as people set it: procedures come in, change office or deadline, go out. One transaction moves the line, its places,
// the totals, the office in charge of the procedure, and writes the history.
import type { Office, Plan } from '#procedures/plan/plan.ts';
import { NotFoundError, OutdatedError, StaleError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import { type Head, headOffice } from './head.ts';
import type { History } from './history.ts';
import type { LineChange, LineStore } from './line-store.ts';
import type { Storage, Write } from './storage.ts';

/** `charge`: the head of the procedure as it was read, and the office that is in charge from now on. */
export type ScopeChange = LineChange & { event: Event; charge?: { head: Head; office: Pick<Office, 'id' | 'name'> } };

/** So many fit into one transaction of 100 writes: each takes eight at most, the offices' totals and the plan one each. */
export const MOST_CHANGES = 10;

/** Writes what people change in the scope of a plan. */
export class ScopeStore {
  readonly #storage: Storage;
  readonly #history: History;
  readonly #lines: LineStore;

  constructor(storage: Storage, history: History, lines: LineStore) {
    this.#storage = storage;
    this.#history = history;
    this.#lines = lines;
  }

  /**
   * All of the changes or none, at most MOST_CHANGES, while the plan is at the version that was read. OutdatedError with the line that is
   * there instead, NotFoundError when it is gone, StaleError when the plan or the procedure was changed meanwhile.
   */
  async save(plan: Pick<Plan, 'id' | 'version'>, changes: readonly ScopeChange[]): Promise<void> {
    const charges = changes.flatMap(({ charge }) => (charge ? [headOffice(this.#storage, charge.head, charge.office)] : []));
    const events = changes.map(({ event }) => this.#history.line(event));
    const writes = [...this.#lines.writes(changes), ...events, ...charges, this.#isAt(plan)];
    await this.#storage.write(writes).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      throw await this.#failure(changes[error.index]);
    });
  }

  #isAt({ id, version }: Pick<Plan, 'id' | 'version'>): Write {
    return this.#storage.check(this.#storage.keys.plan(id), {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    });
  }

  async #failure(change: LineChange | undefined): Promise<Error> {
    const line = change?.from ?? change?.to;
    if (!line) return new StaleError('the plan, or a procedure of it,');
    const current = await this.#lines.read(line.plan, line.procedure);
    return current ? new OutdatedError(`line ${line.procedure}`, current) : new NotFoundError(`line ${line.procedure}`);
  }
}
