// Submissions: one versioned document each with its history beside it, what was signed off, and the decision. A proposal gets in and out
// of a submission only together with its redesign (`RedesignStore.moveAll` with `over`), so that the two always agree.
import type { Decision } from '#procedures/proposal/decision.ts';
import type { SignedSubmission, Submission, SubmissionState } from '#procedures/proposal/submission.ts';
import type { Person } from '#procedures/review/person.ts';
import { ImmutableError, NotFoundError, OutdatedError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { Page } from './page-mark.ts';
import type { PersonStore } from './person-store.ts';
import { Recent } from './recent.ts';
import type { Also, Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import type { SubmissionRow } from './submission-row.ts';
import { summaryPage } from './summary-page.ts';

/** The next version of a submission over `base` (null: it is new), with its line of the history. */
export type SubmissionChange = { submission: Submission; base: Submission | null; event: Event };

const REMEMBERED = 50;

/** Reads and writes submissions. StoredItemError for an item that does not fit its schema, TooLargeError for one too large to keep. */
export class SubmissionStore {
  readonly #storage: Storage;
  readonly #history: History;
  readonly #people: PersonStore;
  readonly #seen = new Recent<{ submission: Submission; body: unknown }>(REMEMBERED);
  readonly #signed = new Recent<SignedSubmission>(REMEMBERED);

  constructor(storage: Storage, history: History, people: PersonStore) {
    this.#storage = storage;
    this.#history = history;
    this.#people = people;
  }

  /** The submission as the table has it now; null where there is none. */
  async read(id: string): Promise<Submission | null> {
    const item = await this.#storage.read(this.#storage.keys.submission(id), 'body');
    return item ? this.#parse(id, item.body) : null;
  }

  /** The submission and the person who asks, in one call. */
  async readWithPerson(id: string, subject: string): Promise<{ submission: Submission | null; person: Person | null }> {
    const { keys } = this.#storage;
    const [item, person] = await this.#storage.readBodies([keys.submission(id), keys.person(subject)]);
    return { submission: item ? await this.#parse(id, item.body) : null, person: this.#people.parse(subject, person) };
  }

  /** One page of a plan's submissions by state and last change; with `state`, of that state alone. */
  async page(wanted: { plan: string; state?: SubmissionState; after?: string; limit: number }): Promise<Page<SubmissionRow>> {
    const { keys } = this.#storage;
    const { SubmissionRow: schema } = await import('./submission-row.ts');
    const { plan, state, after, limit } = wanted;
    const prefix = state && `${state}#`;
    return summaryPage(this.#storage, { gsi1pk: keys.submissionPage(plan), prefix, schema, keyOf: keys.submission, after, limit });
  }

  /** What was signed off under a number; immutable, so it is read from the table once a process. */
  async signed(id: string, number: number): Promise<SignedSubmission | null> {
    const key = this.#storage.keys.signed(id, number);
    const name = `${key.pk}/${key.sk}`;
    const known = this.#signed.get(name);
    if (known) return known;
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/proposal/submission.ts')]);
    if (!item) return null;
    const found = fromBody(schema.SignedSubmission, key, item.body);
    this.#signed.set(name, found);
    return found;
  }

  /** The decision on a submission; null while none is recorded. */
  async decision(id: string): Promise<Decision | null> {
    const key = this.#storage.keys.decision(id);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/proposal/decision.ts')]);
    return item ? fromBody(schema.Decision, key, item.body) : null;
  }

  /** Saves the next version with its line of the history; OutdatedError carries what is there instead. */
  save(change: SubmissionChange): Promise<void> {
    return this.#transact(change, []);
  }

  /** Saves the signed submission and what was signed at once. */
  sign(change: SubmissionChange, signed: SignedSubmission): Promise<void> {
    const key = this.#storage.keys.signed(signed.submission, signed.number);
    return this.#transact(change, [this.#storage.putNew(key, { body: toBody(key, signed), hash: signed.hash })]);
  }

  /** Records the decision and the state that it leads to at once: from then on it only has to be carried out. */
  decide(change: SubmissionChange, decision: Decision): Promise<void> {
    const key = this.#storage.keys.decision(decision.submission);
    return this.#transact(change, [this.#storage.putNew(key, { body: toBody(key, decision) })]);
  }

  /** The change as part of a transaction that moves redesigns. */
  async over(change: SubmissionChange): Promise<Also[]> {
    const [put, line] = await this.#writes(change);
    const { id } = change.submission;
    return [
      { write: put, error: async (failure) => this.#outdated(id, failure) },
      { write: line, error: () => new ImmutableError(`a line of submission ${id}`) },
    ];
  }

  async #transact(change: SubmissionChange, more: readonly Write[]): Promise<void> {
    const writes = await this.#writes(change);
    await this.#storage.write([...writes, ...more]).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      throw error.index === 0
        ? await this.#outdated(change.submission.id, error)
        : new ImmutableError(`a part of submission ${change.submission.id}`);
    });
  }

  async #writes({ submission, base, event }: SubmissionChange): Promise<[Write, Write]> {
    const { submissionRow } = await import('./submission-row.ts');
    const { keys } = this.#storage;
    const key = keys.submission(submission.id);
    const attributes = {
      ...keys.submissionRow(submission),
      version: submission.version,
      body: toBody(key, submission),
      summary: submissionRow(submission),
    };
    const put = base ? this.#storage.putOver(key, base.version, attributes) : this.#storage.putNew(key, attributes);
    return [put, this.#history.line(event)];
  }

  async #outdated(id: string, { body }: ConditionFailure): Promise<Error> {
    const current = body === undefined ? await this.read(id) : await this.#parse(id, body);
    if (!current) return new NotFoundError(`submission ${id}`);
    return new OutdatedError(`submission ${id}`, current, { by: current.updatedBy, at: current.updatedAt });
  }

  /** The same text is the same submission: it is not parsed twice. */
  async #parse(id: string, body: unknown): Promise<Submission> {
    const known = this.#seen.get(id);
    if (known && known.body === body) return known.submission;
    const schema = await import('#procedures/proposal/submission.ts');
    const submission = fromBody(schema.Submission, this.#storage.keys.submission(id), body);
    this.#seen.set(id, { submission, body });
    return submission;
  }
}
