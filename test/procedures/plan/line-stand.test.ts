import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heldAgainst } from '#procedures/plan/line-stand.ts';
import { meetsTarget } from '#procedures/redesign/cut.ts';

describe('a frozen proposal under a plan whose target was changed', () => {
  const frozen = { before: 10, after: 8, meets: true, missing: 0 };

  test('counts by the target that the plan has now', () => {
    expect(heldAgainst({ target: 3000 }, frozen)).toEqual({ before: 10, after: 8, meets: false, missing: 1 });
  });
  test('counts as it was frozen where the plan has none for declared information', () => {
    expect(heldAgainst({}, frozen)).toEqual(frozen);
  });
  test('asks of every one the same', () => {
    const count = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 10_000 }), fc.boolean(), (before, after, target, meets) => {
        const held = heldAgainst({ target }, { before, after, meets, missing: 0 });
        expect(held.meets).toBe(meetsTarget(before, after, target));
      }),
    );
  });
});
