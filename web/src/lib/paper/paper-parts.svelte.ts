// The annex of a submission comes some procedures at a time; for printing all of it is brought together, with progress and a way to stop.
import type { OfficialPaper, PaperPage } from '#functions/http/client.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';

/** A part of a paper, `from` and `count` counted in procedures; papers that come whole are part 0 of 1. */
export type FetchPart = (from: number, count: number) => Promise<PaperPage>;

/** Shows one part at a time, or all parts together. */
export class PaperParts {
  part = $state.raw<PaperPage | null>(null);
  failure = $state.raw<Failure | null>(null);
  loading = $state(false);
  /** While the whole is brought together: how many procedures are here. */
  gathering = $state<{ done: number; of: number } | null>(null);
  /** All parts as one paper, once they are here. */
  whole = $state.raw<OfficialPaper | null>(null);
  readonly size: number;
  readonly #fetch: FetchPart;
  #asked = 0;
  #stopped = false;

  /** `size`: procedures to a part. */
  constructor(fetch: FetchPart, size: number) {
    this.#fetch = fetch;
    this.size = size;
  }

  /** Shows the part that begins at `from`; an answer that was overtaken is dropped. */
  async show(from = 0): Promise<void> {
    const asked = (this.#asked += 1);
    [this.loading, this.failure, this.whole] = [true, null, null];
    try {
      const part = await this.#fetch(from, this.size);
      if (asked === this.#asked) this.part = part;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = failureFrom(thrown);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  /** Brings all parts together. What has arrived before a stop or a failure is dropped: half an annex must not be printed as a whole one. */
  async gather(): Promise<void> {
    const asked = (this.#asked += 1);
    const of = this.part?.total ?? 0;
    [this.failure, this.#stopped] = [null, false];
    const papers: OfficialPaper[] = [];
    try {
      for (let from = 0; from < of && !this.#stopped && asked === this.#asked; from += this.size) {
        this.gathering = { done: from, of };
        papers.push((await this.#fetch(from, this.size)).paper);
      }
      const [first] = papers;
      if (first !== undefined && !this.#stopped && asked === this.#asked) this.whole = joined(first, papers);
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    } finally {
      this.gathering = null;
    }
  }

  stop(): void {
    this.#stopped = true;
  }
}

/** Parts end and begin in the middle of a section: what lies the same way is one section again. */
function joined(first: OfficialPaper, papers: readonly OfficialPaper[]): OfficialPaper {
  const sections: { landscape: boolean; blocks: OfficialPaper['sections'][number]['blocks'][number][] }[] = [];
  for (const { landscape = false, blocks } of papers.flatMap((paper) => paper.sections)) {
    const last = sections.at(-1);
    if (last?.landscape === landscape) last.blocks.push(...blocks);
    else sections.push({ landscape, blocks: [...blocks] });
  }
  return { ...first, sections };
}
