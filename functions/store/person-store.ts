// People of the workspace by the subject that the identity provider gives them.
import { Person } from '#procedures/review/person.ts';
import { Recent } from './recent.ts';
import type { Item, Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** How long reading and editing a redesign may rely on a row already read: a person who is taken off can still do so that long. */
const TRUSTED = 5_000;
const REMEMBERED = 1_000;

/** Reads and writes people. StoredItemError for a row that does not fit its schema. */
export class PersonStore {
  readonly #storage: Storage;
  readonly #recent = new Recent<Person>(REMEMBERED, TRUSTED);

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The person as the table has them now; null for a subject that is not in the workspace. */
  async read(subject: string): Promise<Person | null> {
    return this.parse(subject, await this.#storage.read(this.#storage.keys.person(subject), 'body'));
  }

  /** The row as it was some seconds ago at most, if this process has read it then. */
  seen(subject: string): Person | null {
    return this.#recent.get(subject) ?? null;
  }

  /** The person in an item that was read together with others. */
  parse(subject: string, item: Item | undefined): Person | null {
    if (!item) return null;
    const person = fromBody(Person, this.#storage.keys.person(subject), item.body);
    this.#recent.set(subject, person);
    return person;
  }

  /** Writes the row of a person, over an older one if there is one. */
  async save(person: Person): Promise<void> {
    const key = this.#storage.keys.person(person.subject);
    const change = {
      UpdateExpression: 'SET #body = :body',
      ExpressionAttributeNames: { '#body': 'body' },
      ExpressionAttributeValues: { ':body': toBody(key, person) },
    };
    await this.#storage.write([this.#storage.update(key, change)]);
  }
}
