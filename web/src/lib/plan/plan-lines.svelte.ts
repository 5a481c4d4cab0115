// The procedures in scope as the screen has them: pages arrive one after another; changes go out line by line and are shown as they come back.
import { ApiError, type Failure, failureFrom } from '#lib/failure.ts';
import type { LineSettings, PlanLine } from '#procedures/plan/line.ts';
import { planApi } from './plan-api.ts';

const PAGE_SIZE = 200;
/** Changes under way at once. */
const LANES = 2;
/** As many as one request brings into scope. */
const BATCH = 80;

/** What came of one line: nothing wrong, or why it was not done. */
export type Outcome = { name: string; because: string };

/** Lines of one plan, and the long work on many of them, which can be stopped. */
export class PlanLines {
  lines = $state.raw<readonly PlanLine[]>([]);
  complete = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Long work under way: how much is done of how much. */
  work = $state.raw<{ label: string; done: number; of: number } | null>(null);
  outcomes = $state.raw<readonly Outcome[]>([]);
  readonly plan: string;
  #next: string | null = null;
  #stopped = false;

  constructor(plan: string) {
    this.plan = plan;
  }

  /** Fetches what is still missing; calling again after a failure goes on from there. */
  async fetchRest(signal: AbortSignal): Promise<void> {
    this.failure = null;
    try {
      while (!this.complete && !signal.aborted) {
        const { rows, next } = await planApi.lines(this.plan, this.#next, PAGE_SIZE, signal);
        this.#put(rows);
        this.#next = next;
        this.complete = next === null;
      }
    } catch (thrown) {
      if (!signal.aborted) this.failure = failureFrom(thrown);
    }
  }

  /** Sets each line as `settingsOf` says; resolves to whether all of it was done. What somebody else changed meanwhile is shown, not overwritten. */
  change(lines: readonly PlanLine[], settingsOf: (line: PlanLine) => LineSettings): Promise<boolean> {
    return this.#each('Đang lưu', lines, async (line) => {
      this.#put([await planApi.change(this.plan, line.procedure, line.version, settingsOf(line))]);
    });
  }

  /** Takes the lines out of scope. */
  remove(lines: readonly PlanLine[]): Promise<boolean> {
    return this.#each('Đang đưa ra', lines, async (line) => {
      await planApi.remove(this.plan, line.procedure, line.version);
      this.lines = this.lines.filter(({ procedure }) => procedure !== line.procedure);
    });
  }

  /** Brings procedures into scope, in batches; the lines are then read anew. `nameOf` names what is refused. */
  async add(procedures: readonly string[], settings: Partial<LineSettings>, nameOf: (id: string) => string): Promise<boolean> {
    [this.#stopped, this.outcomes] = [false, []];
    try {
      for (let from = 0; from < procedures.length && !this.#stopped; from += BATCH) {
        this.work = { label: 'Đang đưa vào', done: from, of: procedures.length };
        const { refused } = await planApi.add(this.plan, procedures.slice(from, from + BATCH), settings);
        this.outcomes = [...this.outcomes, ...refused.map(({ procedure, because }) => ({ name: nameOf(procedure), because }))];
      }
    } catch (thrown) {
      const { title, detail } = failureFrom(thrown);
      this.outcomes = [...this.outcomes, { name: 'Phần còn lại', because: `${title}. ${detail}` }];
    } finally {
      this.work = null;
    }
    [this.complete, this.#next] = [false, null];
    await this.fetchRest(new AbortController().signal);
    return this.outcomes.length === 0;
  }

  /** Lets what is under way finish and does no more. */
  stop(): void {
    this.#stopped = true;
  }

  async #each(label: string, lines: readonly PlanLine[], one: (line: PlanLine) => Promise<void>): Promise<boolean> {
    [this.#stopped, this.outcomes] = [false, []];
    this.work = { label, done: 0, of: lines.length };
    const left = [...lines];
    const lane = async () => {
      for (let line = left.shift(); line !== undefined && !this.#stopped; line = left.shift()) {
        await one(line).catch((thrown: unknown) => this.#failed(line.procedureName, thrown));
        this.work = { label, done: (this.work?.done ?? 0) + 1, of: lines.length };
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    this.work = null;
    return this.outcomes.length === 0 && !this.#stopped;
  }

  #failed(name: string, thrown: unknown): void {
    const { title, detail, code } = failureFrom(thrown);
    if (code === 'version-conflict' && thrown instanceof ApiError) this.#put([thrown.failure.current as unknown as PlanLine]);
    this.outcomes = [...this.outcomes, { name, because: `${title}. ${detail}` }];
  }

  /** The newest version of a line is shown, once. */
  #put(lines: readonly PlanLine[]): void {
    const known = new Map(this.lines.map((line) => [line.procedure, line]));
    for (const line of lines) if (line.version >= (known.get(line.procedure)?.version ?? 0)) known.set(line.procedure, line);
    this.lines = [...known.values()];
  }
}
