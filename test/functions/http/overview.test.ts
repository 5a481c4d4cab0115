import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Waiting } from '#functions/http/waiting.ts';
import { seed } from '#functions/local/seed.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { TargetProgress } from '#procedures/plan/progress.ts';
import type { LineRow } from '#procedures/plan/ranks.ts';
import { type Totals, totalOf } from '#procedures/plan/totals.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { countCommands } from '../../support/counted-reads.ts';
import { aFullMark, ruleV1 } from '../../support/redesign.ts';
import { bodyOf, OFFICE, openWorkspace, type Who, type Workspace } from '../../support/workspace.ts';

type Overview = {
  plan: { id: string };
  totals: Record<string, Totals>;
  targets: TargetProgress[];
  deadlines: LineRow[];
  largestCuts: LineRow[];
  furthest: LineRow[];
  withoutDossiers: number;
  waiting: Waiting[];
};
const PLAN = DEMONSTRATION_PLAN.id;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const overview = async (as: Who = 'specialist') => bodyOf<Overview>(await workspace.ask('GET', '/api/overview', { as }));
const waiting = async (as: Who, kind: Waiting['kind']) => (await overview(as)).waiting.find((one) => one.kind === kind);
const set = async (procedure: string, settings: object) => {
  const line = await workspace.stores.lines.read(PLAN, procedure);
  const sent = { as: 'reviewer' as const, json: { office: OFFICE.id, ...settings }, version: line?.version ?? 0 };
  expect((await workspace.ask('PUT', `/api/plans/${PLAN}/lines/${procedure}`, sent)).status).toBe(200);
};
async function submit(removed: readonly string[], name = 'Thủ tục đã trình (minh họa)'): Promise<Redesign> {
  const { id, version } = await workspace.open({ name });
  const edits = removed.map((element) => ({ kind: 'mark', element, mark: aFullMark('remove') }));
  const marked = await bodyOf<Redesign>(await workspace.ask('POST', `/api/redesigns/${id}/edits`, { json: { edits }, version }));
  const answer = await workspace.ask('POST', `/api/redesigns/${id}/submit`, { version: marked.version });
  return (await bodyOf<{ redesign: Redesign }>(answer)).redesign;
}

describe('the overview', () => {
  test('moves with every action', async () => {
    const before = totalOf((await overview()).totals);
    const redesign = await submit(['ho-ten']);
    const after = await overview('leader');
    const total = totalOf(after.totals);
    expect(total.proposed.procedures).toBe(before.proposed.procedures + 1);
    expect(total.proposed.before - total.proposed.after).toBe(before.proposed.before - before.proposed.after + 1);
    expect(after.largestCuts.map(({ procedure }) => procedure)).toContain(redesign.procedure);
    const each = after.targets.find(({ target }) => target.metric === 'declaredInformation');
    expect(each).toMatchObject({ stage: 'proposed', meeting: { procedures: total.proposed.meets, of: total.proposed.procedures } });
  });

  test('shows deadlines not yet met, the nearest first, and where the next field matters most', async () => {
    const [late, soon] = [await workspace.publish({ name: 'Hạn sau' }), await workspace.publish({ name: 'Hạn trước' })];
    await set(late.id, { deadline: '2026-09-30', dossiersPerYear: 90_000 });
    await set(soon.id, { deadline: '2026-03-31', dossiersPerYear: 10 });
    const { deadlines, furthest } = await overview();
    expect(deadlines.map(({ procedureName, deadline }) => [procedureName, deadline])).toEqual([
      ['Hạn trước', '2026-03-31'],
      ['Hạn sau', '2026-09-30'],
    ]);
    expect(furthest[0]).toMatchObject({ procedureName: 'Hạn sau', missing: 1, dossiers: 90_000, before: 4, after: 4 });
  });

  test('counts those short of the target of which nobody knows the dossiers', async () => {
    const before = (await overview()).withoutDossiers;
    const { id } = await workspace.publish();
    expect((await overview()).withoutDossiers).toBe(before + 1);
    await set(id, { dossiersPerYear: 3 });
    expect((await overview()).withoutDossiers).toBe(before);
  });

  test('is for everyone with a seat, and for nobody else', async () => {
    for (const as of ['specialist', 'reviewer', 'leader', 'admin'] as const) {
      expect((await workspace.ask('GET', '/api/overview', { as })).status).toBe(200);
    }
    expect((await workspace.ask('GET', '/api/overview', { as: null })).status).toBe(401);
  });
});

describe('what waits for me', () => {
  test('is for a reviewer the proposals that were submitted, in the order in which they wait', async () => {
    const [first, second] = [await submit(['ho-ten'], 'Trình trước'), await submit(['ho-ten'], 'Trình sau')];
    const toReview = await waiting('reviewer', 'toReview');
    expect(toReview?.count).toBe(totalOf((await overview()).totals).states.submitted);
    const ids = toReview?.items.map(({ id }) => id) ?? [];
    expect(ids.indexOf(first.id)).toBeLessThan(ids.indexOf(second.id));
    expect(toReview?.items.find(({ id }) => id === first.id)).toMatchObject({
      name: 'Trình trước',
      office: OFFICE.id,
      at: first.updatedAt,
    });
    expect(await waiting('specialist', 'toReview')).toBeUndefined();
  });

  test('is for a specialist what was returned to the own office, with its open comments', async () => {
    const redesign = await submit(['ho-ten'], 'Bị trả lại');
    const path = `/api/redesigns/${redesign.id}`;
    await workspace.ask('POST', `${path}/comments`, { as: 'reviewer', json: { text: 'Nêu rõ căn cứ.' } });
    expect((await workspace.ask('POST', `${path}/return`, { as: 'reviewer', json: {}, version: redesign.version })).status).toBe(200);
    expect(await waiting('colleague', 'returnedToMe')).toEqual({
      kind: 'returnedToMe',
      count: 1,
      more: false,
      items: [{ id: redesign.id, name: 'Bị trả lại', code: expect.any(String) as string, office: OFFICE.id, comments: 1 }],
    });
    expect(await waiting('stranger', 'returnedToMe')).toBeUndefined();
    expect((await overview('colleague')).largestCuts.map(({ procedure }) => procedure)).not.toContain(redesign.procedure);
  });

  test('is for a specialist the deadlines of the own office', async () => {
    const { id } = await workspace.publish({ name: 'Của phòng mình' });
    await set(id, { deadline: '2026-02-02' });
    expect((await waiting('specialist', 'deadlines'))?.items[0]).toMatchObject({ id, name: 'Của phòng mình', at: '2026-02-02' });
    expect(await waiting('stranger', 'deadlines')).toBeUndefined();
    await workspace.ask('POST', '/api/redesigns', { json: { procedure: id } });
    expect((await waiting('specialist', 'deadlines'))?.items[0]?.redesign).toBeDefined();
  });
});

test('the overview costs the same reads with few and with thousands of procedures, for everyone', async () => {
  const meter = countCommands(workspace.client);
  const reads = async (as: Who) => {
    await overview(as);
    meter.take();
    await overview(as);
    return meter.take();
  };
  const few = { specialist: await reads('specialist'), reviewer: await reads('reviewer'), leader: await reads('leader') };
  await seed(workspace.stores, 3_000, { plan: DEMONSTRATION_PLAN, rule: ruleV1(), at: '2026-01-05T01:00:00Z' });
  expect(totalOf((await overview()).totals).procedures).toBeGreaterThan(3_000);
  expect({ specialist: await reads('specialist'), reviewer: await reads('reviewer'), leader: await reads('leader') }).toEqual(few);
  expect(Object.values(few.reviewer).reduce((sum, count) => sum + count, 0)).toBeLessThan(20);
}, 120_000);
