// The history of a redesign: lines that are written once, read newest first.
import { Event } from './event.ts';
import { cursorOfEvent } from './keys.ts';
import { pageMark, placeOf } from './page-mark.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

const PAGE = 100;

export function historyOf(storage: Storage) {
  const { keys } = storage;

  /** The write of one line, for the transaction of the action itself. */
  function line(event: Event): Write {
    const key = keys.event(event.redesign, event.at, event.version, crypto.randomUUID().slice(0, 8));
    return storage.putNew(key, { body: toBody(key, event) });
  }

  /** A line of its own: a refusal, an export, a reading of the history. */
  const record = (event: Event): Promise<void> => storage.write([line(event)]);

  /** One page, newest first. */
  async function page(id: string, { after }: { after?: string } = {}): Promise<{ events: Event[]; next: string | null }> {
    const { pk, prefix } = keys.events(id);
    const { items, last } = await storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: PAGE,
      ...(after && { ExclusiveStartKey: keys.eventAt(id, placeOf(after)) }),
    });
    const events = items.map((item) => fromBody(Event, { pk: String(item.pk), sk: String(item.sk) }, item.body));
    return { events, next: last ? pageMark(cursorOfEvent(String(last.sk))) : null };
  }

  return { line, record, page };
}
