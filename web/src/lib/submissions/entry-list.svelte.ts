// All proposals of a submission, arriving page by page: for those who must say something of each of them.
import { type Failure, failureFrom } from '#lib/failure.ts';
import { type EntryRow, submissionApi } from './submission-api.ts';

const PAGE_SIZE = 100;

/** In printed order, as far as they have arrived. */
export class EntryList {
  rows = $state.raw<readonly EntryRow[]>([]);
  failure = $state.raw<Failure | null>(null);
  #total = $state<number | null>(null);
  readonly #submission: string;
  #asked = 0;

  constructor(submission: string) {
    this.#submission = submission;
  }

  /** Whether all have arrived. */
  get complete(): boolean {
    return this.#total !== null && this.rows.length >= this.#total;
  }

  /** Fetches what is missing; calling again after a failure goes on from there. */
  async fetchRest(): Promise<void> {
    const asked = (this.#asked += 1);
    this.failure = null;
    try {
      while (!this.complete && asked === this.#asked) {
        const { entries, total } = await submissionApi.entries(this.#submission, this.rows.length, PAGE_SIZE);
        if (asked !== this.#asked) return;
        [this.rows, this.#total] = [[...this.rows, ...entries], entries.length === 0 ? this.rows.length : total];
      }
    } catch (thrown) {
      if (asked === this.#asked) this.failure = failureFrom(thrown);
    }
  }

  /** Reads everything anew, showing what is there until then. */
  async refresh(): Promise<void> {
    const fresh = new EntryList(this.#submission);
    this.#asked += 1;
    await fresh.fetchRest();
    if (fresh.failure) this.failure = fresh.failure;
    else [this.rows, this.#total] = [fresh.rows, fresh.rows.length];
  }
}
