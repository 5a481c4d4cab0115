// Recommendations under the plan, page by page, of one state or all.
import { type Failure, failureFrom } from '#lib/failure.ts';
import { type RecommendationRow, submissionApi } from '#lib/submissions/submission-api.ts';
import type { Recommendation } from '#procedures/proposal/recommendation.ts';

type State = Recommendation['state'];
type Page = { rows: RecommendationRow[]; next: string | null };

/** What is shown of one state at a time; a newer question overtakes an older one. */
export class RecommendationList {
  rows = $state.raw<readonly RecommendationRow[]>([]);
  loading = $state(false);
  failure = $state.raw<Failure | null>(null);
  state = $state<State | ''>('');
  #next = $state<string | null>(null);
  #asked = 0;

  constructor(state: State | '', first: Page) {
    [this.state, this.rows, this.#next] = [state, first.rows, first.next];
  }

  /** The first page of a state; rejects with ApiError. */
  static firstPage(state: State | ''): Promise<Page> {
    return submissionApi.recommendations(state, null);
  }

  get complete(): boolean {
    return this.#next === null;
  }

  /** Shows another state from its beginning. */
  async show(state: State | ''): Promise<void> {
    [this.state, this.rows, this.#next] = [state, [], null];
    await this.#fetch(null);
  }

  /** The next page. */
  async more(): Promise<void> {
    await this.#fetch(this.#next);
  }

  /** Puts the next version of one in its place. */
  adopt({ steps, ...next }: Recommendation): void {
    const row = { ...next, last: steps.at(-1) };
    this.rows = this.rows.map((one) => (one.redesign === row.redesign && one.element === row.element ? row : one));
  }

  async #fetch(after: string | null): Promise<void> {
    const asked = (this.#asked += 1);
    [this.loading, this.failure] = [true, null];
    try {
      const page = await submissionApi.recommendations(this.state, after);
      if (asked === this.#asked) [this.rows, this.#next] = [[...this.rows, ...page.rows], page.next];
    } catch (thrown) {
      if (asked === this.#asked) this.failure = failureFrom(thrown);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }
}
