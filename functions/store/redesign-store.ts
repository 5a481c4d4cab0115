// Redesigns: one versioned document each, with its history beside it and its state on the head of its procedure.
// Every change is one transaction: the document, its history line and, when it moves on, the head, the plan's line and the totals.
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { Redesign, type State } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { follow } from '#procedures/plan/follow.ts';
import { AlreadyOpenError, ImmutableError, NotFoundError, NotInScopeError, StaleError, VersionConflictError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import { headNote } from './head.ts';
import type { History } from './history.ts';
import type { LineStore } from './line-store.ts';
import type { Page } from './page-mark.ts';
import type { PersonStore } from './person-store.ts';
import { Recent } from './recent.ts';
import { type RedesignRow, redesignRow, redesignRowSchema } from './redesign-row.ts';
import type { Also, Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { summaryPage } from './summary-page.ts';

/**
 * One redesign moving on: from `base` (null: it is new) to `redesign`, with its line of the history, and the proposal drawn up from it.
 * `head`: the write of its procedure's head, where more changes there than the note of the redesign.
 */
export type Move = { redesign: Redesign; base: Redesign | null; event: Event; proposal?: Proposal; head?: Also };

const ATTEMPTS = 5;

/** The transaction is worth another attempt on what is there now. */
const AGAIN = Symbol('again');
type Failing = (failure: ConditionFailure) => Promise<Error | typeof AGAIN>;

/** Whether lines and totals have to follow; they keep the state and what was frozen. */
const movesOn = (base: Redesign, next: Redesign): boolean =>
  base.state !== next.state || base.frozen !== next.frozen || base.decided !== next.decided;

const REMEMBERED = 500;

/** Reads and writes redesigns. StoredItemError for an item that does not fit its schema, TooLargeError for one too large to keep. */
export class RedesignStore {
  /**
   * So many redesigns fit into one transaction of 100 writes beside a dozen others: each takes ten at most, when it is submitted
   * (document, proposal, history, head, line, five places in rankings), and the totals of its office.
   */
  readonly mostMoves = 8;
  readonly #storage: Storage;
  readonly #history: History;
  readonly #people: PersonStore;
  readonly #lines: LineStore;
  /** The last version that this process has seen; whoever writes on it has the version condition to tell them it is old. */
  readonly #seen = new Recent<{ redesign: Redesign; body: unknown }>(REMEMBERED);

  constructor(storage: Storage, history: History, people: PersonStore, lines: LineStore) {
    this.#storage = storage;
    this.#lines = lines;
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

  /** Several as the table has them now, in the order asked; null where there is none. */
  async readMany(ids: readonly string[]): Promise<(Redesign | null)[]> {
    const items = await this.#storage.readBodies(ids.map((id) => this.#storage.keys.redesign(id)));
    return items.map((item, index) => (item ? this.#parse(ids[index] ?? '', item.body) : null));
  }

  /**
   * The redesign and the person who asks, as the table has both now, in one call. Where this process has seen both, it asks for their
   * versions alone: what has the same version is the same, and a large sheet does not travel again.
   */
  async readWithPerson(id: string, subject: string): Promise<{ redesign: Redesign | null; person: Person | null }> {
    const { keys } = this.#storage;
    const wanted = [keys.redesign(id), keys.person(subject)];
    const known = { redesign: this.#seen.get(id)?.redesign, person: this.#people.seen(subject) };
    if (known.redesign && known.person) {
      const versions = await this.#storage.readVersions(wanted);
      if (versions[0] === known.redesign.version && versions[1] === (known.person.version ?? 1)) {
        return { redesign: known.redesign, person: known.person };
      }
    }
    const [item, person] = await this.#storage.readBodies(wanted);
    return { redesign: item ? this.#parse(id, item.body) : null, person: this.#people.parse(subject, person) };
  }

  /** The redesign as it was at `version`, if this process has just seen it so; for a writer, who names that version as the condition. */
  seenAt(id: string, version: number): Redesign | null {
    const known = this.#seen.get(id)?.redesign;
    return known?.version === version ? known : null;
  }

  /** Opens a redesign; AlreadyOpenError when the procedure has one that is still under way, NotInScopeError when its plan has no line for it. */
  async open(redesign: Redesign, event: Event): Promise<void> {
    await this.#transact([{ redesign, base: null, event }]);
  }

  /**
   * Saves the next version of a redesign with its history line; VersionConflictError carries what is there instead. NotInScopeError for a
   * discarded one whose plan has no line for it any more.
   */
  async save(redesign: Redesign, base: Redesign, event: Event): Promise<void> {
    await this.#transact([{ redesign, base, event }]);
  }

  /** Saves the submitted redesign and its proposal at once. A second submission of the same version changes nothing: VersionConflictError. */
  async submit(redesign: Redesign, base: Redesign, proposal: Proposal, event: Event): Promise<void> {
    await this.#transact([{ redesign, base, event, proposal }]);
  }

  /**
   * Moves several redesigns on in one transaction, at most `mostMoves` of them, together with `also`. All or nothing; the first that was
   * changed meanwhile is thrown as VersionConflictError, a condition of `also` as the error that it names.
   */
  async moveAll(moves: readonly Move[], also: readonly Also[] = []): Promise<void> {
    await this.#transact(moves, also);
  }

  /** One page of a plan's redesigns, by state and last change; with `state`, of that state alone. */
  async page(wanted: { plan: string; state?: State; after?: string; limit: number }): Promise<Page<RedesignRow>> {
    const { keys } = this.#storage;
    const { plan, state, after, limit } = wanted;
    const prefix = state && `${state}#`;
    return summaryPage(this.#storage, {
      gsi1pk: keys.planPage(plan),
      prefix,
      schema: redesignRowSchema(),
      keyOf: keys.redesign,
      after,
      limit,
    });
  }

  /** A frozen proposal. */
  async proposal(id: string, number: number): Promise<Proposal | null> {
    const key = this.#storage.keys.proposal(id, number);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/proposal/proposal.ts')]);
    return item ? fromBody(schema.Proposal, key, item.body) : null;
  }

  /** Several frozen proposals in one call, in the order asked. */
  async proposals(wanted: readonly { redesign: string; number: number }[]): Promise<(Proposal | null)[]> {
    const keys = wanted.map(({ redesign, number }) => this.#storage.keys.proposal(redesign, number));
    const [items, schema] = await Promise.all([this.#storage.readBodies(keys), import('#procedures/proposal/proposal.ts')]);
    return keys.map((key, index) => {
      const item = items[index];
      return item ? fromBody(schema.Proposal, key, item.body) : null;
    });
  }

  /** The same text is the same redesign: it is not parsed twice. */
  #parse(id: string, body: unknown): Redesign {
    const known = this.#seen.get(id);
    if (known && known.body === body) return known.redesign;
    const redesign = fromBody(Redesign, this.#storage.keys.redesign(id), body);
    this.#seen.set(id, { redesign, body });
    return redesign;
  }

  #attributes(redesign: Redesign, by: string, body: string) {
    return { ...this.#storage.keys.planRow(redesign), version: redesign.version, body, summary: redesignRow(redesign, by) };
  }

  /** A line changed meanwhile (a deadline was set) is read anew: it is no reason to refuse. */
  async #transact(moves: readonly Move[], also: readonly Also[] = []): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const { writes, failures, bodies } = await this.#prepare(moves, also);
      try {
        await this.#storage.write(writes);
        moves.forEach(({ redesign }, index) => this.#seen.set(redesign.id, { redesign, body: bodies[index] }));
        return;
      } catch (error) {
        if (!(error instanceof ConditionFailure)) throw error;
        const failure = await failures[error.index]?.(error);
        if (failure !== AGAIN || attempt === ATTEMPTS) throw failure === AGAIN ? new StaleError('a line of the plan') : (failure ?? error);
      }
    }
  }

  /** Every write of a transaction beside what its failing means. */
  async #prepare(moves: readonly Move[], also: readonly Also[]) {
    const moving = moves.filter(({ redesign, base }) => base === null || movesOn(base, redesign));
    const lines = moving.length === 0 ? [] : await this.#lines.readMany(moving.map(({ redesign }) => redesign));
    const writes: Write[] = [];
    const failures: Failing[] = [];
    const bodies: string[] = [];
    const add = (write: Write, failing: Failing) => {
      writes.push(write);
      failures.push(failing);
    };
    for (const { redesign, base, event, proposal, head } of moves) {
      const { id, procedure } = redesign;
      const key = this.#storage.keys.redesign(id);
      const body = toBody(key, redesign);
      bodies.push(body);
      const attributes = this.#attributes(redesign, event.by.subject, body);
      if (base) add(this.#storage.putOver(key, base.version, attributes), ({ body: there }) => this.#conflict(id, there));
      else add(this.#storage.putNew(key, attributes), async () => new ImmutableError(`redesign ${id}`));
      add(this.#history.line(event), async () => new ImmutableError(`a line of redesign ${id}`));
      if (head) add(head.write, async (failure) => head.error(failure));
      else if (redesign.state !== base?.state) {
        const free = base === null || base.state === 'discarded';
        add(headNote(this.#storage, redesign, free ? 'free' : 'own'), async ({ openRedesign }) =>
          openRedesign && openRedesign !== id ? new AlreadyOpenError(procedure, openRedesign) : new NotFoundError(`procedure ${procedure}`),
        );
      }
      if (proposal) {
        const at = this.#storage.keys.proposal(id, proposal.number);
        const frozen = this.#storage.putNew(at, { body: toBody(at, proposal), hash: proposal.hash });
        add(frozen, async () => new ImmutableError(`proposal ${proposal.number} of redesign ${id}`));
      }
    }
    const changes = moving.flatMap(({ redesign, base }, index) => {
      const line = lines[index];
      // A redesign under way outlives its line; none is opened, or taken back, without one.
      if (!line && (base === null || base.state === 'discarded')) throw new NotInScopeError(redesign.procedure);
      return line ? [{ from: line, to: follow(line, redesign) }] : [];
    });
    for (const write of this.#lines.writes(changes)) add(write, async () => AGAIN);
    for (const { write, error } of also) add(write, async (failure) => error(failure));
    return { writes, failures, bodies };
  }

  async #conflict(id: string, body: string | undefined): Promise<Error> {
    const current = body === undefined ? await this.read(id) : this.#parse(id, body);
    return current ? new VersionConflictError(current) : new NotFoundError(`redesign ${id}`);
  }
}
