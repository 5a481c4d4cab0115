import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import MANIFEST from '../../../package.json' with { type: 'json' };
import { startEmbeddedStore } from '../../support/embedded-store.ts';
import { startSystem, temporaryFolder } from '../../support/local-system.ts';
import { childrenOf, commandOf, runs } from '../../support/processes.ts';
import { signIn } from '../../support/sign-in.ts';

const SPECIALIST = 'minh-hoa-chuyen-vien-1';
const health = async (origin: string): Promise<unknown> => (await fetch(`${origin}/api/health`)).json();
const ready = { version: MANIFEST.version, store: 'ok', procedures: 105 };

async function openRedesign(origin: string, cookie: string): Promise<number> {
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const answer = await fetch(`${origin}/api/redesigns`, { method: 'POST', headers, body: JSON.stringify({ procedure: '3.000465' }) });
  await answer.text();
  return answer.status;
}

describe('the local system', async () => {
  const folder = await temporaryFolder();

  it('answers on a fresh folder with the 105 procedures of the education sector', async () => {
    const system = await startSystem({ DATA_DIR: folder });
    expect(await health(system.origin)).toEqual(ready);
    expect(system.output()).toContain(system.origin);
    for (const word of ['Chuyên viên', 'Thẩm định', 'Lãnh đạo', 'Quản trị', '(minh họa)']) expect(system.output()).toContain(word);
    await system.stop();
  });

  it('finds at a second start the work and the session of the first', async () => {
    const first = await startSystem({ DATA_DIR: folder });
    const cookie = await signIn(first.origin, SPECIALIST);
    expect(await openRedesign(first.origin, cookie)).toBe(201);
    await first.stop();

    const second = await startSystem({ DATA_DIR: folder, PORT: String(first.port) });
    expect(await health(second.origin)).toEqual(ready);
    const session = await fetch(`${second.origin}/api/session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ person: { subject: SPECIALIST } });
    expect(await openRedesign(second.origin, cookie)).toBe(200);
    const revisions = await fetch(`${second.origin}/api/procedures/3.000465/revisions`, { headers: { cookie } });
    expect(await revisions.json()).toMatchObject({ revisions: [{ number: 1 }] });
    await second.stop();
  });

  it('keeps its data in the named store engine instead, when there is one', async () => {
    const engine = await startEmbeddedStore();
    const own = await temporaryFolder();
    const system = await startSystem({ DATA_DIR: own, DYNAMODB_ENDPOINT: engine.endpoint });
    expect(await health(system.origin)).toEqual(ready);
    expect(await readdir(own)).not.toContain('store.db');
    await system.stop();
    await engine.stop();
  });

  describe.skipIf(!existsSync('/proc/self/stat'))('and its processes', () => {
    it.each(['SIGINT', 'SIGTERM'] as const)('leaves none of them behind on %s', async (signal) => {
      const system = await startSystem({ DATA_DIR: folder });
      const children = childrenOf(system.pid);
      expect(children.length).toBeGreaterThan(0);
      expect(await system.end(signal)).toMatchObject({ code: 0 });
      expect(children.filter(runs)).toEqual([]);
    });

    it('goes when the npm that started it goes', async () => {
      const shell = await startSystem({ DATA_DIR: folder }, { npm: true });
      const children = childrenOf(shell.pid);
      const all = [...children, ...children.flatMap(childrenOf)];
      expect(all.length).toBeGreaterThan(1);
      await shell.end('SIGTERM');
      await expect.poll(() => all.filter(runs), { timeout: 20_000 }).toEqual([]);
    });

    it('leaves no store behind even when it is killed outright', async () => {
      const system = await startSystem({ DATA_DIR: folder });
      const children = childrenOf(system.pid);
      await system.end('SIGKILL');
      await expect.poll(() => children.filter(runs), { timeout: 20_000 }).toEqual([]);
    });

    it('starts a store again that was killed, with everything that it had acknowledged', async () => {
      const system = await startSystem({ DATA_DIR: folder });
      const storeOf = () => childrenOf(system.pid).find((child) => commandOf(child).includes('store.db')) ?? 0;
      const before = storeOf();
      process.kill(before, 'SIGKILL');
      await expect.poll(() => health(system.origin), { timeout: 20_000 }).toEqual(ready);
      expect([0, before]).not.toContain(storeOf());
      await system.stop();
    });
  });
});
