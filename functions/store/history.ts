// The history of a redesign or a procedure: lines that are written once, read newest first.
import { Event } from './event.ts';
import { cursorOfEvent } from './keys.ts';
import type { Owner } from './keys.ts';
import { pageMark, placeOf } from './page-mark.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

const PAGE = 100;

export type History = ReturnType<typeof historyOf>;

export function historyOf(storage: Storage) {
  const { keys } = storage;

  /** The write of one line, for the transaction of the action itself. */
  function line(event: Event): Write {
    const key = keys.event(event, event.at, event.version, crypto.randomUUID().slice(0, 8));
    return storage.putNew(key, { body: toBody(key, event) });
  }

  /** A line of its own: a refusal, an export, a reading of the history. */
  const record = (event: Event): Promise<void> => storage.write([line(event)]);

  /** One page, newest first. */
  async function page(of: Owner, { after }: { after?: string } = {}): Promise<{ events: Event[]; next: string | null }> {
    const { pk, prefix } = keys.events(of);
    const { items, last } = await storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: PAGE,
      ...(after && { ExclusiveStartKey: keys.eventAt(of, placeOf(after)) }),
    });
    const events = items.map((item) => fromBody(Event, { pk: String(item.pk), sk: String(item.sk) }, item.body));
    return { events, next: last ? pageMark(cursorOfEvent(String(last.sk))) : null };
  }

  return { line, record, page };
}
