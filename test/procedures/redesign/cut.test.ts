import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import { formatPercent } from '#procedures/text/number.ts';

const size = fc.integer({ min: 1, max: 1_000_000_000 });
const threshold = fc.integer({ min: 0, max: 10_000 });

describe('the cut', () => {
  test('is before minus after of before, not reduced', () => {
    expect(cut(18, 13)).toEqual({ numerator: 5, denominator: 18 });
  });

  test('is below zero when more is asked than before', () => {
    expect(cut(10, 12)).toEqual({ numerator: -2, denominator: 10 });
    expect(meetsTarget(10, 12, 0)).toBe(false);
  });
});

describe('the target test', () => {
  test('12 of 60 is exactly 20 % and meets it', () => {
    expect(meetsTarget(60, 48, 2000)).toBe(true);
    expect(missingToTarget(60, 48, 2000)).toBe(0);
  });

  test('19,96% prints as 20,0% and does not meet 20 %', () => {
    expect(formatPercent(cut(2500, 2001), 1)).toBe('20,0%');
    expect(meetsTarget(2500, 2001, 2000)).toBe(false);
    expect(missingToTarget(2500, 2001, 2000)).toBe(1);
  });

  test('3 of 18 lacks one field of 20 %', () => {
    expect(meetsTarget(18, 15, 2000)).toBe(false);
    expect(missingToTarget(18, 15, 2000)).toBe(1);
  });

  test('a procedure that asks nothing meets no target and lacks nothing', () => {
    expect(meetsTarget(0, 0, 0)).toBe(false);
    expect(missingToTarget(0, 0, 2000)).toBe(0);
  });

  test('agrees with unbounded integers', () => {
    fc.assert(
      fc.property(size, size, threshold, (before, after, target) => {
        const exact = (BigInt(before) - BigInt(after)) * 10_000n >= BigInt(target) * BigInt(before);
        expect(meetsTarget(before, after, target)).toBe(exact);
      }),
    );
  });

  test('no number of printed decimals flips it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), threshold, fc.nat(4), (before, cutFields, target, decimals) => {
        const after = before - cutFields;
        const met = meetsTarget(before, after, target);
        formatPercent(cut(before, after), decimals);
        expect(meetsTarget(before, after, target)).toBe(met);
        expect(met).toBe(cutFields * 10_000 >= target * before);
      }),
    );
  });
});

describe('what is missing to the target', () => {
  test('is the least number of further fields that meets it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(120_000), threshold, (before, after, target) => {
        const missing = missingToTarget(before, after, target);
        expect(missing).toBeGreaterThanOrEqual(0);
        expect(after - missing).toBeGreaterThanOrEqual(Math.min(0, after - before));
        expect(meetsTarget(before, after - missing, target)).toBe(true);
        expect(missing === 0 || !meetsTarget(before, after - missing + 1, target)).toBe(true);
      }),
    );
  });

  test('never asks for more fields than there are', () => {
    fc.assert(
      fc.property(size, threshold, (before, target) => {
        expect(missingToTarget(before, before, target)).toBeLessThanOrEqual(before);
      }),
    );
  });
});
