// Redesigns: one versioned document each, with its history beside it and its state on the head of its procedure.
// Every change is one transaction: the document, its history line and, when the state changes, the head.
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { AlreadyOpenError, ImmutableError, NotFoundError, VersionConflictError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import { headNote } from './head.ts';
import type { History } from './history.ts';
import type { Page } from './page-mark.ts';
import type { PersonStore } from './person-store.ts';
import { Recent } from './recent.ts';
import { type RedesignRow, redesignRow, redesignRowSchema } from './redesign-row.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { summaryPage } from './summary-page.ts';

/** What a change was made on: the condition is that this version is still the present one. */
export type Base = Pick<Redesign, 'version' | 'state'>;

const REMEMBERED = 500;

/** Reads and writes redesigns. StoredItemError for an item that does not fit its schema, TooLargeError for one too large to keep. */
export class RedesignStore {
  readonly #storage: Storage;
  readonly #history: History;
  readonly #people: PersonStore;
  /** The last version that this process has seen; whoever writes on it has the version condition to tell them it is old. */
  readonly #seen = new Recent<{ redesign: Redesign; body: unknown }>(REMEMBERED);

  constructor(storage: Storage, history: History, people: PersonStore) {
    this.#storage = storage;
    this.#history = history;
    this.#people = people;
  }

  /** The JSON text of a redesign, the stored one where this process has just read or written it. */
  textOf(redesign: Redesign): string {
    const known = this.#seen.get(redesign.id);
    return known?.redesign === redesign && typeof known.body === 'string' ? known.body : JSON.stringify(redesign);
  }

  /** The redesign as the table has it now; null where there is none. */
  async read(id: string): Promise<Redesign | null> {
    const item = await this.#storage.read(this.#storage.keys.redesign(id), 'body');
    return item ? this.#parse(id, item.body) : null;
  }

  /** The redesign and the person who asks, in one call. */
  async readWithPerson(id: string, subject: string): Promise<{ redesign: Redesign | null; person: Person | null }> {
    const { keys } = this.#storage;
    const [item, person] = await this.#storage.readBodies([keys.redesign(id), keys.person(subject)]);
    return { redesign: item ? this.#parse(id, item.body) : null, person: this.#people.parse(subject, person) };
  }

  /** The redesign as it was at `version`, if this process has just seen it so; for a writer, who names that version as the condition. */
  seenAt(id: string, version: number): Redesign | null {
    const known = this.#seen.get(id)?.redesign;
    return known?.version === version ? known : null;
  }

  /** Opens a redesign; AlreadyOpenError when the procedure has one that is still under way. */
  async open(redesign: Redesign, event: Event): Promise<void> {
    const { id, procedure } = redesign;
    const key = this.#storage.keys.redesign(id);
    const body = toBody(key, redesign);
    const put = this.#storage.putNew(key, this.#attributes(redesign, body));
    const writes = [put, headNote(this.#storage, redesign, 'free'), this.#history.line(event)];
    await this.#storage.write(writes).catch((error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      if (error.index === 0) throw new ImmutableError(`redesign ${id}`);
      throw error.openRedesign ? new AlreadyOpenError(procedure, error.openRedesign) : new NotFoundError(`procedure ${procedure}`);
    });
    this.#seen.set(id, { redesign, body });
  }

  /** Saves the next version of a redesign with its history line; VersionConflictError carries what is there instead. */
  async save(redesign: Redesign, base: Base, event: Event): Promise<void> {
    const writes = [this.#history.line(event)];
    if (redesign.state !== base.state) {
      writes.push(headNote(this.#storage, redesign, base.state === 'discarded' ? 'free' : 'own'));
    }
    await this.#writeOver(redesign, base, writes);
  }

  /** Saves the submitted redesign and its proposal at once. A second submission of the same version changes nothing: VersionConflictError. */
  async submit(redesign: Redesign, base: Base, proposal: Proposal, event: Event): Promise<void> {
    const key = this.#storage.keys.proposal(redesign.id, proposal.number);
    const frozen = this.#storage.putNew(key, { body: toBody(key, proposal), hash: proposal.hash });
    await this.#writeOver(redesign, base, [this.#history.line(event), headNote(this.#storage, redesign, 'own'), frozen]);
  }

  /** One page of a plan's redesigns, by state and last change. */
  async page({ plan, after, limit }: { plan: string; after?: string; limit: number }): Promise<Page<RedesignRow>> {
    const { keys } = this.#storage;
    return summaryPage(this.#storage, { gsi1pk: keys.planPage(plan), schema: redesignRowSchema(), keyOf: keys.redesign, after, limit });
  }

  /** A frozen proposal. */
  async proposal(id: string, number: number): Promise<Proposal | null> {
    const key = this.#storage.keys.proposal(id, number);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/proposal/proposal.ts')]);
    return item ? fromBody(schema.Proposal, key, item.body) : null;
  }

  /** The same text is the same redesign: it is not parsed twice. */
  #parse(id: string, body: unknown): Redesign {
    const known = this.#seen.get(id);
    if (known && known.body === body) return known.redesign;
    const redesign = fromBody(Redesign, this.#storage.keys.redesign(id), body);
    this.#seen.set(id, { redesign, body });
    return redesign;
  }

  #attributes(redesign: Redesign, body: string) {
    return { ...this.#storage.keys.planRow(redesign), version: redesign.version, body, summary: redesignRow(redesign) };
  }

  async #writeOver(redesign: Redesign, base: Base, others: Write[]): Promise<void> {
    const { id, procedure } = redesign;
    const key = this.#storage.keys.redesign(id);
    const body = toBody(key, redesign);
    const put = this.#storage.putOver(key, base.version, this.#attributes(redesign, body));
    await this.#storage.write([put, ...others]).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      if (error.index === 0) throw await this.#conflict(id, error.body);
      if (error.openRedesign && error.openRedesign !== id) throw new AlreadyOpenError(procedure, error.openRedesign);
      throw new ImmutableError(`a line or proposal of redesign ${id}`);
    });
    this.#seen.set(id, { redesign, body });
  }

  async #conflict(id: string, body: string | undefined): Promise<Error> {
    const current = body === undefined ? await this.read(id) : this.#parse(id, body);
    return current ? new VersionConflictError(current) : new NotFoundError(`redesign ${id}`);
  }
}
