// Accepting several proposals: each is asked for by itself, one after another, and each answer is told.
import { failureFrom } from '#lib/failure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { type Action, may, type Permission } from '#procedures/review/transitions.ts';
import type { ReviewRow } from './review-rows.ts';

/** A chosen proposal and whether this person may do the act to it, as far as the list knows. */
export type Candidate = { row: ReviewRow; permission: Permission };
/** What came of one: done, or why not. */
export type Outcome = { id: string; name: string; because: string | null };

/** Who may do what is asked of the one table; the server asks it again, and knows who wrote what. */
export function candidates(rows: readonly ReviewRow[], person: Person, action: Action): Candidate[] {
  return rows.map((row) => ({
    row,
    permission: may(person, action, { state: row.state, office: row.office, officeName: row.officeName }),
  }));
}

/** Goes through the proposals; `stop` lets the one under way finish. */
export class BulkAcceptance {
  outcomes = $state.raw<readonly Outcome[]>([]);
  running = $state(false);
  #stopped = false;
  readonly #accept: (id: string, version: number) => Promise<Redesign>;
  readonly #ondone: (redesign: Redesign) => void;

  /** `accept` rejects with ApiError; `ondone` is told each redesign that was accepted. */
  constructor(accept: (id: string, version: number) => Promise<Redesign>, ondone: (redesign: Redesign) => void) {
    this.#accept = accept;
    this.#ondone = ondone;
  }

  async run(rows: readonly ReviewRow[]): Promise<void> {
    if (this.running) return;
    [this.running, this.#stopped] = [true, false];
    for (const { id, version, procedureName: name } of rows) {
      if (this.#stopped) break;
      this.outcomes = [...this.outcomes, { id, name, because: await this.#one(id, version) }];
    }
    this.running = false;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #one(id: string, version: number): Promise<string | null> {
    try {
      this.#ondone(await this.#accept(id, version));
      return null;
    } catch (thrown) {
      const { title, detail } = failureFrom(thrown);
      return `${title}. ${detail}`;
    }
  }
}
