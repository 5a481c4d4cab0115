import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareRatio, roundHalfUp, type Ratio } from '#procedures/text/ratio.ts';

const ratio: fc.Arbitrary<Ratio> = fc.record({ numerator: fc.integer(), denominator: fc.integer({ min: 1 }) });

describe('rounding', () => {
  test('an exact half goes up, where floating point would fall short', () => {
    expect(roundHalfUp({ numerator: 1005, denominator: 100_000 }, 4)).toBe(101);
    expect(roundHalfUp({ numerator: 1, denominator: 8 }, 2)).toBe(13);
    expect(roundHalfUp({ numerator: -1, denominator: 8 }, 2)).toBe(-13);
  });

  test('never moves a value by more than half a unit', () => {
    fc.assert(
      fc.property(ratio, fc.nat(6), ({ numerator, denominator }, decimals) => {
        const rounded = BigInt(roundHalfUp({ numerator, denominator }, decimals));
        const off = rounded * BigInt(denominator) - BigInt(numerator) * 10n ** BigInt(decimals);
        expect(2n * (off < 0n ? -off : off) <= BigInt(denominator)).toBe(true);
      }),
    );
  });

  test('a ratio of nothing cannot be rounded', () => {
    expect(() => roundHalfUp({ numerator: 1, denominator: 0 }, 2)).toThrow(RangeError);
  });
});

describe('order', () => {
  test('is exact where the printed percentages are the same', () => {
    expect(compareRatio({ numerator: 1999, denominator: 10_000 }, { numerator: 1, denominator: 5 })).toBe(-1);
    expect(compareRatio({ numerator: 2, denominator: 10 }, { numerator: 1, denominator: 5 })).toBe(0);
    const large = Number.MAX_SAFE_INTEGER;
    expect(compareRatio({ numerator: large, denominator: large - 1 }, { numerator: large - 1, denominator: large - 2 })).toBe(-1);
  });

  test('a negative denominator only carries the sign', () => {
    expect(compareRatio({ numerator: 1, denominator: -2 }, { numerator: 1, denominator: 3 })).toBe(-1);
    expect(roundHalfUp({ numerator: 1, denominator: -2 }, 0)).toBe(-1);
  });

  test('procedures without any field come first', () => {
    const nothing = { numerator: 0, denominator: 0 };
    expect([{ numerator: -1, denominator: 5 }, nothing].toSorted(compareRatio)[0]).toBe(nothing);
    expect(compareRatio(nothing, { numerator: 3, denominator: 0 })).toBe(0);
  });

  test('is the same seen from the other side', () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(compareRatio(a, b) + compareRatio(b, a)).toBe(0);
      }),
    );
  });
});
