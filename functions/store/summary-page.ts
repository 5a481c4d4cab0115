// Lists read the index only: one page of the summaries under one index key, in its order.
import type * as z from 'zod/mini';
import { idOfIndexKey, type Key } from './keys.ts';
import { type Page, pageMark, placeOf } from './page-mark.ts';
import type { Storage } from './storage.ts';
import { fromValue } from './stored.ts';
import { TABLE } from './table.ts';

type Wanted<Schema> = {
  gsi1pk: string;
  /** Only rows whose index sort key begins so. */
  prefix?: string;
  schema: Schema;
  /** The key of the item whose id ends the index key. */
  keyOf: (id: string) => Key;
  after?: string;
  limit: number;
};

/** At most `limit` rows after the mark `after`, each parsed. Throws CursorError for a mark of somebody else's, StoredItemError for a row that no longer fits. */
export async function summaryPage<Schema extends z.ZodMiniType>(
  storage: Pick<Storage, 'query'>,
  { gsi1pk, prefix, schema, keyOf, after, limit }: Wanted<Schema>,
): Promise<Page<z.output<Schema>>> {
  const startAt = (gsi1sk: string) => ({ ...keyOf(idOfIndexKey(gsi1sk)), gsi1pk, gsi1sk });
  const { items, last } = await storage.query({
    IndexName: TABLE.index.name,
    KeyConditionExpression: prefix === undefined ? 'gsi1pk = :pk' : 'gsi1pk = :pk AND begins_with(gsi1sk, :prefix)',
    ExpressionAttributeValues: { ':pk': gsi1pk, ...(prefix !== undefined && { ':prefix': prefix }) },
    ProjectionExpression: 'pk, sk, summary',
    Limit: limit,
    ...(after && { ExclusiveStartKey: startAt(placeOf(after)) }),
  });
  const rows = items.map((item) => fromValue(schema, { pk: String(item.pk), sk: String(item.sk) }, item.summary));
  return { rows, next: last ? pageMark(String(last.gsi1sk)) : null };
}
