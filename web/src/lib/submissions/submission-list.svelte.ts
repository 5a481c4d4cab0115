// The submissions of the plan as the list shows them: pages arrive one after another.
import { type Failure, failureFrom } from '#lib/failure.ts';
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import { submissionApi, type SubmissionRow } from './submission-api.ts';

type Page = { rows: SubmissionRow[]; next: string | null };

/** The rows that have arrived, newest change first; `failure` says why the rest did not. */
export class SubmissionList {
  rows = $state.raw<SubmissionRow[]>([]);
  failure = $state.raw<Failure | null>(null);
  #next = $state<string | null>(null);

  constructor(first: Page) {
    this.#take(first);
  }

  /** The first page; rejects with ApiError. */
  static firstPage(): Promise<Page> {
    return submissionApi.list(null);
  }

  /** Whether every submission of the plan has arrived. */
  get complete(): boolean {
    return this.#next === null;
  }

  /** Fetches what is still missing; calling again after a failure goes on from there. */
  async fetchRest(signal: AbortSignal): Promise<void> {
    this.failure = null;
    try {
      while (this.#next !== null && !signal.aborted) this.#take(await submissionApi.list(this.#next));
    } catch (thrown) {
      if (!signal.aborted) this.failure = failureFrom(thrown);
    }
  }

  /** The rows in a state, or all of them. */
  in(state: SubmissionState | ''): SubmissionRow[] {
    return state === '' ? this.rows : this.rows.filter((row) => row.state === state);
  }

  #take({ rows, next }: Page): void {
    this.rows = [...this.rows, ...rows].toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    this.#next = next;
  }
}
