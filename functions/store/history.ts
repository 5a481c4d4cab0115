// The history of a redesign or whatever else has one: lines that are written once, read newest first. The journal reads all of them.
import type { Event } from './event.ts';
import { journalLineOf } from './journal-line-of.ts';
import { cursorOfEvent, type Owner } from './keys.ts';
import { pageMark, placeOf } from './page-mark.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

const PAGE = 100;

/** Writes and reads lines. A moment and a version may have several lines: each key ends in a random part. */
export class History {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The write of one line, for the transaction of the action itself. */
  line(event: Event): Write {
    const { keys } = this.#storage;
    const nonce = crypto.randomUUID().slice(0, 8);
    const key = keys.event(event, event.at, event.version, nonce);
    const inJournal = keys.journal(event, event.at, event.version, nonce);
    return this.#storage.putNew(key, { ...inJournal, body: toBody(key, event), summary: journalLineOf(event) });
  }

  /** A line of its own: a refusal, an export, a reading of the history. */
  record(event: Event): Promise<void> {
    return this.#storage.write([this.line(event)]);
  }

  /** One page, newest first. */
  async page(of: Owner, { after }: { after?: string } = {}): Promise<{ events: Event[]; next: string | null }> {
    const { keys } = this.#storage;
    const { pk, prefix } = keys.events(of);
    const { items, last } = await this.#storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: PAGE,
      ...(after && { ExclusiveStartKey: keys.eventAt(of, placeOf(after)) }),
    });
    const schema = await import('./event.ts');
    const events = items.map((item) => fromBody(schema.Event, { pk: String(item.pk), sk: String(item.sk) }, item.body));
    return { events, next: last ? pageMark(cursorOfEvent(String(last.sk))) : null };
  }
}
