import { parseInteger } from '#procedures/text/number.ts';

/** The place that somebody typed, counted from 1, as a place counted from 0; beyond the end it is the last. Null for what is no place. */
export function placeTyped(text: string, total: number): number | null {
  const place = parseInteger(text);
  return place === null || place < 1 ? null : Math.min(place, total) - 1;
}
