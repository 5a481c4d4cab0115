// Numbers and percentages the Vietnamese way: a dot between thousands, a comma before decimals (domain.md §1.5). Parsers answer null for
// whatever cannot be read with certainty; they never guess.
import { roundHalfUp, type Ratio } from './ratio.ts';

/** A decimal as it was typed: `digits` / 10^`decimals`. `34,470` has 3 decimals, `34,47` has 2. */
export type Decimal = { digits: number; decimals: number };

const GROUPED = /^(?<sign>[-−]?)(?<whole>[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?<fraction>\d+))?$/u;
const PLAIN = /^(?<sign>[-−]?)(?<whole>\d+)(?:[.,](?<fraction>\d+))?$/u;
/** Blanks between thousands (`1 763`), ordinary or not breaking. */
const BLANK_GROUP = /(?<=\d)[ \u00a0\u202f](?=\d{3}(?:\D|$))/gu;

/** `1763` as `1.763`. Throws RangeError for what is not a safe integer. */
export function formatInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer.`);
  return `${value}`.replace(/\B(?=(?:\d{3})+$)/gu, '.');
}

/**
 * Reads a decimal with either mark. A dot before exactly three digits parts thousands, as in print (`2.306` is 2306);
 * before any other number of digits it is a typist's decimal dot (`38.5`). Null when it is no number or has too many digits to be exact.
 */
export function parseDecimal(text: string): Decimal | null {
  const compact = text.includes('.') ? text.trim() : text.trim().replace(BLANK_GROUP, '');
  const found = (GROUPED.exec(compact) ?? PLAIN.exec(compact))?.groups;
  if (!found) return null;
  const { sign = '', whole = '', fraction = '' } = found;
  const digits = Number(whole.replaceAll('.', '') + fraction);
  if (!Number.isSafeInteger(digits)) return null;
  return { digits: sign && digits ? -digits : digits, decimals: fraction.length };
}

/** `1.763`, `1763` and `1 763` as 1763; null for decimals, broken groups (`1.76`) and anything else. */
export function parseInteger(text: string): number | null {
  const decimal = parseDecimal(text);
  return decimal && decimal.decimals === 0 ? decimal.digits : null;
}

/** A percentage without its sign, rounded half up for print only: 5/18 as `27,78`. `—` when the denominator is 0. */
export function formatPercentNumber(ratio: Ratio, decimals = 2): string {
  if (ratio.denominator === 0) return '—';
  return formatDecimal({ digits: roundHalfUp(ratio, decimals + 2), decimals });
}

/** `27,78%`: comma, no space. `—` when the denominator is 0. Never test a target on this text; use the exact ratio. */
export function formatPercent(ratio: Ratio, decimals = 2): string {
  return ratio.denominator === 0 ? '—' : `${formatPercentNumber(ratio, decimals)}%`;
}

/**
 * Reads a percentage as typed (`34,47%`, `27.8%`, `17 %`, `20`): 34,47 has digits 3447 and 2 decimals.
 * Null for what is no percentage; also for a dot before exactly three digits (`1.234%`), where thousands and decimals cannot be told apart.
 */
export function parsePercent(text: string): Decimal | null {
  const bare = text.trim().replace(/\s*%$/u, '');
  return /^\D?[1-9]\d{0,2}\.\d{3}$/u.test(bare) ? null : parseDecimal(bare);
}

/** `{digits: 2778, decimals: 2}` as `27,78`; thousands with dots. */
export function formatDecimal({ digits, decimals }: Decimal): string {
  const padded = `${Math.abs(digits)}`.padStart(decimals + 1, '0');
  const whole = formatInteger(Number(padded.slice(0, padded.length - decimals)));
  const fraction = decimals > 0 ? `,${padded.slice(-decimals)}` : '';
  return `${digits < 0 ? '-' : ''}${whole}${fraction}`;
}
