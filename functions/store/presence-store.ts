// Who has a redesign open: one short-lived item a tab. The table takes away what has expired; until it does, whoever reads passes it over.
import type { Presence, Tab } from '#procedures/review/presence.ts';
import { ConditionFailure } from './failures.ts';
import type { Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { TABLE } from './table.ts';

/** Milliseconds after the last sign of life. */
const KEPT = 120_000;
/** As many tabs as are looked at, and as many expired ones as are cleared away in passing. */
const MOST_TABS = 100;
const MOST_CLEARED = 20;

/** Reads and writes signs of life. StoredItemError for one that does not fit its schema. */
export class PresenceStore {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Every tab that the table still knows, gone ones among them. */
  async list(redesign: string): Promise<Presence[]> {
    const { pk, prefix } = this.#storage.keys.presences(redesign);
    const [{ items }, schema] = await Promise.all([
      this.#storage.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit: MOST_TABS,
      }),
      import('#procedures/review/presence.ts'),
    ]);
    return items.map((item) => fromBody(schema.Presence, { pk: String(item.pk), sk: String(item.sk) }, item.body));
  }

  /** Writes a sign of life over the last one of that tab. */
  async save(redesign: string, presence: Presence): Promise<void> {
    const key = this.#storage.keys.presence(redesign, presence);
    const change = {
      UpdateExpression: 'SET #body = :body, #version = :version, #expires = :expires',
      ExpressionAttributeNames: { '#body': 'body', '#version': 'version', '#expires': TABLE.expires },
      ExpressionAttributeValues: {
        ':body': toBody(key, presence),
        ':version': Date.parse(presence.at),
        ':expires': Math.ceil((Date.parse(presence.at) + KEPT) / 1000),
      },
    };
    await this.#storage.write([this.#storage.update(key, change)]);
  }

  /** Clears away what the table has kept beyond its time, of the tabs just listed. */
  async clear(redesign: string, listed: readonly Presence[], now: string): Promise<void> {
    const expired = listed.filter(({ at }) => Date.parse(now) - Date.parse(at) > KEPT).slice(0, MOST_CLEARED);
    await Promise.all(expired.map((presence) => this.leave(redesign, presence, presence.at)));
  }

  /** Takes a tab away, unless it has given a sign of life after `at`. */
  async leave(redesign: string, tab: Tab, at: string): Promise<void> {
    const gone = this.#storage.remove(this.#storage.keys.presence(redesign, tab), Date.parse(at));
    await this.#storage.write([gone]).catch((error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
    });
  }
}
