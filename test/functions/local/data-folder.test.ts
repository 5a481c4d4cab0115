import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '#functions/local/data-folder.ts';
import { sessionSecret } from '#functions/local/session-secret.ts';
import { temporaryFolder } from '../../support/local-system.ts';

describe('the data folder', () => {
  it('is made when it is not there, with the folders above it', async () => {
    const path = join(await temporaryFolder(), 'a', 'b');
    const folder = openDataFolder(path);
    expect((await stat(folder.path)).isDirectory()).toBe(true);
    folder.release();
  });

  it('belongs to one at a time, and to the next once released', async () => {
    const path = await temporaryFolder();
    const first = openDataFolder(path);
    expect(() => openDataFolder(path)).toThrow('Một Tinh Gọn khác đang dùng thư mục dữ liệu');
    first.release();
    openDataFolder(path).release();
  });

  it('is refused when its lock is no lock of ours', async () => {
    const path = await temporaryFolder();
    await writeFile(join(path, 'lock'), 'khác '.repeat(100));
    expect(() => openDataFolder(path)).toThrow('Không ghi được vào thư mục dữ liệu');
  });
});

describe('the key of the session cookies', () => {
  it('stays the same from start to start', async () => {
    const folder = await temporaryFolder();
    expect(sessionSecret(folder)).toBe(sessionSecret(folder));
  });

  it('is for its owner alone', async () => {
    const folder = await temporaryFolder();
    sessionSecret(folder);
    expect((await stat(join(folder, 'session-secret'))).mode & 0o077).toBe(0);
  });

  it('is made anew when it was damaged, again for its owner alone', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'session-secret');
    await writeFile(file, 'ngắn', { mode: 0o644 });
    expect(sessionSecret(folder)).toBe((await readFile(file, 'utf8')).trim());
    expect((await stat(file)).mode & 0o077).toBe(0);
  });

  it('is another one in another folder', async () => {
    expect(sessionSecret(await temporaryFolder())).not.toBe(sessionSecret(await temporaryFolder()));
  });
});
