// Procedures: immutable revisions, and one head each with what the catalogue shows and which redesign is open.
import { Revision } from '#procedures/definition/revision.ts';
import type { Office } from '#procedures/plan/plan.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { sortKey } from '#procedures/text/vietnamese.ts';
import { CatalogueRow, catalogueRow } from './catalogue-row.ts';
import { definitionDigest } from './digest.ts';
import { ImmutableError, StaleError, StoredItemError } from './errors.ts';
import { ConditionFailure } from './failures.ts';
import { idOfIndexKey } from './keys.ts';
import { pageMark, placeOf } from './page-mark.ts';
import { Recent } from './recent.ts';
import type { Item, Storage, Write } from './storage.ts';
import { fromBody, fromValue, toBody } from './stored.ts';
import { TABLE } from './table.ts';

/** A definition to publish, with the office in charge and the rule its catalogue row is counted by. */
export type Publication = { revision: Revision; office: Pick<Office, 'id' | 'name'>; rule: CountingRule };
/** `version` grows with every change of the head; `digest` is `definitionDigest` of the newest revision. */
export type Head = { row: CatalogueRow; version: number; digest: string };
export type RevisionEntry = Pick<Revision, 'number' | 'publishedAt' | 'publishedBy' | 'origin'>;

const REMEMBERED_REVISIONS = 200;
const LONGEST_LIST = 500;
/** A transaction takes 100 writes and 4 MB. */
const BATCH = { entries: 33, bytes: 3_000_000 };
const ATTEMPTS = 5;

export function procedureStore(storage: Storage) {
  const { keys } = storage;
  const remembered = new Recent<Revision>(REMEMBERED_REVISIONS);

  async function head(id: string): Promise<Head | null> {
    const item = await storage.read(keys.head(id));
    return item ? headOf(item, id) : null;
  }

  function headOf(item: Item, id: string): Head {
    const { version, digest } = item;
    if (typeof version !== 'number' || typeof digest !== 'string') throw new StoredItemError(keys.head(id).pk, 'version or digest');
    return { row: fromValue(CatalogueRow, keys.head(id), item.summary), version, digest };
  }

  function revisionWrite(revision: Revision): Write {
    const key = keys.revision(revision.procedure.id, revision.number);
    const { number, publishedAt, publishedBy, origin } = revision;
    return storage.putNew(key, { body: toBody(key, revision), entry: { number, publishedAt, publishedBy, origin } });
  }

  async function headAttributes({ revision, office, rule }: Publication) {
    const row = catalogueRow(revision, office, rule);
    return { ...keys.catalogue(row, sortKey(row.name)), digest: await definitionDigest(revision.procedure), summary: row };
  }

  const countUp = (by: number): Write =>
    storage.update(keys.procedureCount(), {
      UpdateExpression: 'ADD #count :by',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':by': by },
    });

  /** Writes one more revision and its head. The head keeps the open redesign; a redesign opened meanwhile makes it try again. */
  async function publish(publication: Publication): Promise<void> {
    const { revision } = publication;
    const { id } = revision.procedure;
    const attributes = await headAttributes(publication);
    for (let attempt = 1; ; attempt++) {
      const present = await head(id);
      const newest = present?.row.revision ?? 0;
      if (revision.number <= newest) throw new ImmutableError(`revision ${revision.number} of ${id}`);
      if (revision.number > newest + 1) throw new StaleError(`procedure ${id}`);
      const summary = { ...attributes.summary, redesign: present?.row.redesign };
      const version = (present?.version ?? 0) + 1;
      const next = { ...attributes, summary, version };
      const writes = present
        ? [revisionWrite(revision), storage.putOver(keys.head(id), present.version, next)]
        : [revisionWrite(revision), storage.putNew(keys.head(id), next), countUp(1)];
      try {
        return await storage.write(writes);
      } catch (error) {
        if (!(error instanceof ConditionFailure) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  /** Publishes first revisions, many in one transaction. ImmutableError when one of them is there already. */
  async function publishFirst(publications: readonly Publication[]): Promise<void> {
    for (const batch of batches(publications)) {
      const writes = await Promise.all(
        batch.map(async (publication) => {
          const key = keys.head(publication.revision.procedure.id);
          return [revisionWrite(publication.revision), storage.putNew(key, { ...(await headAttributes(publication)), version: 1 })];
        }),
      );
      await storage.write([...writes.flat(), countUp(batch.length)]).catch((error: unknown) => {
        if (error instanceof ConditionFailure) throw new ImmutableError(batch[error.index >> 1]?.revision.procedure.id ?? 'a procedure');
        throw error;
      });
    }
  }

  /** A revision; immutable, so it is read from the table once a process. */
  async function readRevision(id: string, number: number): Promise<Revision | null> {
    const key = keys.revision(id, number);
    const known = remembered.get(`${key.pk}/${key.sk}`);
    if (known) return known;
    const item = await storage.read(key, 'body');
    if (!item) return null;
    const found = fromBody(Revision, key, item.body);
    remembered.set(`${key.pk}/${key.sk}`, found);
    return found;
  }

  /** Number, moment, author and origin of every revision, newest first. */
  async function revisions(id: string): Promise<RevisionEntry[]> {
    const { pk, prefix } = keys.revisions(id);
    const { items } = await storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ProjectionExpression: 'entry',
      ScanIndexForward: false,
      Limit: LONGEST_LIST,
    });
    return items.map((item) => item.entry as RevisionEntry);
  }

  /** One page of the catalogue, by office and name. */
  async function page({ after, limit }: { after?: string; limit: number }): Promise<{ rows: CatalogueRow[]; next: string | null }> {
    const gsi1pk = keys.cataloguePage();
    const { items, last } = await storage.query({
      IndexName: TABLE.index.name,
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': gsi1pk },
      ProjectionExpression: 'pk, sk, summary',
      Limit: limit,
      ...(after && { ExclusiveStartKey: startAt(placeOf(after)) }),
    });
    const rows = items.map((item) => fromValue(CatalogueRow, { pk: String(item.pk), sk: String(item.sk) }, item.summary));
    return { rows, next: last ? pageMark(String(last.gsi1sk)) : null };
  }

  const startAt = (gsi1sk: string) => ({ ...keys.head(idOfIndexKey(gsi1sk)), gsi1pk: keys.cataloguePage(), gsi1sk });

  /** How many procedures there are; a counter, not a scan. */
  async function count(): Promise<number> {
    const item = await storage.read(keys.procedureCount());
    return Number(item?.count ?? 0);
  }

  return { head, publish, publishFirst, revision: readRevision, revisions, page, count };
}

function batches(publications: readonly Publication[]): Publication[][] {
  const all: Publication[][] = [];
  let bytes = 0;
  for (const publication of publications) {
    const size = JSON.stringify(publication.revision).length * 2;
    const last = all.at(-1);
    if (last && last.length < BATCH.entries && bytes + size <= BATCH.bytes) {
      last.push(publication);
      bytes += size;
    } else {
      all.push([publication]);
      bytes = size;
    }
  }
  return all;
}
