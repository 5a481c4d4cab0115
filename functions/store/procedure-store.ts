// Procedures: immutable revisions, and one head each with what the catalogue shows and which redesign is open.
// Schemas and rules that not every request needs are loaded when one does: a function that has just started does not wait for them.
import type { Revision } from '#procedures/definition/revision.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import { type Head, readHead, readHeads } from './head.ts';
import type { Page } from './page-mark.ts';
import type { Publication, RevisionEntry } from './publishing.ts';
import { Recent } from './recent.ts';
import type { Also, Storage } from './storage.ts';
import { fromBody, fromValue } from './stored.ts';
import { summaryPage } from './summary-page.ts';

export type { Publication } from './publishing.ts';

const REMEMBERED_REVISIONS = 200;
const LONGEST_LIST = 500;

/** Reads and publishes procedures. StoredItemError for an item that does not fit its schema, CursorError for a foreign page mark. */
export class ProcedureStore {
  readonly #storage: Storage;
  readonly #remembered = new Recent<Revision>(REMEMBERED_REVISIONS);

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The head of a procedure as the table has it now; null where there is no such procedure. */
  head(id: string): Promise<Head | null> {
    return readHead(this.#storage, id);
  }

  /** Several at once, in the order asked. */
  heads(ids: readonly string[]): Promise<(Head | null)[]> {
    return readHeads(this.#storage, ids);
  }

  /** Publishes the next revision: ImmutableError when its number is there, StaleError when the one before it is not. */
  async publish(publication: Publication): Promise<void> {
    const { publish } = await import('./publishing.ts');
    return publish(this.#storage, publication);
  }

  /** Publishes first revisions, many in one transaction. ImmutableError when one of them is there already. */
  async publishFirst(publications: readonly Publication[]): Promise<void> {
    const { publishFirst } = await import('./publishing.ts');
    return publishFirst(this.#storage, publications);
  }

  /** The writes of one more revision for the transaction that moves the redesign `note` on; StaleError when it is not the next one. */
  async publication(
    publication: Omit<Publication, 'office'>,
    note: NonNullable<CatalogueRow['redesign']>,
  ): Promise<{ revision: Also; head: Also }> {
    const { publicationWrites } = await import('./publishing.ts');
    return publicationWrites(this.#storage, publication, note);
  }

  /** A revision; immutable, so it is read from the table once a process. */
  async revision(id: string, number: number): Promise<Revision | null> {
    const key = this.#storage.keys.revision(id, number);
    const name = `${key.pk}/${key.sk}`;
    const known = this.#remembered.get(name);
    if (known) return known;
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/definition/revision.ts')]);
    if (!item) return null;
    const found = fromBody(schema.Revision, key, item.body);
    this.#remembered.set(name, found);
    return found;
  }

  /** Number, moment, author and origin of every revision, newest first. */
  async revisions(id: string): Promise<RevisionEntry[]> {
    const { pk, prefix } = this.#storage.keys.revisions(id);
    const { items } = await this.#storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ProjectionExpression: 'entry',
      ScanIndexForward: false,
      Limit: LONGEST_LIST,
    });
    return items.map((item) => item.entry as RevisionEntry);
  }

  /** One page of the catalogue, by office and name. */
  async page({ after, limit }: { after?: string; limit: number }): Promise<Page<CatalogueRow>> {
    const { keys } = this.#storage;
    const { CatalogueRow: schema } = await import('./catalogue-row.ts');
    return summaryPage(this.#storage, { gsi1pk: keys.cataloguePage(), schema, keyOf: keys.head, after, limit });
  }

  /** Names by id; a procedure that is not there has none. */
  async names(ids: readonly string[]): Promise<Record<string, string>> {
    const { keys } = this.#storage;
    const wanted = [...new Set(ids)];
    const { CatalogueRow: schema } = await import('./catalogue-row.ts');
    const items = await this.#storage.readItems(wanted.map(keys.head));
    const named = items.flatMap((item, index) => {
      const id = wanted[index] ?? '';
      return item ? [[id, fromValue(schema, keys.head(id), item.summary).name] as const] : [];
    });
    return Object.fromEntries(named);
  }

  /** How many procedures there are; a counter, not a scan. */
  async count(): Promise<number> {
    const item = await this.#storage.read(this.#storage.keys.procedureCount());
    return Number(item?.count ?? 0);
  }
}
