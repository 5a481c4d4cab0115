// People of the workspace by the subject that the identity provider gives them.
import { Person } from '#procedures/review/person.ts';
import { Recent } from './recent.ts';
import type { Item, Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** How long reading and editing a redesign may rely on a row already read: a person who is taken off can still do so that long. */
const TRUSTED = 5_000;
const REMEMBERED = 1_000;

export type PersonStore = ReturnType<typeof personStore>;

export function personStore(storage: Storage) {
  const { keys } = storage;
  const recent = new Recent<Person>(REMEMBERED, TRUSTED);

  /** The person in an item that was read together with others. */
  function parse(subject: string, item: Item | undefined): Person | null {
    if (!item) return null;
    const person = fromBody(Person, keys.person(subject), item.body);
    recent.set(subject, person);
    return person;
  }

  const read = async (subject: string): Promise<Person | null> => parse(subject, await storage.read(keys.person(subject), 'body'));

  /** The row as it was some seconds ago at most, if this process has read it then. */
  const seen = (subject: string): Person | null => recent.get(subject) ?? null;

  /** Writes the row of a person, over an older one if there is one. */
  async function save(person: Person): Promise<void> {
    const key = keys.person(person.subject);
    await storage.write([
      storage.update(key, {
        UpdateExpression: 'SET #body = :body',
        ExpressionAttributeNames: { '#body': 'body' },
        ExpressionAttributeValues: { ':body': toBody(key, person) },
      }),
    ]);
  }

  return { read, seen, parse, save };
}
