import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aField, aForm } from '../../support/build.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, type Workspace } from '../../support/workspace.ts';

const FIELDS = 20;
const fields = Array.from({ length: FIELDS }, (_, n) => aField({ id: `f-${n}`, label: `Trường ${n}` }));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tinh-gon-survival-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The mark that is set on `version`: one field after another, each time with another reason. */
const markOn = (version: number) => ({ element: `f-${version % FIELDS}`, mark: aFullMark('remove', { reason: `Lần ${version}` }) });

/** Every mark that a redesign of that version must hold. */
const marksAt = (version: number) =>
  Object.fromEntries(Array.from({ length: version - 1 }, (_, n) => markOn(n + 1)).map(({ element, mark }) => [element, mark]));

/** Marks one field after another until the store no longer answers; the last version that was acknowledged. */
async function markUntilTheEnd({ ask }: Workspace, opened: Redesign): Promise<Redesign> {
  for (let last = opened; ;) {
    const edits = [{ kind: 'mark', ...markOn(last.version) }];
    const answer = await ask('POST', `/api/redesigns/${opened.id}/edits`, { version: last.version, json: { edits } });
    if (answer.status !== 200) return last;
    last = await bodyOf<Redesign>(answer);
  }
}

describe('the store killed while several people mark', () => {
  it.each([1, 2, 3])('has every acknowledged mark with its line when it starts again, and none half (%i)', async (round) => {
    const file = join(folder, 'store.db');
    const before = await openWorkspace({ file });
    const opened = await Promise.all([1, 2, 3, 4].map((n) => before.open({ id: `${round}.${n}`, forms: [aForm({ fields })] })));
    const marking = opened.map((redesign) => markUntilTheEnd(before, redesign));
    await sleep(300 * round);
    await before.kill();
    const acknowledged = await Promise.all(marking);

    const after = await openWorkspace({ file });
    for (const last of acknowledged) {
      const stored = await after.stores.redesigns.read(last.id);
      if (!stored) throw new Error(`${last.id} is gone.`);
      expect(last.version).toBeGreaterThan(1);
      // The one mark that was under way may have been written without anybody hearing of it.
      expect([last.version, last.version + 1]).toContain(stored.version);
      expect(stored.marks).toEqual(marksAt(stored.version));
      const versions: number[] = [];
      let cursor: string | undefined;
      do {
        const { events, next } = await after.stores.history.page({ redesign: last.id }, { after: cursor });
        versions.push(...events.map(({ version }) => version));
        cursor = next ?? undefined;
      } while (cursor);
      expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: stored.version }, (_, n) => n + 1));
      const next = await after.ask('POST', `/api/redesigns/${last.id}/discard`, { version: stored.version });
      expect(next.status).toBe(200);
    }
    await after.close();
  });
});
