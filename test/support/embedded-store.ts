// The real embedded store for a test file: in memory, or on a file when a test kills it and starts it again.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#functions/local/free-port.ts';
import { createTable } from '#functions/local/create-table.ts';
import { createDocumentClient } from '#functions/store/client.ts';
import { createStores } from '#functions/store/stores.ts';

const BINARY = join(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json'), '..', 'dynoxide');
const ATTEMPTS = 5;
const TABLE = 'test';

export type EmbeddedStore = Awaited<ReturnType<typeof startEmbeddedStore>>;

/** A store on a port of its own; `file` keeps its data. */
export async function startEmbeddedStore(file?: string) {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const child = spawn(BINARY, ['serve', '--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])], {
      stdio: 'ignore',
    });
    const endpoint = `http://127.0.0.1:${port}`;
    // Another test may have taken the port between the asking and the listening.
    if (await answers(child, endpoint)) return { endpoint, kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
    await end(child, 'SIGKILL');
    if (attempt === ATTEMPTS) throw new Error('The embedded store does not start.');
  }
}

/** Stores of `tenant` in the table at `endpoint`, made if it is not there. */
export async function openStores(endpoint: string, tenant = 'khanh-hoa') {
  const client = createDocumentClient({ endpoint, region: 'local' });
  await createTable(client, TABLE);
  return { client, table: TABLE, stores: createStores({ client, table: TABLE, tenant }) };
}

async function answers(child: ChildProcess, endpoint: string): Promise<boolean> {
  for (let tries = 0; tries < 500 && child.exitCode === null; tries++) {
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer?.ok) return child.exitCode === null;
    await sleep(10);
  }
  return false;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
