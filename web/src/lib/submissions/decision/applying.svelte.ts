// Carrying a recorded decision out on the redesigns: some at a time, until none is left; stopping or failing loses nothing, it goes on later.
import { type Failure, failureFrom } from '#lib/failure.ts';
import { submissionApi } from '../submission-api.ts';
import type { SubmissionDesk } from '../submission-desk.svelte.ts';

/** How long a failed step waits before it is tried once more, in milliseconds. */
const PAUSE = 1000;

export class Applying {
  running = $state(false);
  /** How many were pending when it began. */
  of = $state(0);
  failure = $state.raw<Failure | null>(null);
  readonly #desk: SubmissionDesk;
  #stopped = false;

  constructor(desk: SubmissionDesk) {
    this.#desk = desk;
  }

  /** Goes on until nothing is pending, it is stopped, or a step fails twice. Somebody else's step in between is no failure. */
  async run(): Promise<void> {
    if (this.running) return;
    [this.running, this.of, this.failure, this.#stopped] = [true, Math.max(this.of, this.#desk.pending), null, false];
    let failed = 0;
    while (this.#desk.pending > 0 && !this.#stopped && failed < 2) {
      const left = this.#desk.pending;
      try {
        await submissionApi.applyDecision(this.#desk.submission.id);
        await this.#desk.refresh();
        failed = this.#desk.pending < left ? 0 : failed + 1;
      } catch (thrown) {
        const failure = failureFrom(thrown);
        failed += 1;
        if (failure.code !== 'version-conflict' || failed === 2) this.failure = failed === 2 ? failure : null;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
        await this.#desk.refresh().catch(() => undefined);
      }
    }
    this.running = false;
  }

  stop(): void {
    this.#stopped = true;
  }
}
