const UNITS = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** `IV` for 4: the numbers of the mục of a paper. Whole numbers from 1. */
export function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [unit, sign] of UNITS) {
    text += sign.repeat(Math.floor(rest / unit));
    rest %= unit;
  }
  return text;
}
