import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '#procedures/plan/figure.ts';
import { follow } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { Target } from '#procedures/plan/plan.ts';
import { progressOf, type TargetProgress } from '#procedures/plan/progress.ts';
import { contribution, noTotals, plus, type Stage } from '#procedures/plan/totals.ts';
import { aFollowed, aLine, aStanding } from '../../support/plan-line.ts';

const aTarget = (overrides: Partial<Target> = {}): Target => ({
  id: 'chi-tieu',
  metric: 'declaredInformation',
  comparator: 'atLeast',
  threshold: 2000,
  source: 'Mục I.2.a (minh họa)',
  ...overrides,
});
const aFigure = (overrides: Partial<Figure> = {}): Figure => ({
  plan: 'ke-hoach',
  target: 'chi-tieu',
  period: '2026-Q1',
  source: 'Báo cáo quý (minh họa)',
  version: 1,
  by: 'Người Mẫu (minh họa)',
  at: '2026-04-02T01:00:00Z',
  ...overrides,
});
const progress = (target: Target, lines: readonly PlanLine[], figures: readonly Figure[] = [], stage?: Stage): TargetProgress => {
  const totals = lines.map(contribution).reduce((sum, one) => plus(sum, one), noTotals());
  const [only] = progressOf({ targets: [target] }, totals, figures, stage);
  if (!only) throw new Error('Every target has its progress.');
  return only;
};

/** 20 → 15 (25 %, meets), 80 → 76 (5 %, does not), 50 not proposed yet, one that asks nothing. */
const LINES = [
  follow(aLine({ procedure: 'a' }), aFollowed({ state: 'approved', standing: aStanding(20, 15) })),
  follow(aLine({ procedure: 'b', internal: true }), aFollowed({ state: 'submitted', standing: aStanding(80, 76) })),
  aLine({ procedure: 'c', declared: 50, internal: true }),
  aLine({ procedure: 'd', declared: 0 }),
];

describe('declared information', () => {
  test('of each procedure: how many meet the target of all that ask anything, and of those that have a proposal', () => {
    expect(progress(aTarget(), LINES)).toEqual({
      target: aTarget(),
      value: { numerator: 1, denominator: 3 },
      goal: 10_000,
      met: false,
      stage: 'proposed',
      reached: { numerator: 1, denominator: 2 },
      meeting: { procedures: 1, of: 2 },
    });
  });

  test('is met when every procedure that asks anything meets it', () => {
    const [first = aLine(), , , silent = aLine()] = LINES;
    expect(progress(aTarget(), [first, silent]).met).toBe(true);
    expect(progress(aTarget(), [silent])).toMatchObject({ value: null, met: null, meeting: { procedures: 0, of: 0 } });
  });

  test('pooled is the cut of all together, of the whole scope and of what is proposed', () => {
    expect(progress(aTarget({ metric: 'declaredInformationPooled' }), LINES)).toMatchObject({
      value: { numerator: 9, denominator: 150 },
      goal: 2000,
      met: false,
      reached: { numerator: 9, denominator: 100 },
      meeting: { procedures: 1, of: 2 },
    });
  });

  test('counts from the stage that is asked for', () => {
    const approved = progress(aTarget({ metric: 'declaredInformationPooled' }), LINES, [], 'approved');
    expect(approved).toMatchObject({
      stage: 'approved',
      value: { numerator: 5, denominator: 150 },
      reached: { numerator: 5, denominator: 20 },
    });
  });

  test('is tested exactly: 19,996 % is not 20 %', () => {
    const line = (after: number) => [follow(aLine(), aFollowed({ state: 'submitted', standing: aStanding(25_000, after) }))];
    const pooled = aTarget({ metric: 'declaredInformationPooled' });
    expect(progress(pooled, line(20_001)).met).toBe(false);
    expect(progress(pooled, line(20_000)).met).toBe(true);
  });
});

describe('procedures with an approved proposal', () => {
  test('are counted of the internal ones, or of all in scope', () => {
    expect(progress(aTarget({ metric: 'internalApproved', threshold: 5000 }), LINES)).toMatchObject({
      value: { numerator: 0, denominator: 2 },
      stage: 'approved',
      met: false,
    });
    const all = progress(aTarget({ metric: 'approved', threshold: 2500 }), LINES);
    expect(all).toMatchObject({ value: { numerator: 1, denominator: 4 }, met: true });
    expect(all).not.toHaveProperty('meeting');
  });
});

describe('a figure that is typed in', () => {
  const entered = aTarget({ metric: 'entered', comparator: 'moreThan', threshold: 3500 });

  test('is not there before anybody has typed one', () => {
    expect(progress(entered, LINES)).toEqual({ target: entered, value: null, goal: 3500, met: null, stage: 'entered' });
  });

  test('is that of the latest period, the longer one of two that end together', () => {
    const figures = ['2026-Q1', '2026-H1', '2026-Q2', '2025'].map((period, index) => aFigure({ period, quoted: 3600 + index }));
    expect(progress(entered, [], figures)).toMatchObject({
      period: '2026-H1',
      quoted: 3601,
      value: { numerator: 3601, denominator: 10_000 },
    });
    expect(progress(entered, [], [...figures, aFigure({ period: '2026', target: 'khac' })]).period).toBe('2026-H1');
  });

  test('“more than 35 %” is not met by 35 %', () => {
    expect(progress(entered, [], [aFigure({ numerator: 35, denominator: 100 })]).met).toBe(false);
    expect(progress(entered, [], [aFigure({ numerator: 351, denominator: 1000 })]).met).toBe(true);
  });

  test('is compared exactly however large', () => {
    const figure = aFigure({ numerator: 350_000_000_001, denominator: 1_000_000_000_000 });
    expect(progress(entered, [], [figure]).met).toBe(true);
    expect(progress({ ...entered, comparator: 'atMost' }, [], [figure]).met).toBe(false);
    expect(progress({ ...entered, comparator: 'lessThan', threshold: 3600 }, [], [figure]).met).toBe(true);
  });

  test('stands at its numbers, and the percentage quoted beside them is flagged when it does not follow', () => {
    const figure = aFigure({ numerator: 1652, denominator: 2306, quoted: 7164 });
    expect(progress(entered, [], [figure])).toMatchObject({ mismatch: false, quoted: 7164 });
    expect(progress(entered, [], [{ ...figure, quoted: 7160 }]).mismatch).toBe(false);
    expect(progress(entered, [], [{ ...figure, quoted: 7200 }]).mismatch).toBe(false);
    const wrong = progress(entered, [], [{ ...figure, quoted: 7170 }]);
    expect(wrong).toMatchObject({ mismatch: true, value: { numerator: 1652, denominator: 2306 } });
  });

  test('beside a computed one leaves it alone and is flagged when it differs', () => {
    const pooled = aTarget({ metric: 'declaredInformationPooled' });
    const told = (figure: Partial<Figure>) => progress(pooled, LINES, [aFigure(figure)]);
    expect(told({ quoted: 600 })).toMatchObject({ value: { numerator: 9, denominator: 150 }, quoted: 600, mismatch: false });
    expect(told({ numerator: 3, denominator: 50 }).mismatch).toBe(false);
    expect(told({ numerator: 3, denominator: 51 }).mismatch).toBe(true);
    expect(told({ quoted: 610 }).mismatch).toBe(true);
  });
});

test('a value is met by exactly one side of every threshold', () => {
  const comparators = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), fc.nat(10_000), (numerator, denominator, threshold) => {
      const [atLeast, moreThan, atMost, lessThan] = comparators.map(
        (comparator) => progress(aTarget({ metric: 'entered', comparator, threshold }), [], [aFigure({ numerator, denominator })]).met,
      );
      expect(atLeast).toBe(!lessThan);
      expect(moreThan).toBe(!atMost);
      expect(atLeast === true && atMost === true).toBe(numerator * 10_000 === threshold * denominator);
    }),
  );
});
