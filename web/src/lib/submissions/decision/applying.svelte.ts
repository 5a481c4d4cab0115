// Carrying a recorded decision out on the redesigns: some at a time, until none is left; stopping or failing loses nothing, it goes on later.
import { type Failure, failureFrom } from '#lib/failure.ts';

/** Where the decision stands: how many are pending, how to carry out the next ones, how to learn what is left. */
export type Carried = { readonly pending: number; apply: () => Promise<unknown>; refresh: () => Promise<void> };

/** How long a failed step waits before it is tried once more, in milliseconds. */
const PAUSE = 1000;
/** After so many steps in a row that brought nothing, a person is asked. */
const PATIENCE = 2;

export class Applying {
  running = $state(false);
  /** How many were pending when it began. */
  of = $state(0);
  failure = $state.raw<Failure | null>(null);
  readonly #carried: Carried;
  readonly #pause: number;
  #stopped = false;

  constructor(carried: Carried, pause = PAUSE) {
    [this.#carried, this.#pause] = [carried, pause];
  }

  /** Goes on until nothing is pending, it is stopped, or nothing moves any more; then `failure` says why, where anybody knows. */
  async run(): Promise<void> {
    if (this.running) return;
    [this.running, this.of, this.failure, this.#stopped] = [true, Math.max(this.of, this.#carried.pending), null, false];
    for (let idle = 0; this.#carried.pending > 0 && !this.#stopped && idle < PATIENCE;) {
      idle = (await this.#step()) ? 0 : idle + 1;
      if (idle > 0) await new Promise((resolve) => setTimeout(resolve, this.#pause));
    }
    if (this.#carried.pending === 0) this.failure = null;
    this.running = false;
  }

  stop(): void {
    this.#stopped = true;
  }

  /** Whether fewer are pending than before. */
  async #step(): Promise<boolean> {
    const before = this.#carried.pending;
    try {
      await this.#carried.apply();
      this.failure = null;
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    }
    // Somebody else may have carried it on meanwhile.
    await this.#carried.refresh().catch(() => undefined);
    return this.#carried.pending < before;
  }
}
