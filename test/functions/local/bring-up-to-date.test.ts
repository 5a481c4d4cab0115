import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { loadFirstData } from '#functions/local/first-data.ts';
import { keysOf } from '#functions/store/keys.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { totalOf } from '#procedures/plan/totals.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { submitted } from '../../support/submitting.ts';
import { openStores } from '../../support/embedded-store.ts';
import { openWorkspace, type Workspace } from '../../support/workspace.ts';

const AT = '2026-11-20T01:00:00.000Z';
const PLAN = DEMONSTRATION_PLAN.id;
const keys = keysOf('khanh-hoa');
const open: Workspace[] = [];
let workspace: Workspace;
let redesign: Redesign;
afterAll(() => Promise.all(open.map((one) => one.close())));

/** The demonstration plan as it was shipped before plans had a scope. */
function planOfBefore(): Plan {
  const { targets, letterhead, ...kept } = DEMONSTRATION_PLAN;
  const [first] = targets;
  if (!first) throw new Error('It has a target.');
  const { name: _name, denominator: _denominator, ...target } = first;
  const { parentAgency, agency, place, symbol } = letterhead;
  return {
    ...kept,
    targets: [target],
    letterhead: { parentAgency, agency, place, symbol },
    note: 'Kế hoạch minh họa. Chỉ tiêu 20% và tên Văn phòng Sở, Phòng Tổ chức cán bộ, Phòng Kế hoạch - Tài chính lấy từ kế hoạch năm 2024 của Sở; các phòng khác và việc phân công là giả định.',
  };
}

/** A store from before: its plan is not listed, there are no lines, totals or places, no figures on what was submitted, no revision in lists. */
async function asBefore(plan: Plan): Promise<void> {
  const { client, table } = workspace;
  const pk = keys.plan(PLAN).pk;
  const { Items = [] } = await client.send(
    new QueryCommand({ TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }),
  );
  for (const { sk } of Items) await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
  await client.send(new PutCommand({ TableName: table, Item: { ...keys.plan(PLAN), version: plan.version, body: JSON.stringify(plan) } }));
  const { frozen: _frozen, writers: _writers, ...old } = redesign;
  const item = { ...keys.redesign(old.id), ...keys.planRow(old), version: old.version, body: JSON.stringify(old) };
  const { tally, proposals, updatedAt, updatedBy } = old;
  const summary = {
    id: old.id,
    procedure: old.procedure,
    procedureName: old.procedureName,
    internal: old.internal,
    office: old.office,
    state: old.state,
    tally,
    proposals,
    updatedAt,
    updatedBy,
    version: old.version,
  };
  await client.send(new PutCommand({ TableName: table, Item: { ...item, summary } }));
}

/** In a process that has seen nothing of the store yet. */
async function start(): Promise<Stores> {
  const { stores } = await openStores(workspace.endpoint);
  await loadFirstData(stores, await mkdtemp(join(tmpdir(), 'dinh-nghia-')), AT);
  return stores;
}
const lineOf = (procedure: string) => workspace.stores.lines.read(PLAN, procedure);

beforeEach(async () => {
  workspace = await openWorkspace();
  open.push(workspace);
  redesign = await submitted(workspace);
});

describe('a store from before plans had a scope', () => {
  test('is brought up to date at the next start: scope, totals, rankings, and the targets of the seed plan', async () => {
    const idle = await workspace.publish();
    await asBefore(planOfBefore());
    const stores = await start();

    expect(await lineOf(idle.id)).toMatchObject({ office: 'quan-ly-chat-luong', declared: 4, target: 2000 });
    expect((await lineOf(redesign.procedure))?.latest).toEqual({
      redesign: redesign.id,
      state: 'submitted',
      standing: { before: 4, after: 2, meets: true, missing: 0 },
    });
    expect(totalOf(await workspace.stores.lines.totals(PLAN))).toMatchObject({
      procedures: 2,
      proposed: { procedures: 1, before: 4, after: 2 },
    });
    expect((await stores.redesigns.read(redesign.id))?.frozen).toMatchObject({ number: 1, before: 4, after: 2 });
    const plan = await stores.plans.read(PLAN);
    expect(plan).toEqual({ ...DEMONSTRATION_PLAN, version: 2 });
    expect(await stores.plans.list()).toMatchObject([{ id: PLAN, version: 2 }]);
    const { events } = await stores.history.page({ plan: PLAN });
    expect(events).toMatchObject([{ action: 'editPlan', by: { name: 'Tinh Gọn' }, version: 2 }]);
    expect((await stores.recount({ plan: PLAN, repair: false, event: () => ({}) as never })).differences).toEqual([]);
  });

  test('keeps a plan that somebody changed', async () => {
    const changed = { ...planOfBefore(), name: 'Kế hoạch của Sở (minh họa)' };
    await asBefore(changed);
    const stores = await start();
    expect(await stores.plans.read(PLAN)).toEqual({ ...changed, version: 2 });
    expect(await lineOf(redesign.procedure)).not.toBeNull();
  });

  test('is left alone afterwards: what was taken out of scope stays out', async () => {
    const { id } = await workspace.publish();
    await asBefore(planOfBefore());
    await start();
    const line = await lineOf(id);
    await workspace.stores.lines.save([{ from: line, to: null }]);
    await start();
    expect(await lineOf(id)).toBeNull();
    expect((await workspace.stores.plans.read(PLAN))?.version).toBe(2);
  });
});
