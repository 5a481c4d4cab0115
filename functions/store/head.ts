// The head of a procedure: its line of the catalogue with a note of the open redesign, and what a publication needs to know.
import type { Office } from '#procedures/plan/plan.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { sortKey } from '#procedures/text/vietnamese.ts';
import type { CatalogueRow } from './catalogue-row.ts';
import { StoredItemError } from './errors.ts';
import type { Storage, Write } from './storage.ts';
import { fromValue } from './stored.ts';

/** `version` grows with every change of the head; `digest` is `definitionDigest` of the newest revision. */
export type Head = { row: CatalogueRow; version: number; digest: string };

/** The head of a procedure, strongly consistent; null where there is none. StoredItemError when the stored item does not fit. */
export async function readHead(storage: Storage, id: string): Promise<Head | null> {
  const [head] = await readHeads(storage, [id]);
  return head ?? null;
}

/** Several at once, in the order asked. */
export async function readHeads(storage: Storage, ids: readonly string[]): Promise<(Head | null)[]> {
  const keys = ids.map((id) => storage.keys.head(id));
  const [found, { CatalogueRow: schema }] = await Promise.all([storage.readItems(keys), import('./catalogue-row.ts')]);
  return keys.map((key, index) => {
    const item = found[index];
    if (!item) return null;
    const { version, digest, summary } = item;
    if (typeof version !== 'number' || typeof digest !== 'string') throw new StoredItemError(`${key.pk}/${key.sk}`, 'version or digest');
    return { row: fromValue(schema, key, summary), version, digest };
  });
}

/** No redesign is open: none was, or the last one is closed. */
const FREE = {
  ConditionExpression:
    'attribute_exists(pk) AND (attribute_not_exists(summary.redesign) OR summary.redesign.#state IN (:rejected, :inEffect))',
  names: { '#state': 'state' },
  values: { ':rejected': 'rejected', ':inEffect': 'inEffect' },
};

/** The note on the head: taken when the procedure is `free`, changed when it is the redesign's `own`, gone when the redesign is discarded. */
export function headNote(storage: Storage, { id, procedure, state }: Redesign, condition: 'free' | 'own'): Write {
  const own = { ConditionExpression: 'summary.redesign.id = :id', names: {}, values: { ':id': id } };
  const { ConditionExpression, names, values } = condition === 'free' ? FREE : own;
  const closing = state === 'discarded';
  return storage.update(storage.keys.head(procedure), {
    UpdateExpression: closing ? 'REMOVE summary.redesign ADD #version :one' : 'SET summary.redesign = :note ADD #version :one',
    ConditionExpression,
    ExpressionAttributeNames: { '#version': 'version', ...names },
    ExpressionAttributeValues: { ':one': 1, ...(!closing && { ':note': { id, state } }), ...values },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
}

/** Another office in charge, or another name of it: only at the version of the head that was read. */
export function headOffice(storage: Storage, { row, version }: Head, { id, name }: Pick<Office, 'id' | 'name'>): Write {
  const { gsi1sk } = storage.keys.catalogue({ id: row.id, office: id }, sortKey(row.name));
  return storage.update(storage.keys.head(row.id), {
    UpdateExpression: 'SET summary.office = :office, summary.officeName = :name, gsi1sk = :sk ADD #version :one',
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':office': id, ':name': name, ':sk': gsi1sk, ':one': 1, ':version': version },
  });
}
