import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, periodAt, periodKind, type PeriodKind, periodName, periodsOf } from '#procedures/plan/period.ts';

const KINDS: readonly PeriodKind[] = ['quarter', 'halfYear', 'year'];
const after = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('the days of a period', () => {
  test.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2028-Q1', '2028-01-01', '2028-03-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
  ])('%s begins on %s and ends on %s', (period, from, until) => {
    expect(daysOf(period)).toEqual({ from, until });
  });

  test('close on the 15th of the last month where the figures close then, and go on from the 16th', () => {
    expect(daysOf('2026-Q1', 15)).toEqual({ from: '2025-12-16', until: '2026-03-15' });
    expect(daysOf('2026-Q2', 15)).toEqual({ from: '2026-03-16', until: '2026-06-15' });
    expect(daysOf('2026', 15)).toEqual({ from: '2025-12-16', until: '2026-12-15' });
  });

  test('the periods of one kind make up the year, without a gap and without a day twice', () => {
    const closing = fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined });
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom(...KINDS), closing, (year, kind, closingDay) => {
        const parts = periodsOf(year, kind).map((period) => daysOf(period, closingDay));
        const whole = daysOf(`${year}`, closingDay);
        expect([parts[0]?.from, parts.at(-1)?.until]).toEqual([whole.from, whole.until]);
        expect(parts.slice(1).map(({ from }) => from)).toEqual(parts.slice(0, -1).map(({ until }) => after(until)));
      }),
    );
  });
});

test('a day lies in one period of each kind, inside its days', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom(...KINDS), (one, kind) => {
      const period = periodAt(one, kind);
      const { from, until } = daysOf(period);
      expect(from <= one && one <= until).toBe(true);
      expect(periodKind(period)).toBe(kind);
    }),
  );
});

test('periods are called as reports call them', () => {
  expect(['2026', '2026-H1', '2026-H2', '2026-Q1', '2026-Q4'].map(periodName)).toEqual([
    'Năm 2026',
    '6 tháng đầu năm 2026',
    '6 tháng cuối năm 2026',
    'Quý I năm 2026',
    'Quý IV năm 2026',
  ]);
});
