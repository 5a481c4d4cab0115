import { Person } from '#procedures/review/person.ts';
import type { Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** People of the workspace by the subject that the identity provider gives them. */
export function personStore(storage: Storage) {
  const { keys } = storage;

  async function read(subject: string): Promise<Person | null> {
    const key = keys.person(subject);
    const item = await storage.read(key);
    return item ? fromBody(Person, key, item.body) : null;
  }

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

  return { read, save };
}
