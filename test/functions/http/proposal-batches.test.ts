import { afterAll, beforeAll, expect, it } from 'vitest';
import { proposalBatches } from '#functions/http/proposal-batches.ts';
import { entryOf } from '#procedures/proposal/compose.ts';
import type { Entry } from '#procedures/proposal/submission.ts';
import { submitted } from '../../support/submitting.ts';
import { openWorkspace, type Workspace } from '../../support/workspace.ts';

const COUNT = 45;
let workspace: Workspace;
let entries: Entry[];
beforeAll(async () => {
  workspace = await openWorkspace();
  entries = [];
  for (let number = 0; number < COUNT; number++) {
    const proposal = await workspace.stores.redesigns.proposal((await submitted(workspace)).id, 1);
    if (proposal) entries.push(entryOf(proposal));
  }
});
afterAll(() => workspace.close());

/** The real store, and how many proposals were asked of it at once. */
function watched() {
  const asked: number[] = [];
  const proposals: typeof workspace.stores.redesigns.proposals = (wanted) => {
    asked.push(wanted.length);
    return workspace.stores.redesigns.proposals(wanted);
  };
  return { asked, proposals };
}

it('proposals come twenty at a time, in the order asked, and the next only when the last were taken', async () => {
  const store = watched();
  const found: string[] = [];
  let batches = 0;
  for await (const batch of proposalBatches(store, entries)) {
    expect(store.asked).toHaveLength(++batches);
    found.push(...batch.map(({ redesign }) => redesign));
  }
  expect(store.asked).toEqual([20, 20, 5]);
  expect(found).toEqual(entries.map(({ redesign }) => redesign));
});

it('an entry that names another hash, or a proposal that is not there, ends the reading', async () => {
  const [first, ...more] = entries;
  if (!first) throw new Error('No entries.');
  for (const wrong of [
    { ...first, hash: 'b'.repeat(64) },
    { ...first, number: 9 },
  ]) {
    const reading = proposalBatches(workspace.stores.redesigns, [...more.slice(0, 2), wrong]);
    await expect(reading.next()).rejects.toMatchObject({ code: 'unexpected', message: expect.stringContaining(first.name) as string });
  }
});

it('no entries are no reading', async () => {
  const store = watched();
  expect(await proposalBatches(store, []).next()).toMatchObject({ done: true });
  expect(store.asked).toEqual([]);
});
