// Lines of the journal that have arrived: the first page with the address, the following ones when they are asked for.
import { adminApi, type JournalLine, type JournalPage, type JournalQuery } from '#lib/admin/admin-api.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';

/** Made anew for each filter. */
export class JournalList {
  events = $state.raw<readonly JournalLine[]>([]);
  names = $state.raw<Readonly<Record<string, string>>>({});
  next = $state<string | null>(null);
  loading = $state(false);
  failure = $state.raw<Failure | null>(null);
  readonly #query: JournalQuery;

  constructor(query: JournalQuery, first: JournalPage) {
    this.#query = query;
    this.#take(first);
  }

  /** The next page; after a failure the same again. */
  async more(): Promise<void> {
    if (this.next === null || this.loading) return;
    [this.loading, this.failure] = [true, null];
    try {
      this.#take(await adminApi.journal({ ...this.#query, after: this.next }));
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    } finally {
      this.loading = false;
    }
  }

  #take({ events, names, next }: JournalPage): void {
    this.events = [...this.events, ...events];
    this.names = { ...this.names, ...names };
    this.next = next;
  }
}
