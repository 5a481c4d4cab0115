// The proposals of a submission as they are printed, one page at a time: a submission may hold hundreds.
import { type Failure, failureFrom } from '#lib/failure.ts';
import { type EntryRow, submissionApi } from '../submission-api.ts';

export const PAGE_SIZE = 50;

/** The page that is shown, what is on its way, and why the last reading failed. */
export class EntryPages {
  rows = $state.raw<readonly EntryRow[]>([]);
  total = $state(0);
  /** Place of the first row of the page, counted from 0. */
  from = $state(0);
  loading = $state(true);
  failure = $state.raw<Failure | null>(null);
  readonly #submission: string;
  #asked = 0;

  constructor(submission: string) {
    this.#submission = submission;
  }

  /** Shows the page that begins at `from`, or the last one where there are fewer. An answer that was overtaken is dropped. */
  async show(from = this.from): Promise<void> {
    const asked = (this.#asked += 1);
    [this.loading, this.failure] = [true, null];
    try {
      const page = await submissionApi.entries(this.#submission, from, PAGE_SIZE);
      if (asked !== this.#asked) return;
      if (page.entries.length === 0 && from > 0) return await this.show(pageOf(page.total - 1));
      [this.rows, this.total, this.from] = [page.entries, page.total, from];
    } catch (thrown) {
      if (asked === this.#asked) this.failure = failureFrom(thrown);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }
}

/** Where the page begins that holds the entry at this place. */
export const pageOf = (place: number): number => Math.max(0, Math.floor(place / PAGE_SIZE) * PAGE_SIZE);
