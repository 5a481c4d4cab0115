// The redesigns of the plan as lists show them: pages arrive one after another, like the catalogue.
import { api, type Page, type RedesignRow } from '#lib/api.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';

const PAGE_SIZE = 200;

/** The rows that have arrived, from the first page on that `load` has fetched; `failure` says why the rest did not. */
export class RedesignList {
  rows = $state.raw<RedesignRow[]>([]);
  failure = $state<Failure | null>(null);
  #next = $state<string | null>(null);

  constructor(first: Page<RedesignRow>) {
    this.#take(first);
  }

  /** At most 200 rows and the mark of the next page; rejects with ApiError. */
  static firstPage(): Promise<Page<RedesignRow>> {
    return api.redesigns(null, PAGE_SIZE);
  }

  /** Whether every redesign of the plan has arrived. */
  get complete(): boolean {
    return this.#next === null;
  }

  /** Fetches what is still missing; calling again after a failure goes on from there. */
  async fetchRest(signal: AbortSignal): Promise<void> {
    this.failure = null;
    try {
      while (this.#next !== null && !signal.aborted) this.#take(await api.redesigns(this.#next, PAGE_SIZE, signal));
    } catch (thrown) {
      if (!signal.aborted) this.failure = failureFrom(thrown);
    }
  }

  /** Shows what an act has made of a redesign; one's own act is nothing new. */
  adopt(redesign: Redesign): void {
    const { state, version, updatedAt, updatedBy, returnedAt, acceptedAt, submission } = redesign;
    const changed = { state, version, updatedAt, updatedBy, returnedAt, acceptedAt, submission, unread: false };
    this.rows = this.rows.map((row) => (row.id === redesign.id ? { ...row, ...changed } : row));
  }

  /** Shows that redesigns have gone into a submission. */
  bundled(ids: readonly string[]): void {
    this.rows = this.rows.map((row) => (ids.includes(row.id) ? { ...row, state: 'bundled', version: row.version + 1 } : row));
  }

  /** A redesign that moves while the pages arrive comes twice: the newest version of it is shown, once. */
  #take(page: Page<RedesignRow>): void {
    const rows = new Map(this.rows.map((row) => [row.id, row]));
    for (const row of page.rows) if (row.version >= (rows.get(row.id)?.version ?? 0)) rows.set(row.id, row);
    this.rows = [...rows.values()];
    this.#next = page.next;
  }
}
