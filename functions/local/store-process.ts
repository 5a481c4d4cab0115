// One process of the embedded store: started, waited for, ended, and tied to the life of this process.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { StartFailureError } from './start-failure.ts';

export type StoreProcess = { ended: Promise<unknown>; end: () => Promise<void> };

/** Longest wait for the store to listen, and to leave by itself when asked to, in milliseconds. */
const START_LIMIT = 20_000;
const STOP_LIMIT = 5_000;

/** The port was taken between choosing and listening; another one will do. */
export class StorePortTakenError extends StartFailureError {}

/** Starts `binary` on `<folder>/store.db` and waits until it listens on `port`. Throws StorePortTakenError or StartFailureError. */
export async function startStoreProcess(binary: string, folder: string, port: number): Promise<StoreProcess> {
  const file = join(folder, 'store.db');
  // A group of its own: a Ctrl-C in the terminal reaches this process only, which lets requests under way finish before it stops the store.
  const child = spawn(binary, ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const guard = child.pid === undefined ? undefined : tie(child.pid);
  const ended = exitOf(child).then(() => guard && released(guard));
  const end = () => endOf(child, ended);

  const words = await firstWords(child, ended);
  if (child.pid !== undefined && /listening on/i.test(words)) return { ended, end };
  await end();
  if (/already in use/i.test(words)) throw new StorePortTakenError(`Cổng ${port} dành cho kho dữ liệu vừa bị chương trình khác chiếm.`);
  throw new StartFailureError(
    /not a valid sqlite|malformed|encrypted/i.test(words)
      ? `Tệp dữ liệu ${file} bị hỏng, không mở được: hãy phục hồi bản sao lưu, hoặc chuyển tệp đi nơi khác để bắt đầu lại.`
      : `Kho dữ liệu không khởi động được (${words.split('\n')[0] || 'không có lời nhắn'}).`,
  );
}

/** What the store says until it listens, ends or takes too long. */
function firstWords(child: ChildProcess, ended: Promise<unknown>): Promise<string> {
  return new Promise((resolve) => {
    let words = '';
    const done = () => {
      clearTimeout(limit);
      resolve(words.trim());
    };
    const limit = setTimeout(done, START_LIMIT);
    child.once('error', (error) => (words += error.message));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-2_000);
      if (/listening on/i.test(words)) done();
    });
    // Its last words may still be on the way when it has gone.
    void ended.then(() => setImmediate(done));
  });
}

/**
 * Ties the store to this process even when this one is killed outright: the shell's `read` ends with the pipe that only we hold.
 * On Windows the system does so by itself (children belong to the job of their parent).
 */
function tie(pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -TERM "$1"', 'sh', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without a shell the store is still ended by every orderly stop.
  guard.on('error', () => {});
  return guard;
}

const exitOf = (child: ChildProcess) =>
  new Promise<void>((resolve) => void child.once('exit', () => resolve()).once('error', () => resolve()));

async function released(guard: ChildProcess): Promise<void> {
  const gone = exitOf(guard);
  if (guard.kill('SIGKILL')) await gone;
}

async function endOf(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.pid === undefined) return;
  child.kill('SIGTERM');
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(limit);
}
