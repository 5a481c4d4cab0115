import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticksOf, ticksText } from '#lib/ticks/ticks.ts';

describe('the ticks of a procedure', () => {
  test('are one per declared field, what leaves the form first', () => {
    expect(ticksOf({ before: 5, after: 4, added: 1, treatments: { keep: 2, prefill: 1, retrieve: 1, remove: 1 } })).toEqual([
      'remove',
      'retrieve',
      'prefill',
      'keep',
      'keep',
      'added',
    ]);
  });
  test('are as many as the fields before and the added ones, whatever was marked', () => {
    const share = fc.nat(20);
    fc.assert(
      fc.property(share, share, share, share, share, (remove, retrieve, merge, keep, added) => {
        const before = remove + retrieve + merge + keep;
        const ticks = ticksOf({ before, after: keep + added, added, treatments: { remove, retrieve, merge, keep } });
        expect(ticks).toHaveLength(before + added);
        expect(ticks.filter((tick) => tick === 'keep')).toHaveLength(keep);
      }),
    );
  });
  test('say the same in words', () => {
    expect(ticksText(ticksOf({ before: 3, after: 2, added: 1, treatments: { remove: 1, keep: 2 } }))).toBe(
      '3 mục khai: bỏ hẳn 1, giữ 2, thêm mới 1',
    );
  });
});
