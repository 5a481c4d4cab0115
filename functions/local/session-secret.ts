// The key of the session cookies, kept in the data folder so that yesterday's cookie still opens today's door.
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './start-failure.ts';

const SECRET = /^[0-9a-f]{64}$/;

/** Reads the 32-byte key (hexadecimal) of `folder`, or makes one that only its owner may read. A damaged key is replaced: everyone signs in anew. */
export function sessionSecret(folder: string): string {
  const file = join(folder, 'session-secret');
  const kept = readIfThere(file);
  if (SECRET.test(kept)) return kept;
  const made = randomBytes(32).toString('hex');
  writeFileSync(file, `${made}\n`, { mode: 0o600 });
  // The mode of writeFileSync holds for a new file only.
  chmodSync(file, 0o600);
  return made;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}
