// Typed beside computed: an official figure that somebody typed stands beside the computed one; a mismatch is flagged, neither is corrected.
import { formatDecimal, parsePercent } from './number.ts';
import { roundHalfUp, type Ratio } from './ratio.ts';

export type TypedFigure = {
  /** Whether the exact ratio, rounded half up at the precision that was typed, is the typed figure. */
  matches: boolean;
  /** The computed percentage at the typed precision, `24,7%`; null when the ratio has no denominator. */
  computedAtTypedPrecision: string | null;
};

/**
 * Compares a percentage as it was typed (`27.8%`) with the exact ratio that it claims to be (product.md §4).
 * Null when the text cannot be read as a percentage.
 */
export function compareTyped(typedText: string, computedRatio: Ratio): TypedFigure | null {
  const typed = parsePercent(typedText);
  if (!typed) return null;
  if (computedRatio.denominator === 0) return { matches: false, computedAtTypedPrecision: null };
  const digits = roundHalfUp(computedRatio, typed.decimals + 2);
  return { matches: digits === typed.digits, computedAtTypedPrecision: `${formatDecimal({ digits, decimals: typed.decimals })}%` };
}
