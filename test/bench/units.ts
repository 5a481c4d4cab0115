// Read and write units of each action, as the store itself counts them, with few and with very many procedures in the table.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createApp } from '#functions/http/app.ts';
import { createIdentity } from '#functions/http/identity.ts';
import { createSessions } from '#functions/http/session.ts';
import { seed, seededProcedure } from '#functions/local/seed.ts';
import { createStores } from '#functions/store/stores.ts';
import { DEMONSTRATION_PLAN, officeOf } from '#procedures/plan/plans.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { openStores, startEmbeddedStore } from '../support/embedded-store.ts';
import { aFullMark, ruleV1 } from '../support/redesign.ts';
import { sessionCookie } from '../support/session-cookie.ts';
import type { Line } from './report.ts';

const SIZES = [100, 10_000, 100_000];
const TENANT = 'khanh-hoa';
const ORIGIN = 'https://tinh-gon.example';
const SECRET = 'a secret of the bench and of nothing else';
const SUBJECT = 'minh-hoa';
const AT = '2026-01-05T01:00:00Z';

type Units = { read: number; write: number };
type Consumed = { CapacityUnits?: number };

export async function units(): Promise<Line[]> {
  const counted = new Map<number, Map<string, Units>>();
  for (const size of SIZES) counted.set(size, await atSize(size));
  const [fewest = new Map<string, Units>()] = counted.values();
  return [...fewest.keys()].map((action) => {
    const figures = SIZES.map((size) => figureOf(counted.get(size)?.get(action)));
    const same = new Set(figures).size === 1;
    const figure = same ? (figures[0] ?? '') : figures.map((each, index) => `${each} at ${SIZES[index]}`).join('; ');
    return { name: `Units: ${action}`, figure, bar: `the same at ${SIZES.join(', ')}`, ok: same };
  });
}

const figureOf = (found: Units | undefined) => `${found?.read ?? 0} read, ${found?.write ?? 0} write`;

/** Units of every action, in a process that has seen nothing yet of a table with `size` procedures. */
async function atSize(size: number): Promise<Map<string, Units>> {
  const store = await startEmbeddedStore();
  try {
    const { client, table, stores } = await openStores(store.endpoint, TENANT);
    const procedure = seededProcedure(1);
    const office = officeOf(DEMONSTRATION_PLAN, procedure);
    await stores.plans.save(DEMONSTRATION_PLAN);
    await stores.people.save({ subject: SUBJECT, name: 'Minh họa', role: 'specialist', office: office.id, officeName: office.name });
    await seed(stores, size, { plan: DEMONSTRATION_PLAN, rule: ruleV1(), at: AT });
    return await act(client, table, procedure.id);
  } finally {
    await store.stop();
  }
}

/** One office's day with one procedure, each action with the units it took. */
async function act(client: DynamoDBDocumentClient, table: string, procedure: string): Promise<Map<string, Units>> {
  const counted = new Map<string, Units>();
  const meter = metered(client);
  const cookie = await sessionCookie(SECRET, SUBJECT);
  const app = appOn(client, table);

  async function take<Body>(action: string, method: string, path: string, sent: { json?: unknown; version?: number } = {}): Promise<Body> {
    const headers = new Headers({ cookie, origin: ORIGIN, 'content-type': 'application/json' });
    if (sent.version !== undefined) headers.set('if-match', `"${sent.version}"`);
    const before = { ...meter };
    const answer = await app.request(ORIGIN + path, {
      method,
      headers,
      body: sent.json === undefined ? undefined : JSON.stringify(sent.json),
    });
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
    counted.set(action, { read: meter.read - before.read, write: meter.write - before.write });
    return (await answer.json()) as Body;
  }

  await take('overview', 'GET', '/api/overview');
  await take('first page of the catalogue', 'GET', '/api/procedures');
  await take('open a procedure', 'GET', `/api/procedures/${procedure}`);
  const { redesign } = await take<{ redesign: Redesign }>('begin a redesign', 'POST', '/api/redesigns', { json: { procedure } });
  const path = `/api/redesigns/${redesign.id}`;
  await take('open a redesign', 'GET', path);
  const edits = [{ kind: 'mark', element: 'dia-chi', mark: aFullMark('remove') }];
  const marked = await take<Redesign>('save a mark', 'POST', `${path}/edits`, { json: { edits }, version: redesign.version });
  await take('submit', 'POST', `${path}/submit`, { version: marked.version });
  return counted;
}

function appOn(client: DynamoDBDocumentClient, table: string) {
  return createApp({
    stores: createStores({ client, table, tenant: TENANT }),
    sessions: createSessions({ secret: async () => SECRET, secure: true }),
    identity: createIdentity({ issuer: 'https://dang-nhap.example', clientId: 'tinh-gon' }, ORIGIN),
    origin: ORIGIN,
    version: '0.0.0',
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: () => {},
  });
}

/** Has the store tell what each command consumed, and adds it up. */
function metered(client: DynamoDBDocumentClient): Units {
  const meter = { read: 0, write: 0 };
  client.middlewareStack.add(
    (next, context) => async (given) => {
      Object.assign(given.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(given);
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
      const consumed = [ConsumedCapacity ?? []].flat();
      if (consumed.length === 0) throw new Error(`The store does not tell what ${context.commandName} consumed.`);
      for (const { CapacityUnits = 0 } of consumed) meter[context.commandName?.includes('Write') ? 'write' : 'read'] += CapacityUnits;
      return answer;
    },
    { step: 'initialize', name: 'meter' },
  );
  return meter;
}
