// Exact ratios of whole numbers: nothing is rounded before it is printed.

/** An exact quotient of two safe integers; a denominator of 0 means that there was nothing to divide. */
export type Ratio = { numerator: number; denominator: number };

/**
 * The quotient as a whole number of units of 10^-decimals, rounded half up (a half goes away from zero, below zero too):
 * 1652/2306 at 4 decimals gives 7164. The published decisions do not settle half up against half even (domain.md §1.5); this is our choice.
 * Throws RangeError when the denominator is 0 or a number is not a safe integer.
 */
export function roundHalfUp(ratio: Ratio, decimals: number): number {
  if (ratio.denominator === 0) throw new RangeError('A ratio without a denominator has no value to round.');
  const numerator = exact(ratio.numerator) * 10n ** BigInt(decimals);
  const denominator = exact(ratio.denominator);
  const negative = numerator < 0n !== denominator < 0n;
  const rounded = (2n * magnitude(numerator) + magnitude(denominator)) / (2n * magnitude(denominator));
  return Number(negative ? -rounded : rounded);
}

/** Exact order of two quotients for sorting; one without a denominator comes before all others. */
export function compareRatio(a: Ratio, b: Ratio): number {
  if (a.denominator === 0 || b.denominator === 0) return Number(a.denominator !== 0) - Number(b.denominator !== 0);
  const sign = a.denominator < 0 !== b.denominator < 0 ? -1n : 1n;
  const difference = (exact(a.numerator) * exact(b.denominator) - exact(b.numerator) * exact(a.denominator)) * sign;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

function exact(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer.`);
  return BigInt(value);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
