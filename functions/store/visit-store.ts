// When a person last looked at a redesign: what came later is unread.
import type { Storage } from './storage.ts';

/** Reads and writes visits, one item a person and redesign. */
export class VisitStore {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Keeps that the person has looked at the redesign at that moment, ISO 8601 in UTC. */
  async record(subject: string, redesign: string, at: string): Promise<void> {
    const change = {
      UpdateExpression: 'SET #at = :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': at },
    };
    await this.#storage.write([this.#storage.update(this.#storage.keys.visit(subject, redesign), change)]);
  }

  /** When the person last looked at each, in the order asked; null where never. */
  async visits(subject: string, redesigns: readonly string[]): Promise<(string | null)[]> {
    const items = await this.#storage.readItems(redesigns.map((id) => this.#storage.keys.visit(subject, id)));
    return items.map((item) => (typeof item?.at === 'string' ? item.at : null));
  }
}
