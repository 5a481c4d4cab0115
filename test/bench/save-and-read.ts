// What the workspace adds to its store: a mark saved and a redesign read through HTTP, against the same items sent and read directly.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE_NAME, TENANT } from '#functions/local/open-store.ts';
import { createDocumentClient } from '#functions/store/client.ts';
import { type Key, keysOf } from '#functions/store/keys.ts';
import type { CatalogueRow } from '#functions/store/catalogue-row.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { startEmbeddedStore } from '../support/embedded-store.ts';
import { startSystem, temporaryFolder } from '../support/local-system.ts';
import { aFullMark } from '../support/redesign.ts';
import { signIn } from '../support/sign-in.ts';
import { keepAlive } from './keep-alive.ts';
import { type Line, ratioLine } from './report.ts';

const BAR = 1.5;
/** Ours and the yardstick take turns in blocks this long: each then finds its processes as awake as the other does. */
const PER_BLOCK = 50;
const WARM_UP = 4;
const BLOCKS = 8;
const SPECIALIST = 'minh-hoa-chuyen-vien-1';

type Web = ReturnType<typeof keepAlive>;
type Item = Record<string, unknown>;
type Saved = { redesign: Item; event: Item };

const keys = keysOf(TENANT);

export async function saveAndRead(): Promise<Line[]> {
  const folder = await temporaryFolder();
  const store = await startEmbeddedStore(join(folder, 'store.db'));
  const system = await startSystem({ DYNAMODB_ENDPOINT: store.endpoint });
  const web = keepAlive(system.origin, await signIn(system.origin, SPECIALIST));
  const client = createDocumentClient({ endpoint: store.endpoint, region: 'local' });
  try {
    const { redesign, fields } = await begin(web);
    return await measure(web, client, redesign, fields);
  } finally {
    web.close();
    client.destroy();
    await system.stop();
    await store.stop();
    await rm(folder, { recursive: true });
  }
}

/** A redesign of the largest form that the specialist's office has, every field marked; the fields that no other depends on. */
async function begin(web: Web): Promise<{ redesign: Redesign; fields: string[] }> {
  const { person } = await web.json<{ person: Person }>('GET', '/api/session');
  const { rows } = await web.json<{ rows: CatalogueRow[] }>('GET', '/api/procedures?limit=500');
  const [largest] = rows.filter((row) => row.office === person.office).toSorted((a, b) => b.declared - a.declared);
  if (!largest) throw new Error(`${person.officeName} is in charge of no procedure.`);
  const { revision } = await web.json<{ revision: Revision }>('GET', `/api/procedures/${largest.id}`);
  const all = revision.procedure.forms.flatMap((form) => form.fields);
  const asked = new Set(all.map(({ condition }) => condition?.field));
  const fields = all.map(({ id }) => id).filter((id) => !asked.has(id));
  const { redesign } = await web.json<{ redesign: Redesign }>('POST', '/api/redesigns', { json: { procedure: largest.id } });
  const edits = fields.map((element): Edit => ({ kind: 'mark', element, mark: aFullMark('remove') }));
  const { id, version } = redesign;
  return { redesign: await web.json<Redesign>('POST', `/api/redesigns/${id}/edits`, { json: { edits }, version }), fields };
}

async function measure(web: Web, client: DynamoDBDocumentClient, opened: Redesign, fields: string[]): Promise<Line[]> {
  const times = { save: [] as number[], bareSave: [] as number[], read: [] as number[], bareRead: [] as number[] };
  const key = keys.redesign(opened.id);
  const path = `/api/redesigns/${opened.id}`;
  let { version } = opened;
  let saves = 0;
  let twins = 0;

  async function saveOne(): Promise<void> {
    const element = fields[saves % fields.length] ?? '';
    // Once over all the fields they are kept, the next time cut again: every save changes something.
    const treatment = Math.floor(saves / fields.length) % 2 === 0 ? 'keep' : 'remove';
    saves += 1;
    const edits: Edit[] = [{ kind: 'mark', element, mark: aFullMark(treatment) }];
    await timed(times.save, () => web.success('POST', `${path}/edits`, { json: { edits }, version }));
    version += 1;
  }

  for (let block = 0; block < WARM_UP + BLOCKS; block++) {
    if (block === WARM_UP) for (const list of Object.values(times)) list.length = 0;
    for (let one = 0; one < PER_BLOCK; one++) await saveOne();
    const saved = await lastSaved(client, opened.id);
    for (let one = 0; one < PER_BLOCK; one++) {
      const transaction = again(saved, (twins += 1));
      await timed(times.bareSave, () => client.send(transaction));
    }
    for (let one = 0; one < PER_BLOCK; one++) await timed(times.read, () => web.success('GET', path));
    for (let one = 0; one < PER_BLOCK; one++) {
      const bare = new GetCommand({ TableName: TABLE_NAME, Key: key, ConsistentRead: true });
      await timed(times.bareRead, () => client.send(bare));
    }
  }
  return [
    ratioLine(`Save one mark of ${fields.length} through HTTP`, times.save, times.bareSave, BAR),
    ratioLine('Read one redesign through HTTP', times.read, times.bareRead, BAR),
  ];
}

async function timed(times: number[], action: () => Promise<unknown>): Promise<void> {
  const before = performance.now();
  await action();
  times.push(performance.now() - before);
}

/** The items that the last save wrote: the redesign, and its newest line of the history. */
async function lastSaved(client: DynamoDBDocumentClient, id: string): Promise<Saved> {
  const { pk, prefix } = keys.events({ redesign: id });
  const [redesign, events] = await Promise.all([
    client.send(new GetCommand({ TableName: TABLE_NAME, Key: keys.redesign(id), ConsistentRead: true })),
    client.send(
      new QueryCommand({
        TableName: TABLE_NAME,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 1,
      }),
    ),
  ]);
  const event = events.Items?.[0];
  if (!redesign.Item || !event) throw new Error(`Nothing was saved of ${id}.`);
  return { redesign: redesign.Item, event };
}

/** The same transaction for a twin of the redesign that the workspace knows nothing of: the `version`-th since it began. */
function again({ redesign, event }: Saved, version: number): TransactWriteCommand {
  const twin = (item: Item): Item & Key => ({ ...item, pk: `${String(item.pk)}-twin`, sk: String(item.sk) });
  const onlyOver = {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version - 1 },
  };
  const onlyNew = { ConditionExpression: 'attribute_not_exists(pk)' };
  const ReturnValuesOnConditionCheckFailure = 'ALL_OLD';
  return new TransactWriteCommand({
    TransactItems: [
      {
        Put: {
          TableName: TABLE_NAME,
          Item: { ...twin(redesign), version },
          ...(version === 1 ? onlyNew : onlyOver),
          ReturnValuesOnConditionCheckFailure,
        },
      },
      {
        Put: {
          TableName: TABLE_NAME,
          Item: { ...twin(event), sk: `${String(event.sk)}-${version}` },
          ...onlyNew,
          ReturnValuesOnConditionCheckFailure,
        },
      },
    ],
  });
}
