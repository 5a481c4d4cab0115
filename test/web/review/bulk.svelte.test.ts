import { describe, expect, test } from 'vitest';
import { BulkAcceptance, candidates } from '#lib/review/bulk.svelte.ts';
import { reviewRows } from '#lib/review/review-rows.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aRedesign } from '../../support/redesign.ts';
import { aProcedure } from '../../support/build.ts';
import { failure } from '../editor/server.ts';
import { aRedesignRow } from '../rows.ts';

const person = (role: 'reviewer' | 'specialist') =>
  ({ subject: 'p', name: 'Người thẩm định (minh họa)', role, office: 'van-phong', officeName: 'Văn phòng Sở' }) as const;
const rows = (...given: Partial<ReturnType<typeof aRedesignRow>>[]) =>
  reviewRows(
    given.map((one, at) => aRedesignRow({ id: `${at}`, procedureName: `Thủ tục ${at} (minh họa)`, ...one })),
    new Map(),
    2000,
    0,
  );

describe('accepting several proposals', () => {
  test('is permitted one by one: only what waits for review, only for Văn phòng Sở', () => {
    const two = rows({}, { state: 'accepted' });
    expect(candidates(two, person('reviewer'), 'accept').map(({ permission }) => permission.allowed)).toEqual([true, false]);
    expect(candidates(two, person('specialist'), 'accept').every(({ permission }) => !permission.allowed)).toBe(true);
  });
  test('goes on after one that is refused, and tells what came of each', async () => {
    const asked: string[] = [];
    const done: string[] = [];
    const accept = async (id: string): Promise<Redesign> => {
      asked.push(id);
      if (id === '1') throw failure(403, 'forbidden');
      return { ...aRedesign(aProcedure()), id };
    };
    const run = new BulkAcceptance(accept, ({ id }) => done.push(id));
    await run.run(rows({}, {}, {}));
    expect(asked).toEqual(['0', '1', '2']);
    expect(done).toEqual(['0', '2']);
    expect(run.outcomes.map(({ name, because }) => [name, because])).toEqual([
      ['Thủ tục 0 (minh họa)', null],
      ['Thủ tục 1 (minh họa)', 'forbidden. forbidden (minh họa)'],
      ['Thủ tục 2 (minh họa)', null],
    ]);
  });
  test('stops after the one under way', async () => {
    const run = new BulkAcceptance(
      async (id) => {
        run.stop();
        return { ...aRedesign(aProcedure()), id };
      },
      () => undefined,
    );
    await run.run(rows({}, {}));
    expect(run.outcomes).toHaveLength(1);
    expect(run.running).toBe(false);
  });
});
