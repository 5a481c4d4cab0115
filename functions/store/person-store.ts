// People of the workspace: by their subject, by the e-mail address that they were entered with, and by the account that it was bound to.
import { sameAddress } from '#procedures/review/seat.ts';
import { Person } from '#procedures/review/person.ts';
import { emailKey } from '#procedures/text/email.ts';
import { sortKey } from '#procedures/text/vietnamese.ts';
import { EmailTakenError, ImmutableError, NotFoundError, OutdatedError, PersonChangedError, StaleError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { Page } from './page-mark.ts';
import { pointsTo, subjectIn } from './pointer.ts';
import { Recent } from './recent.ts';
import type { Also, Item, Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { summaryPage } from './summary-page.ts';

/** How long a change may rely on a row already read. It names the row as a condition: whoever left meanwhile changes nothing. */
const TRUSTED = 60_000;
const REMEMBERED = 1_000;

/** Reads and writes people. StoredItemError for a row that does not fit its schema, CursorError for a foreign page mark. */
export class PersonStore {
  readonly #storage: Storage;
  readonly #history: History;
  readonly #recent = new Recent<{ person: Person; body: unknown }>(REMEMBERED, TRUSTED);

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  /** The person as the table has them now; null for a subject that is not in the workspace. */
  async read(subject: string): Promise<Person | null> {
    return this.parse(subject, await this.#storage.read(this.#storage.keys.person(subject), 'body'));
  }

  /** The row as this process has last seen it, if it has lately: good for a write that `stands` goes with. */
  seen(subject: string): Person | null {
    return this.#recent.get(subject)?.person ?? null;
  }

  /** The person in an item that was read together with others. The same text is the same person: it is not parsed twice. */
  parse(subject: string, item: Item | undefined): Person | null {
    if (!item) return null;
    const known = this.#recent.get(subject);
    const person = known && known.body === item.body ? known.person : fromBody(Person, this.#storage.keys.person(subject), item.body);
    this.#recent.set(subject, { person, body: item.body });
    return person;
  }

  /** What a transaction is written with so that it fails with PersonChangedError unless the row is the one that was seen. */
  stands({ subject, version = 1 }: Person): Also {
    const key = this.#storage.keys.person(subject);
    const condition = {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    };
    return { write: this.#storage.check(key, condition), error: () => new PersonChangedError(subject) };
  }

  /** One page of everybody, those who left too, by name. */
  async page({ after, limit }: { after?: string; limit: number }): Promise<Page<Person>> {
    const { keys } = this.#storage;
    return summaryPage(this.#storage, { gsi1pk: keys.peoplePage(), schema: Person, keyOf: keys.personAt, after, limit });
  }

  /** Who signs in with an account of the provider: one entered by its subject, one bound to it, or one entered with its e-mail address. */
  async signingIn(identity: string, email?: string): Promise<Person | null> {
    const { keys } = this.#storage;
    const [own, bound] = await this.#storage.readBodies([keys.person(identity), keys.identity(identity)]);
    if (own) return this.parse(identity, own);
    if (bound) return this.read(subjectIn(keys.identity(identity), bound));
    const key = email === undefined ? undefined : keys.email(emailKey(email));
    const entered = key && (await this.#storage.read(key, 'body'));
    return entered ? this.read(subjectIn(key, entered)) : null;
  }

  /** Writes the row of a person, over an older one if there is one: what a fresh store needs before anybody can work. */
  async save(person: Person): Promise<void> {
    const key = this.#storage.keys.person(person.subject);
    const attributes = Object.entries(this.#attributes(person));
    const change = {
      UpdateExpression: `SET ${attributes.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(attributes.map(([name, value]) => [`:${name}`, value])),
    };
    await this.#storage.write([this.#storage.update(key, change)]);
  }

  /**
   * Writes a new person, or the next version over `base`, with the line of the history, while the row of `by` stands.
   * OutdatedError carries what is there instead, EmailTakenError who has that address; PersonChangedError is about `by`.
   */
  async change(person: Person, base: Person | null, event: Event, by: Person): Promise<void> {
    const { keys } = this.#storage;
    const key = keys.person(person.subject);
    const attributes = this.#attributes(person);
    const put = base ? this.#storage.putOver(key, base.version ?? 1, attributes) : this.#storage.putNew(key, attributes);
    const steps: Also[] = [
      { write: put, error: ({ body }) => this.#outdated(person.subject, body) },
      { write: this.#history.line(event), error: () => new ImmutableError('a line of the history') },
      ...this.#moveAddress(person, base),
      // One who changes themselves writes over their own row: that it stands is the condition of that write.
      ...(by.subject === person.subject ? [] : [this.stands(by)]),
    ];
    await this.#write(steps);
    this.#recent.set(person.subject, { person, body: attributes.body });
  }

  /** Binds a person to the account that vouched for the e-mail address, with the line of the history. StaleError when somebody wrote meanwhile. */
  async bind(person: Person, base: Person, identity: string, event: Event): Promise<void> {
    const { keys } = this.#storage;
    const stale = () => new StaleError(`person ${person.subject}`);
    const attributes = this.#attributes(person);
    const key = keys.identity(identity);
    await this.#write([
      { write: this.#storage.putOver(keys.person(person.subject), base.version ?? 1, attributes), error: stale },
      { write: this.#storage.putNew(key, pointsTo(key, person.subject)), error: stale },
      { write: this.#history.line(event), error: () => new ImmutableError('a line of the history') },
    ]);
    this.#recent.set(person.subject, { person, body: attributes.body });
  }

  /** The pointers from address and account to a person, as they change with the address. */
  #moveAddress(person: Person, base: Person | null): Also[] {
    const { keys } = this.#storage;
    const steps: Also[] = [];
    if (base && base.identity !== undefined && person.identity === undefined) {
      steps.push({ write: this.#storage.drop(keys.identity(base.identity)), error: (failure) => failure });
    }
    if (sameAddress(base?.email, person.email)) return steps;
    if (base?.email !== undefined) steps.push({ write: this.#storage.drop(keys.email(emailKey(base.email))), error: (failure) => failure });
    if (person.email !== undefined) {
      const key = keys.email(emailKey(person.email));
      const taken = ({ body }: ConditionFailure) => new EmailTakenError(body === undefined ? '' : subjectIn(key, { body }));
      steps.push({ write: this.#storage.putNew(key, pointsTo(key, person.subject)), error: taken });
    }
    return steps;
  }

  async #write(steps: readonly Also[]): Promise<void> {
    await this.#storage.write(steps.map(({ write }) => write)).catch((error: unknown) => {
      throw error instanceof ConditionFailure ? (steps[error.index]?.error(error) ?? error) : error;
    });
  }

  #attributes(person: Person) {
    const { keys } = this.#storage;
    const body = toBody(keys.person(person.subject), person);
    return { ...keys.personRow(person.subject, sortKey(person.name)), version: person.version ?? 1, body, summary: person };
  }

  #outdated(subject: string, body: string | undefined): Error {
    const current = this.parse(subject, body === undefined ? undefined : { body });
    if (!current) return new NotFoundError(`person ${subject}`);
    return new OutdatedError(`person ${subject}`, current, { by: current.updatedBy, at: current.updatedAt });
  }
}
