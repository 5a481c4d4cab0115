import type { Ratio } from '#procedures/text/ratio.ts';
import type { Target } from './plan.ts';

const WHOLE = 10_000n;

/**
 * How many are still missing from the numerator until the goal (hundredths of a percent) is reached: 0 where it is. Null where a target
 * asks for less, since nothing is missing there.
 */
export function shortfall({ numerator, denominator }: Ratio, goal: number, comparator: Target['comparator']): number | null {
  if (comparator === 'atMost' || comparator === 'lessThan') return null;
  const asked = BigInt(goal) * BigInt(denominator);
  const needed = comparator === 'moreThan' ? asked / WHOLE + 1n : (asked + WHOLE - 1n) / WHOLE;
  const missing = needed - BigInt(numerator);
  return missing > 0n ? Number(missing) : 0;
}
