import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortfall } from '#procedures/plan/shortfall.ts';

test.each([
  ['34 of 52 procedures meet it, all must: 18 are missing', 34, 52, 10_000, 'atLeast', 18],
  ['7 of 18 are approved, half must be: 2 are missing', 7, 18, 5_000, 'atLeast', 2],
  ['9 of 18 are half', 9, 18, 5_000, 'atLeast', 0],
  ['9 of 18 are not more than half', 9, 18, 5_000, 'moreThan', 1],
  ['35 % is not more than 35 %', 35, 100, 3_500, 'moreThan', 1],
] as const)('%s', (_title, numerator, denominator, goal, comparator, missing) => {
  expect(shortfall({ numerator, denominator }, goal, comparator)).toBe(missing);
});

test('nothing is missing where a target asks for less', () => {
  expect(shortfall({ numerator: 9, denominator: 10 }, 5_000, 'atMost')).toBeNull();
  expect(shortfall({ numerator: 9, denominator: 10 }, 5_000, 'lessThan')).toBeNull();
});

test('with what is missing the goal is reached, with one less it is not', () => {
  const count = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(
      count,
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.boolean(),
      (numerator, denominator, goal, more) => {
        const comparator = more ? 'moreThan' : 'atLeast';
        const missing = shortfall({ numerator, denominator }, goal, comparator) ?? -1;
        const reaches = (reached: number) => (more ? reached * 10_000 > goal * denominator : reached * 10_000 >= goal * denominator);
        expect(reaches(numerator + missing)).toBe(true);
        expect(missing > 0 && reaches(numerator + missing - 1)).toBe(false);
      },
    ),
  );
});
