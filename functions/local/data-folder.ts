// The folder that keeps everything between two starts: made when missing, proved writable, held by one running system at a time.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFailureError, systemCode } from './start-failure.ts';

export type DataFolder = { path: string; release: () => void };

/** Code of SQLite for "somebody else holds the lock". */
const SQLITE_BUSY = 5;

/**
 * Opens `path` for this process alone.
 *
 * The lock is SQLite's own file lock: the system drops it with the process, so a crash leaves nothing behind that a next start must judge.
 * Throws StartFailureError when the folder cannot be made or written, or when another running system holds it.
 */
export function openDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  let lock: DatabaseSync | undefined;
  try {
    makeFolder(folder);
    lock = new DatabaseSync(resolve(folder, 'lock'), { timeout: 0 });
    lock.exec('PRAGMA user_version = 1; BEGIN EXCLUSIVE');
    return { path: folder, release: () => lock?.close() };
  } catch (error) {
    lock?.close();
    throw refusal(folder, error);
  }
}

/** One level at a time: where a parent can not be made, Node's own recursive way may try for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function refusal(folder: string, error: unknown): StartFailureError {
  if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
    return new StartFailureError(
      `Một Tinh Gọn khác đang dùng thư mục dữ liệu ${folder}: hãy dừng bản đó, hoặc đặt DATA_DIR sang thư mục khác.`,
    );
  }
  const why = systemCode(error) || (error instanceof Error ? error.message : String(error));
  return new StartFailureError(
    `Không ghi được vào thư mục dữ liệu ${folder} (${why}): hãy cho quyền ghi, hoặc đặt DATA_DIR sang thư mục khác.`,
  );
}
