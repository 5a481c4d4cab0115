import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import type { Outcome } from '#procedures/proposal/decision.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { manyAccepted } from '../../support/many-accepted.ts';
import { act, aDecisionOf, composed, done } from '../../support/submitting.ts';
import { bodyOf, openWorkspace, type Workspace } from '../../support/workspace.ts';

const ALL = 419;
let folder: string;
let workspace: Workspace;
let redesigns: Redesign[];
let calls: string[] = [];

/** Every call of the table from here on. */
function count({ client }: Workspace) {
  client.middlewareStack.add(
    (next, { commandName }) =>
      (given) => {
        calls.push(commandName ?? '');
        return next(given);
      },
    { step: 'initialize' },
  );
}
const callsOf = async <Result>(asking: () => Promise<Result>): Promise<[Result, number]> => {
  calls = [];
  const result = await asking();
  return [result, calls.length];
};
const get = (path: string) => workspace.ask('GET', path, { as: 'leader' });

/** Adds all of them, a hundred in a request as the screen does. */
async function bundled(of: readonly Redesign[]): Promise<SubmissionAnswer> {
  let answer = await composed(workspace);
  for (let from = 0; from < of.length; from += 100) {
    answer = await done<SubmissionAnswer>(
      await act(workspace, answer, 'entries', { redesigns: of.slice(from, from + 100).map(({ id }) => id) }),
    );
  }
  return answer;
}

/** Every entry is bundled in this submission, or moved by its decision, exactly as the document says. */
async function agrees({ submission }: SubmissionAnswer): Promise<number> {
  const stored = await workspace.stores.submissions.read(submission.id);
  const entries = stored?.entries ?? [];
  const found = await workspace.stores.redesigns.readMany(entries.map(({ redesign }) => redesign));
  const applied = stored?.decided?.applied ?? 0;
  expect(found.map((redesign) => redesign?.submission)).toEqual(entries.map(() => submission.id));
  expect(found.map((redesign) => redesign?.state)).toEqual(entries.map((_, index) => (index < applied ? 'approved' : 'bundled')));
  return applied;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tinh-gon-submission-'));
  workspace = await openWorkspace({ file: join(folder, 'store.db') });
  redesigns = await manyAccepted(workspace.stores, ALL);
  count(workspace);
}, 300_000);
afterAll(async () => {
  await workspace.close();
  await rm(folder, { recursive: true, force: true });
});

describe(`a submission of ${ALL} proposals`, { timeout: 300_000 }, () => {
  let answer: SubmissionAnswer;

  it('takes a hundred in a request, batch by batch', async () => {
    answer = await bundled(redesigns.slice(0, 300));
    const [rest, cost] = await callsOf(async () =>
      act(workspace, answer, 'entries', { redesigns: redesigns.slice(300, 400).map(({ id }) => id) }),
    );
    answer = await done<SubmissionAnswer>(rest);
    // 13 batches: redesigns, proposals, lines, one transaction; and the submission with the person before them.
    expect(cost).toBeLessThanOrEqual(13 * 4 + 4);
    answer = await done<SubmissionAnswer>(await act(workspace, answer, 'entries', { redesigns: redesigns.slice(400).map(({ id }) => id) }));
    expect(answer.summary).toMatchObject({ entries: ALL, internal: 140, before: ALL * 4, after: ALL * 2, meets: ALL });
    await agrees(answer);
  });

  it('opens without its entries, and shows them page by page', async () => {
    const path = `/api/submissions/${answer.submission.id}`;
    const [opened, cost] = await callsOf(() => get(path));
    expect(cost).toBeLessThanOrEqual(2);
    expect((await opened.text()).length).toBeLessThan(4_000);
    const [page, pageCost] = await callsOf(() => get(`${path}/entries?from=350&count=50`));
    const { entries, total } = await done<{ entries: { index: number; state: string }[]; total: number }>(page);
    expect(pageCost).toBeLessThanOrEqual(3);
    expect([entries.length, total, entries[0]?.index]).toEqual([50, ALL, 350]);
    expect((await get(`${path}/entries?count=101`)).status).toBe(422);
    expect(await bodyOf(await get(`${path}/entries?from=900`))).toEqual({ entries: [], total: ALL });
  });

  it('is signed as a whole, and stands decided and consistent though the store dies in the middle of carrying it out', async () => {
    answer = await done<SubmissionAnswer>(await act(workspace, answer, 'offer'));
    answer = await done<SubmissionAnswer>(await act(workspace, answer, 'sign-off', undefined, 'leader'));
    const outcomes = redesigns.map(({ id }): Outcome => ({ redesign: id, outcome: 'approved' }));
    const deciding = act(workspace, answer, 'decision', aDecisionOf(workspace, outcomes));
    const { submissions } = workspace.stores;
    while (((await submissions.read(answer.submission.id))?.decided?.applied ?? 0) < 24) await sleep(1);
    await workspace.kill();
    // Recorded is recorded, whether or not the redesigns could follow.
    expect([200, 503]).toContain((await deciding).status);

    workspace = await openWorkspace({ file: join(folder, 'store.db') });
    const path = `/api/submissions/${answer.submission.id}`;
    answer = await done<SubmissionAnswer>(await get(path));
    const applied = await agrees(answer);
    expect(applied).toBeGreaterThan(0);
    expect(answer).toMatchObject({ pending: ALL - applied, submission: { state: 'decided' } });
    const pending: number[] = [];
    do {
      const { pending: left } = await done<{ pending: number }>(await workspace.ask('POST', `${path}/decision/apply`, { as: 'reviewer' }));
      pending.push(left);
    } while ((pending.at(-1) ?? 0) > 0);
    // At most 200 in a request.
    expect(pending).toEqual([...pending].toSorted((a, b) => b - a));
    expect(pending.length).toBeGreaterThanOrEqual(2);
    expect(await agrees(answer)).toBe(ALL);
    expect(await workspace.stores.recommendations.list(redesigns.at(-1)?.id ?? '')).toHaveLength(1);
  });
});

describe('a submission of proposals with the longest names', () => {
  it('takes as many as it can hold beside a letter, and says so of the others', { timeout: 120_000 }, async () => {
    const long = await manyAccepted(workspace.stores, 100, { first: 1_000, name: 'ệ'.repeat(1_900) });
    const answer = await composed(workspace);
    const { added, refused } = await done<{ added: string[]; refused: { redesign: string; because: string }[] }>(
      await act(workspace, answer, 'entries', { redesigns: long.map(({ id }) => id) }),
    );
    expect(added.length).toBeGreaterThan(40);
    expect(refused.length + added.length).toBe(100);
    expect(new Set(refused.map(({ because }) => because))).toEqual(
      new Set(['Tờ trình đã đầy, không chứa thêm được. Hãy lập thêm một tờ trình khác.']),
    );
    const read = await workspace.stores.redesigns.readMany(refused.map(({ redesign }) => redesign));
    expect(new Set(read.map((redesign) => redesign?.state))).toEqual(new Set(['accepted']));
    await agrees(answer);
  });
});
