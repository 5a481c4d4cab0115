// The journal (nhật ký): every line of the history of the workspace, newest first, a month at a time. Reads the index and nothing else.
import type { Event } from './event.ts';
import type { JournalLine } from './journal-line.ts';
import { CursorError } from './errors.ts';
import { pageMark, placeOf } from './page-mark.ts';
import type { Item, Storage } from './storage.ts';
import { fromValue } from './stored.ts';
import { TABLE } from './table.ts';

/** `person` is a subject; `refused`: only what was refused. */
export type JournalFilter = { person?: string; procedure?: string; action?: Event['action']; refused?: boolean };
/** `month` is one of Vietnam (`2026-11`), `after` the mark of an earlier page, `limit` the most lines of an answer. */
export type JournalWanted = JournalFilter & { month: string; after?: string; limit?: number };
/** `next` leads on: there may be more lines that fit, or none. */
export type JournalPage = { events: JournalLine[]; next: string | null };

const PAGE = 100;
/** A filter that fits little may look at this many lines for one answer: so many queries of so many lines. */
const QUERIES = 4;
const LOOKED_AT = 1_000;

/** Reads the journal. StoredItemError for a line that does not fit its schema, CursorError for a foreign page mark. */
export class Journal {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The next lines that fit, newest first. What a filter leaves out is looked at for a bounded number of lines, then `next` leads on. */
  async page({ month, after, limit = PAGE, ...filter }: JournalWanted): Promise<JournalPage> {
    const { keys } = this.#storage;
    const narrowed = conditions(filter);
    const found: Item[] = [];
    let from = after === undefined ? undefined : placeIn(after);
    for (let queries = 0; queries < QUERIES && found.length < limit; queries++) {
      const { items, last } = await this.#storage.query({
        IndexName: TABLE.index.name,
        KeyConditionExpression: 'gsi1pk = :pk',
        ScanIndexForward: false,
        ProjectionExpression: 'pk, sk, gsi1sk, summary',
        Limit: narrowed.FilterExpression ? LOOKED_AT : limit - found.length,
        ...narrowed,
        ExpressionAttributeValues: { ':pk': keys.journalMonth(month), ...narrowed.ExpressionAttributeValues },
        ...(from !== undefined && { ExclusiveStartKey: keys.journalAt(month, from) }),
      });
      found.push(...items);
      from = last && String(last.gsi1sk);
      if (from === undefined) break;
    }
    const shown = found.slice(0, limit);
    const lastShown = found.length > limit ? String(shown.at(-1)?.gsi1sk) : from;
    const { JournalLine: schema } = await import('./journal-line.ts');
    const events = shown.map((item) => fromValue(schema, { pk: String(item.pk), sk: String(item.sk) }, item.summary));
    return { events, next: lastShown === undefined ? null : pageMark(lastShown) };
  }
}

/** A moment, a version, a random part, and what the line belongs to. */
const PLACE = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#\d{6}#[0-9a-f]{8}#[A-Z]+(?:#[^#]+)?$/;

function placeIn(mark: string): string {
  const place = placeOf(mark);
  if (!PLACE.test(place)) throw new CursorError();
  return place;
}

/** The filter as the table understands it. */
function conditions({ person, procedure, action, refused }: JournalFilter) {
  const parts: string[] = [];
  const names: Record<string, string> = {};
  const values: Record<string, string> = {};
  const equals = (name: string, path: string, value: string | undefined) => {
    if (value === undefined) return;
    for (const part of path.split('.')) names[`#${part}`] = part;
    values[`:${name}`] = value;
    parts.push(
      `summary.${path
        .split('.')
        .map((part) => `#${part}`)
        .join('.')} = :${name}`,
    );
  };
  equals('person', 'by.subject', person);
  equals('procedure', 'procedure', procedure);
  equals('action', 'action', action);
  if (refused) {
    names['#because'] = 'because';
    parts.push('attribute_exists(summary.#because)');
  }
  if (parts.length === 0) return {};
  return { FilterExpression: parts.join(' AND '), ExpressionAttributeNames: names, ExpressionAttributeValues: values };
}
