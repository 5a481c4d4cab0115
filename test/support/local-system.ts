// Runs the whole local system as a person would, in a process of its own on a free port and a fresh data folder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#functions/local/free-port.ts';

export type Ending = { code: number | null; signal: NodeJS.Signals | null; output: string };
export type RunningSystem = {
  origin: string;
  port: number;
  pid: number;
  dataFolder: string;
  output: () => string;
  /** Sends a signal and waits for the end. */
  end: (signal: NodeJS.Signals) => Promise<Ending>;
  /** Ends it as Ctrl-C would. */
  stop: () => Promise<Ending>;
};

const ENTRY = join(import.meta.dirname, '..', '..', 'functions', 'local.ts');
/** A slow machine under load may take this long, in milliseconds; nothing is measured by it. */
const PATIENCE = 60_000;

const PREFIX = 'tinh-gon-test-';

/** An empty folder. Folders of test runs that have ended are swept away first: a worker of Vitest has no last word. */
export async function temporaryFolder(): Promise<string> {
  const old = (await readdir(tmpdir())).filter(
    (name) => name.startsWith(PREFIX) && !lives(Number(name.slice(PREFIX.length).split('-')[0])),
  );
  await Promise.all(old.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
  return mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const AS_IT_IS = { program: process.execPath, words: [ENTRY] };
/** npm starts a script below a shell. */
const AS_NPM_DOES = { program: '/bin/sh', words: ['-c', `"${process.execPath}" "${ENTRY}"; exit $?`] };

/** Starts and waits until it answers. Without `DATA_DIR` it gets a folder of its own. Rejects with its output when it ends before. */
export async function startSystem(environment: Record<string, string> = {}, { npm = false } = {}): Promise<RunningSystem> {
  const port = Number(environment['PORT'] ?? (await freePort()));
  const dataFolder = environment['DATA_DIR'] ?? (await temporaryFolder());
  const { child, output } = launch({ ...environment, PORT: String(port), DATA_DIR: dataFolder }, npm ? AS_NPM_DOES : AS_IT_IS);
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit').then(([code, signal]): Ending => ({ code, signal, output: output() }));

  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const answering = answers(`${origin}/api/health`, PATIENCE);
  const early = await Promise.race([ended, answering]);
  if (early !== true) {
    await end('SIGKILL');
    throw new Error(`The local system did not start:\n${output()}`);
  }
  return {
    origin,
    port,
    pid: child.pid ?? 0,
    dataFolder,
    output,
    end,
    stop: () => end('SIGINT'),
  };
}

/** Starts where no start is expected, and waits for the end. */
export async function runToEnd(environment: Record<string, string>): Promise<Ending> {
  const { child, output } = launch(environment);
  const [code, signal] = await once(child, 'exit');
  return { code, signal, output: output() };
}

function launch(environment: Record<string, string>, { program, words } = AS_IT_IS) {
  // Named a script of npm it goes with its parent: a test that fails half-way leaves nothing running.
  const env = { ...process.env, npm_lifecycle_event: 'start', ...environment };
  const child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more: string) => (text += more));
  return { child, output: () => text };
}

async function answers(address: string, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
