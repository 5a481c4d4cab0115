import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatDecimal,
  formatInteger,
  formatPercent,
  formatPercentNumber,
  parseDecimal,
  parseInteger,
  parsePercent,
} from '#procedures/text/number.ts';

const safe = fc.maxSafeInteger();

describe('whole numbers', () => {
  test('have a dot between thousands', () => {
    expect([0, 999, 1763, -1763, 3586549231].map(formatInteger)).toEqual(['0', '999', '1.763', '-1.763', '3.586.549.231']);
  });

  test('2.306 is two thousand three hundred and six', () => {
    expect(parseInteger('2.306')).toBe(2306);
    expect(['1763', '1.763', '1 763', '1\u00a0763', ' 1.763 '].map(parseInteger)).toEqual([1763, 1763, 1763, 1763, 1763]);
  });

  test('what could mean two things is not read', () => {
    const unclear = [
      '1,763',
      '1.76',
      '1.7635',
      '12.34.567',
      '1763.000.1',
      '1.763 549',
      '',
      'mười',
      '1e3',
      '0x10',
      '--4',
      '99.999.999.999.999.999',
    ];
    expect(unclear.filter((text) => parseInteger(text) !== null)).toEqual([]);
  });

  test('everything printed is read back', () => {
    fc.assert(
      fc.property(safe, (value) => {
        expect(parseInteger(formatInteger(value))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test('only whole numbers are printed as such', () => {
    expect(() => formatInteger(1.5)).toThrow(RangeError);
  });
});

describe('decimals', () => {
  test('are read with comma or dot, keeping the typed precision', () => {
    expect(parseDecimal('393,4')).toEqual({ digits: 3934, decimals: 1 });
    expect(parseDecimal('38.50')).toEqual({ digits: 3850, decimals: 2 });
    expect(parseDecimal('1.234,5')).toEqual({ digits: 12345, decimals: 1 });
    expect(parseDecimal('0.306')).toEqual({ digits: 306, decimals: 3 });
    expect(parseDecimal('−2,5')).toEqual({ digits: -25, decimals: 1 });
  });

  test('everything printed is read back', () => {
    fc.assert(
      fc.property(safe, fc.nat(8), (digits, decimals) => {
        const decimal = { digits: digits === 0 ? 0 : digits, decimals };
        expect(parseDecimal(formatDecimal(decimal))).toEqual(decimal);
      }),
    );
  });
});

describe('percentages', () => {
  test('have a comma and no space', () => {
    expect(formatPercent({ numerator: 5, denominator: 18 })).toBe('27,78%');
    expect(formatPercent({ numerator: 1652, denominator: 2306 })).toBe('71,64%');
    expect(formatPercent({ numerator: 36, denominator: 212 }, 0)).toBe('17%');
    expect(formatPercentNumber({ numerator: 5, denominator: 18 })).toBe('27,78');
    expect(formatPercent({ numerator: -1, denominator: 18 })).toBe('-5,56%');
  });

  test('of nothing are a dash', () => {
    expect(formatPercent({ numerator: 0, denominator: 0 })).toBe('—');
    expect(formatPercentNumber({ numerator: 0, denominator: 0 })).toBe('—');
  });

  test('19,96% prints as 20,0% at one decimal and is still less than 20%', () => {
    expect(formatPercent({ numerator: 1996, denominator: 10_000 }, 1)).toBe('20,0%');
  });

  test('are read as typists type them', () => {
    expect(['34,47%', '27.8%', '17 %', '20'].map(parsePercent)).toEqual([
      { digits: 3447, decimals: 2 },
      { digits: 278, decimals: 1 },
      { digits: 17, decimals: 0 },
      { digits: 20, decimals: 0 },
    ]);
  });

  test('a dot before three digits is not read, since it may be either mark', () => {
    expect(parsePercent('1.234%')).toBeNull();
    expect(parsePercent('27,8%%')).toBeNull();
  });
});
