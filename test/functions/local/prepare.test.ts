import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { needsBuild, needsInstall } from '#functions/local/prepare.mjs';
import { temporaryFolder } from '../../support/local-system.ts';

let root: string;
beforeEach(async () => void (root = await temporaryFolder()));

async function file(path: string, content: unknown = '', secondsAgo = 0): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  const then = new Date(Date.now() - secondsAgo * 1000);
  await utimes(join(root, path), then, then);
}

describe('npm start installs', () => {
  const lock = (version: string) => ({
    packages: {
      '': {},
      'node_modules/a': { version },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    },
  });

  beforeEach(async () => {
    await file('package-lock.json', lock('1.0.0'));
    await file(`node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
  });

  it('on a fresh clone', () => {
    expect(needsInstall(root)).toBe(true);
  });

  it('nothing when all is as the lock file names it; what is for other platforms may be missing', async () => {
    await file('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    await file('node_modules/a/package.json');
    expect(needsInstall(root)).toBe(false);
  });

  it('when another version is there', async () => {
    await file('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
    await file('node_modules/a/package.json');
    expect(needsInstall(root)).toBe(true);
  });

  it('when the Node that comes with it is gone', async () => {
    await file('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    await file('node_modules/a/package.json');
    await rm(join(root, 'node_modules', 'node'), { recursive: true });
    expect(needsInstall(root)).toBe(true);
  });

  it('when the folder of a package is gone', async () => {
    await file('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(needsInstall(root)).toBe(true);
  });
});

describe('npm start builds the web app', () => {
  it('when it has never been built', async () => {
    await file('web/src/app.html');
    expect(needsBuild(root)).toBe(true);
  });

  it.each([
    'web/src/routes/+page.svelte',
    'web/static/favicon.svg',
    'web/vite.config.ts',
    'procedures/redesign/cut.ts',
    'functions/http/client.ts',
  ])('when %s changed after the build', async (source) => {
    await file('web/build/index.html', '', 60);
    await file(source);
    expect(needsBuild(root)).toBe(true);
  });

  it('not when only a definition changed: the server reads those itself', async () => {
    await file('web/src/app.html', '', 120);
    await file('procedures/redesign/cut.ts', '', 120);
    for (const folder of ['web/src', 'procedures/redesign', 'procedures']) await utimes(join(root, folder), 0, 0);
    await file('web/build/index.html', '', 60);
    await file('procedures/definitions/mot.json');
    await utimes(join(root, 'procedures'), 0, 0);
    expect(needsBuild(root)).toBe(false);
  });
});
