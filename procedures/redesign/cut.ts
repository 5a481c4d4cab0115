// The cut of declared information and the target test, in exact integers (product.md §4). Printed percentages never decide.
import type { Ratio } from '#procedures/text/ratio.ts';

/** Hundredths of a percent in a whole. */
const WHOLE = 10_000;

/** `(before − after) / before`, not reduced; the numerator is negative where more is asked than before. */
export function cut(before: number, after: number): Ratio {
  return { numerator: before - after, denominator: before };
}

/**
 * Whether at least `threshold` (hundredths of a percent: 2000 = 20 %) is cut: `(before − after) × 10000 ≥ threshold × before`.
 * Exact for counts up to 9 × 10¹¹. Nothing to cut from (`before` 0) never meets a target.
 */
export function meetsTarget(before: number, after: number, threshold: number): boolean {
  return before > 0 && (before - after) * WHOLE >= threshold * before;
}

/** The least number of further fields that must go for the target to be met; 0 where it is met or `before` is 0. */
export function missingToTarget(before: number, after: number, threshold: number): number {
  const product = threshold * before;
  const remainder = product % WHOLE;
  const needed = (product - remainder) / WHOLE + (remainder > 0 ? 1 : 0);
  return Math.max(0, needed - (before - after));
}
