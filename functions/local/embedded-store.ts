// Runs the embedded store (a DynamoDB-compatible server on one SQLite file) beside this process, and never longer than it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { StartFailureError } from './start-failure.ts';

export type EmbeddedStore = { endpoint: string; pid: () => number | undefined; stop: () => Promise<void> };
type Running = { child: ChildProcess; guard: ChildProcess | undefined; errors: () => string };

const START_LIMIT = 15_000;
const STOP_LIMIT = 5_000;
/** Restarts after which a store that keeps dying is given up. */
const RESTARTS = 5;

/**
 * Starts `binary` on `<folder>/store.db` and waits until it answers.
 *
 * A store that dies on its own is started again on the same port and file; `onGivenUp` is told once it cannot be.
 * Throws StartFailureError when it does not come up, with the store's own last words.
 */
export async function startEmbeddedStore(
  binary: string,
  folder: string,
  onGivenUp: (failure: StartFailureError) => void,
): Promise<EmbeddedStore> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let stopping = false;
  let restarts = 0;

  const up = async (): Promise<Running> => {
    const running = run(binary, port, folder);
    await answering(endpoint, running, folder);
    running.child.once('exit', () => {
      running.guard?.kill('SIGKILL');
      if (!stopping) void again();
    });
    return running;
  };
  const again = async () => {
    restarts += 1;
    try {
      if (restarts > RESTARTS)
        throw new StartFailureError('Kho dữ liệu liên tục bị dừng đột ngột; Tinh Gọn dừng lại để không mất dữ liệu.');
      running = await up();
    } catch (error) {
      if (!stopping)
        onGivenUp(
          error instanceof StartFailureError ? error : new StartFailureError(`Không khởi động lại được kho dữ liệu: ${String(error)}.`),
        );
    }
  };

  let running = await up();
  return {
    endpoint,
    pid: () => running.child.pid,
    stop: async () => {
      stopping = true;
      await end(running.child);
      running.guard?.kill('SIGKILL');
    },
  };
}

function run(binary: string, port: number, folder: string): Running {
  // A group of its own: a Ctrl-C in the terminal reaches this process only, which lets requests under way finish before it stops the store.
  const child = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', join(folder, 'store.db')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2000)));
  child.on('error', (error) => (errors += error.message));
  return { child, guard: child.pid === undefined ? undefined : tie(child.pid), errors: () => errors.trim() };
}

/**
 * Ties the store to the life of this process, even when this one is killed outright: the shell's `read` ends with the pipe that only we hold.
 * On Windows the system does so by itself (children belong to the job of their parent).
 */
function tie(pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -TERM "$1"', 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => {});
  guard.stdin?.on('error', () => {});
  return guard;
}

async function answering(endpoint: string, { child, errors }: Running, folder: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break;
    const answer = await fetch(endpoint).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(20);
  }
  await end(child);
  const words = errors().split('\n')[0];
  throw new StartFailureError(
    /not a valid SQLite|malformed|encrypted/i.test(errors())
      ? `Tệp dữ liệu ${join(folder, 'store.db')} bị hỏng, không mở được: hãy phục hồi bản sao lưu, hoặc chuyển tệp đi nơi khác để bắt đầu lại.`
      : `Kho dữ liệu không khởi động được${words ? ` (${words})` : ''}.`,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  await gone;
  clearTimeout(limit);
}
