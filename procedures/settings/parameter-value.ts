// The value of a parameter between its exact text and the way it is typed and printed.
import { type Decimal, formatDecimal, parseDecimal } from '#procedures/text/number.ts';

/** `67500.25` as it is printed: `67.500,25`. */
export function printedValue(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  return formatDecimal({ digits: Number(whole + fraction), decimals: fraction.length });
}

/** What was typed (`67.500,25`, `67500.25`) as exact text; null where it cannot be read with certainty. */
export function valueOfTyped(typed: string): string | null {
  const read = parseDecimal(typed);
  return read && exact(read);
}

function exact({ digits, decimals }: Decimal): string {
  const padded = `${Math.abs(digits)}`.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals);
  return `${digits < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${padded.slice(-decimals)}` : ''}`;
}
