// Publishing revisions: each is written once, together with the head of its procedure and the count of procedures.
import { definitionGaps } from '#procedures/definition/gaps.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Office } from '#procedures/plan/plan.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { countDeclared } from '#procedures/redesign/count.ts';
import { sortKey } from '#procedures/text/vietnamese.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import { definitionDigest } from './digest.ts';
import { ImmutableError, StaleError } from './errors.ts';
import { ConditionFailure } from './failures.ts';
import { readHead } from './head.ts';
import type { Also, Storage, Write } from './storage.ts';
import { toBody } from './stored.ts';

/** A definition to publish, with the office in charge and the rule its catalogue row is counted by. */
export type Publication = { revision: Revision; office: Pick<Office, 'id' | 'name'>; rule: CountingRule };

/** A revision as the list of them tells it, with the decision that made it. */
export type RevisionEntry = Pick<Revision, 'number' | 'publishedAt' | 'publishedBy' | 'origin' | 'decision'>;

/** A transaction takes 100 writes and 4 MB. */
const BATCH = { entries: 33, bytes: 3_000_000 };
const ATTEMPTS = 5;

/** Writes one more revision and its head. The head keeps the open redesign; a redesign opened meanwhile makes it try again. */
export async function publish(storage: Storage, publication: Publication): Promise<void> {
  const { procedure, number } = publication.revision;
  const attributes = await headAttributes(storage, publication);
  const key = storage.keys.head(procedure.id);
  for (let attempt = 1; ; attempt++) {
    const present = await readHead(storage, procedure.id);
    const newest = present?.row.revision ?? 0;
    if (number <= newest) throw new ImmutableError(`revision ${number} of ${procedure.id}`);
    if (number > newest + 1) throw new StaleError(`procedure ${procedure.id}`);
    const summary = { ...attributes.summary, redesign: present?.row.redesign };
    const next = { ...attributes, summary, version: (present?.version ?? 0) + 1 };
    const head = present ? [storage.putOver(key, present.version, next)] : [storage.putNew(key, next), countUp(storage, 1)];
    try {
      return await storage.write([revisionWrite(storage, publication.revision), ...head]);
    } catch (error) {
      if (!(error instanceof ConditionFailure) || attempt === ATTEMPTS) throw error;
    }
  }
}

/**
 * The writes of one more revision for a transaction that also moves the redesign on whose decision it rests: the revision, and the head
 * with the redesign's `note`. StaleError when the number is not the next one by now.
 */
export async function publicationWrites(
  storage: Storage,
  { revision, rule }: Omit<Publication, 'office'>,
  note: NonNullable<CatalogueRow['redesign']>,
): Promise<{ revision: Also; head: Also }> {
  const { procedure, number } = revision;
  const present = await readHead(storage, procedure.id);
  if (!present || present.row.revision !== number - 1) throw new StaleError(`procedure ${procedure.id}`);
  const { office: id, officeName: name } = present.row;
  const attributes = await headAttributes(storage, { revision, office: { id, name }, rule });
  const next = { ...attributes, summary: { ...attributes.summary, redesign: note }, version: present.version + 1 };
  const stale = () => new StaleError(`procedure ${procedure.id}`);
  return {
    revision: { write: revisionWrite(storage, revision), error: stale },
    head: { write: storage.putOver(storage.keys.head(procedure.id), present.version, next), error: stale },
  };
}

/** Publishes first revisions, many in one transaction. ImmutableError when one of them is there already. */
export async function publishFirst(storage: Storage, publications: readonly Publication[]): Promise<void> {
  for (const batch of batches(publications)) {
    const writes = await Promise.all(batch.map((publication) => firstWrites(storage, publication)));
    await storage.write([...writes.flat(), countUp(storage, batch.length)]).catch((error: unknown) => {
      if (error instanceof ConditionFailure) throw new ImmutableError(batch[error.index >> 1]?.revision.procedure.id ?? 'a procedure');
      throw error;
    });
  }
}

async function firstWrites(storage: Storage, publication: Publication): Promise<Write[]> {
  const { revision } = publication;
  const head = { ...(await headAttributes(storage, publication)), version: 1 };
  return [revisionWrite(storage, revision), storage.putNew(storage.keys.head(revision.procedure.id), head)];
}

function revisionWrite(storage: Storage, revision: Revision): Write {
  const key = storage.keys.revision(revision.procedure.id, revision.number);
  const { number, publishedAt, publishedBy, origin, decision } = revision;
  const entry: RevisionEntry = { number, publishedAt, publishedBy, origin, ...(decision && { decision }) };
  return storage.putNew(key, { body: toBody(key, revision), entry });
}

async function headAttributes({ keys }: Storage, { revision, office, rule }: Publication) {
  const row = catalogueRow(revision, office, rule);
  return { ...keys.catalogue(row, sortKey(row.name)), digest: await definitionDigest(revision.procedure), summary: row };
}

/** The row of a revision, in charge of `office`, counted by `rule`. */
function catalogueRow({ procedure, number }: Revision, office: Publication['office'], rule: CountingRule): CatalogueRow {
  const { id, code, name, internal, area, levels, forms } = procedure;
  return {
    id,
    code,
    name,
    internal,
    area,
    office: office.id,
    officeName: office.name,
    levels,
    hasForm: forms.some((form) => form.fields.length > 0),
    declared: countDeclared(procedure, rule),
    gaps: definitionGaps(procedure).length,
    revision: number,
  };
}

const countUp = (storage: Storage, by: number): Write =>
  storage.update(storage.keys.procedureCount(), {
    UpdateExpression: 'ADD #count :by',
    ExpressionAttributeNames: { '#count': 'count' },
    ExpressionAttributeValues: { ':by': by },
  });

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
