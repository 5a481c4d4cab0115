import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keysOf } from '#functions/store/keys.ts';
import { differenceLines } from '#procedures/plan/difference.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { accepted, submitted } from '../../support/submitting.ts';
import { OFFICE, openWorkspace, type Workspace } from '../../support/workspace.ts';

const PLAN = DEMONSTRATION_PLAN.id;
const keys = keysOf('khanh-hoa');
let workspace: Workspace;
let redesign: Redesign;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
beforeEach(async () => {
  redesign = await accepted(workspace);
});

const recount = async (repair = false) => {
  const { differences } = await workspace.stores.recount({
    plan: PLAN,
    repair,
    event: ({ id, procedure, version, updatedAt: at }) => ({
      at,
      by: { subject: 'tinhgon', name: 'tinhgon recount', role: 'admin' },
      action: 'recount',
      redesign: id,
      procedure,
      version,
    }),
  });
  return differences;
};
const put = (key: { pk: string; sk: string }, attributes: object) =>
  workspace.client.send(new PutCommand({ TableName: workspace.table, Item: { ...key, ...attributes } }));
const drop = (Key: { pk: string; sk: string }) => workspace.client.send(new DeleteCommand({ TableName: workspace.table, Key }));
const add = (Key: { pk: string; sk: string }, name: string, by: number) =>
  workspace.client.send(
    new UpdateCommand({
      TableName: workspace.table,
      Key,
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':by': by },
    }),
  );
const lineOf = (procedure: string) => workspace.stores.lines.read(PLAN, procedure);
const totals = async () => (await workspace.stores.lines.totals(PLAN))[OFFICE.id];

describe('a recount', () => {
  test('finds nothing where nothing is wrong', async () => {
    expect(await recount()).toEqual([]);
  });

  test('finds totals that do not follow from the lines, and mends them', async () => {
    const right = await totals();
    await add(keys.totals(PLAN, OFFICE.id), 'accepted.before', 7);
    await add(keys.totals(PLAN, OFFICE.id), 'states.draft', 1);
    const [found, ...others] = await recount();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'totals', id: OFFICE.id, repaired: false });
    expect(found && differenceLines(found).slice(1)).toEqual([
      expect.stringMatching(/^ {2}đang soạn: đang ghi \d+, đúng ra \d+$/u),
      expect.stringMatching(/^ {2}đã chấp nhận: thông tin phải khai trước: đang ghi \d+, đúng ra \d+$/u),
    ]);
    expect(await recount(true)).toMatchObject([{ kind: 'totals', repaired: true }]);
    expect(await totals()).toEqual(right);
    expect(await recount()).toEqual([]);
  });

  test('finds totals of an office without procedures, and totals that are not there', async () => {
    await add(keys.totals(PLAN, 'phong-cu'), 'procedures', 3);
    const right = await totals();
    await drop(keys.totals(PLAN, OFFICE.id));
    expect((await recount(true)).map(({ kind, id }) => [kind, id]).toSorted()).toEqual([
      ['totals', 'phong-cu'],
      ['totals', OFFICE.id],
    ]);
    expect(await totals()).toEqual(right);
    expect(await recount()).toEqual([]);
  });

  test('finds a line that does not stand where its redesign does, and moves totals and rankings with it', async () => {
    const line = await lineOf(redesign.procedure);
    if (!line?.latest?.standing) throw new Error('It stands at the accepted proposal.');
    const wrong = { ...line, latest: { ...line.latest, state: 'submitted' as const, standing: { ...line.latest.standing, after: 4 } } };
    await workspace.stores.lines.save([{ from: line, to: { ...wrong, version: line.version + 1 } }]);
    const [found, ...others] = await recount(true);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: 'line', id: redesign.procedure, repaired: true });
    expect(found?.parts[0]).toMatchObject({ is: expect.stringContaining('4/4'), should: expect.stringContaining('đã chấp nhận 2/4') });
    expect(await lineOf(redesign.procedure)).toEqual({ ...line, version: line.version + 2 });
    expect(await recount()).toEqual([]);
  });

  test('finds a line that is reckoned with a target that the plan has no more', async () => {
    const { id } = await workspace.publish();
    const line = await lineOf(id);
    if (!line) throw new Error('It is in scope.');
    await workspace.stores.lines.save([{ from: line, to: { ...line, target: 5000, version: 2 } }]);
    const [found, ...others] = await recount(true);
    expect(others).toEqual([]);
    expect(found?.parts).toEqual([{ what: `chỉ tiêu của ${line.procedureName}`, is: '50%', should: '20%' }]);
    expect(await lineOf(id)).toEqual({ ...line, version: 3 });
    expect(await recount()).toEqual([]);
  });

  test('finds places that are missing, wrong, or left behind', async () => {
    const other = await accepted(workspace);
    await drop(keys.rank(PLAN, 'cuts', redesign.procedure));
    await put(keys.rank(PLAN, 'cuts', other.procedure), keys.rankRow(PLAN, 'cuts', '0', other.procedure));
    await put(keys.rank(PLAN, 'deadlines', 'khong-con'), keys.rankRow(PLAN, 'deadlines', '2026-01-01', 'khong-con'));
    expect((await recount()).map(({ kind, id }) => [kind, id]).toSorted()).toEqual(
      [
        ['rank', other.procedure],
        ['rank', redesign.procedure],
        ['rank', 'khong-con'],
      ].toSorted(),
    );
    expect((await recount(true)).every(({ repaired }) => repaired)).toBe(true);
    expect(await recount()).toEqual([]);
    const [cuts] = await workspace.stores.lines.firstOf(PLAN, [{ rank: 'cuts' }], 50);
    expect(cuts?.lines.map(({ procedure }) => procedure)).toContain(redesign.procedure);
  });

  test('tells of a redesign under way whose procedure is out of scope, which only people can mend', async () => {
    const line = await lineOf(redesign.procedure);
    if (!line) throw new Error('It is in scope.');
    await workspace.stores.lines.save([{ from: line, to: null }]);
    expect(await recount(true)).toMatchObject([{ kind: 'scope', id: redesign.procedure, repaired: false }]);
    await workspace.stores.lines.save([{ from: null, to: { ...line, version: 1 } }]);
    expect(await recount()).toEqual([]);
  });

  test('gives a redesign from before this was kept the figures of its proposal, and the line with it', async () => {
    const { frozen, ...old } = redesign;
    const older = { ...old, version: old.version + 1 };
    await workspace.stores.redesigns.save(older, redesign, {
      at: old.updatedAt,
      by: { subject: 'x', name: 'x', role: 'admin' },
      action: 'edit',
      redesign: old.id,
      version: older.version,
    });
    expect((await lineOf(redesign.procedure))?.latest?.standing).toBeUndefined();
    const found = await recount(true);
    expect(found).toMatchObject([{ kind: 'frozen', id: redesign.id, repaired: true }]);
    expect((await workspace.stores.redesigns.read(redesign.id))?.frozen).toEqual(frozen);
    expect((await lineOf(redesign.procedure))?.latest?.standing).toMatchObject({ before: 4, after: 2 });
    expect(await recount()).toEqual([]);
  });

  test('while people work tells no difference that is none, and mends what is one', async () => {
    await add(keys.totals(PLAN, 'phong-cu'), 'declared', 5);
    const enough = new AbortController();
    const work = (async () => {
      for (let count = 0; !enough.signal.aborted || count < 12; count++) await submitted(workspace);
    })();
    const found = [];
    for (let pass = 0; pass < 4; pass++) found.push(...(await recount(true)));
    enough.abort();
    await work;
    expect(found.filter(({ kind }) => kind !== 'moving')).toMatchObject([{ kind: 'totals', id: 'phong-cu', repaired: true }]);
    expect(await recount()).toEqual([]);
  }, 60_000);
});
