// How long a fresh process needs until it has answered its first event: the bundled `api` against the smallest handler that reads an item.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { keysOf } from '#functions/store/keys.ts';
import { writeBundle } from '../../infra/bundle.ts';
import { gatewayEvent } from '../support/api-gateway-event.ts';
import { lambdaEnvironment, startFunction } from '../support/lambda-function.ts';
import { sessionCookie } from '../support/session-cookie.ts';
import { openWorkspace, PEOPLE } from '../support/workspace.ts';
import { type Line, ratioLine } from './report.ts';

const BAR = 1.25;
const WARM_UP = 3;
const PAIRS = 25;
const SECRET = 'a secret of the bench and of nothing else';
/** The one that `openWorkspace` opens. */
const TENANT = 'khanh-hoa';

type Candidate = { bundle: string; environment: Record<string, string>; event: APIGatewayProxyEventV2 };

export async function coldStart(): Promise<Line[]> {
  const workspace = await openWorkspace();
  const folder = await mkdtemp(join(tmpdir(), 'tinh-gon-bench-'));
  try {
    const { id } = await workspace.open();
    const cookies = [await sessionCookie(SECRET, PEOPLE.specialist.subject)];
    const environment = { ...lambdaEnvironment(workspace.endpoint), ...settings(workspace.table) };
    const bundle = (name: string, entry: string) => {
      writeBundle(entry, join(folder, name));
      return join(folder, name, 'index.mjs');
    };
    const api = bundle('api', 'functions/api.ts');
    const smallest = bundle('smallest', 'test/bench/smallest-handler.ts');
    const keys = keysOf(TENANT);
    const reads = (path: string, key: { pk: string; sk: string }): [Candidate, Candidate] => [
      { bundle: api, environment, event: gatewayEvent('GET', path, { cookies }) },
      { bundle: smallest, environment: { ...environment, ITEM: itemKey(key) }, event: gatewayEvent('GET', '/') },
    ];
    return [
      await compare('Cold start, first event reads the health', reads('/api/health', keys.procedureCount())),
      await compare('Cold start, first event reads a redesign', reads(`/api/redesigns/${id}`, keys.redesign(id))),
    ];
  } finally {
    await Promise.all([workspace.close(), rm(folder, { recursive: true })]);
  }
}

const itemKey = ({ pk, sk }: { pk: string; sk: string }) => JSON.stringify({ pk: { S: pk }, sk: { S: sk } });

const settings = (table: string) => ({
  TABLE: table,
  TENANT,
  OIDC_ISSUER: 'https://dang-nhap.example',
  OIDC_CLIENT_ID: 'tinh-gon',
  PUBLIC_ORIGIN: 'https://tinh-gon.example',
  SESSION_SECRET: SECRET,
});

async function compare(name: string, [ours, yardstick]: [Candidate, Candidate]): Promise<Line> {
  const times = { ours: [] as number[], yardstick: [] as number[] };
  for (let pair = 0; pair < WARM_UP + PAIRS; pair++) {
    // Whoever goes first finds the machine a little different: they take turns.
    const first = pair % 2 === 0 ? await start(ours) : undefined;
    const second = await start(yardstick);
    const third = first ?? (await start(ours));
    if (pair < WARM_UP) continue;
    times.ours.push(third);
    times.yardstick.push(second);
  }
  return ratioLine(name, times.ours, times.yardstick, BAR);
}

/** Milliseconds from the start of the process to its answer. */
async function start({ bundle, environment, event }: Candidate): Promise<number> {
  const before = performance.now();
  const started = startFunction(bundle, environment);
  const answer = await started.invoke(event);
  const time = performance.now() - before;
  await started.stop();
  if (answer.statusCode !== 200) throw new Error(`${event.rawPath}: ${answer.statusCode} ${answer.body}\n${started.output()}`);
  return time;
}
