// A definition that moves on while people work, past the screens.
import { TABLE_NAME, TENANT } from '#functions/local/open-store.ts';
import { createDocumentClient } from '#functions/store/client.ts';
import { createStores } from '#functions/store/stores.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { ruleV1 } from '../support/redesign.ts';

/** Publishes the next revision of a procedure in the store of a running system, as a decision would bring it about. */
export async function publishNext(endpoint: string, id: string, change: (procedure: Procedure) => Procedure): Promise<void> {
  const client = createDocumentClient({ endpoint, region: 'local' });
  const { procedures } = createStores({ client, table: TABLE_NAME, tenant: TENANT });
  const head = await procedures.head(id);
  const newest = head && (await procedures.revision(id, head.row.revision));
  if (!newest) throw new Error(`There is no procedure ${id}.`);
  const number = newest.number + 1;
  const revision = { ...newest, procedure: change(newest.procedure), number, publishedAt: new Date().toISOString() };
  await procedures.publish({ revision, office: { id: head.row.office, name: head.row.officeName }, rule: ruleV1() });
  client.destroy();
}
