// Rankings of the lines of a plan. Each ranked line has a place, a text that sorts as the ranking does, kept in step with the line: the
// first few of a hundred lines cost as much as of a hundred thousand.
import type { Ratio } from '#procedures/text/ratio.ts';
import { dossiersOf, isAwaited, type LineStand, standOf } from './line-stand.ts';
import type { PlanLine } from './line.ts';

/**
 * `deadlines`: not yet submitted, the nearest deadline first. `cuts`: the largest cut first. `furthest`: missing fields × dossiers a year,
 * most first. `returned`: returned to the office, in no order.
 */
export type Rank = 'deadlines' | 'cuts' | 'furthest' | 'returned';

/** A line as rankings show it. `dossiers` a year: null where nobody knows. */
export type LineRow = PlanLine & LineStand & { dossiers: number | null };

export const lineRow = (line: PlanLine): LineRow => ({ ...line, ...standOf(line), dossiers: dossiersOf(line) });

/** The place of a line in a ranking, sorted as text; null where it has none. */
export function placeIn(rank: Rank, line: PlanLine): string | null {
  if (rank === 'returned') return line.latest?.state === 'returned' ? '0' : null;
  if (rank === 'deadlines') return isAwaited(line) ? (line.deadline ?? null) : null;
  const stand = standOf(line);
  return rank === 'cuts' ? cutPlace(stand) : furthestPlace(stand, dossiersOf(line));
}

/** Digits that tell any two cuts apart whose denominators have up to six digits. */
const SHARE_DIGITS = 14;
const FIELD_DIGITS = 7;
const WEIGHT_DIGITS = 20;

/** By the exact share, then by the number of fields; nothing proposed, or nothing cut, has no place. */
function cutPlace({ before, after, stages }: LineStand): string | null {
  if (stages === 0 || after >= before) return null;
  const cut: Ratio = { numerator: before - after, denominator: before };
  const share = (BigInt(cut.numerator) * 10n ** BigInt(SHARE_DIGITS)) / BigInt(cut.denominator);
  return `${descending(share, SHARE_DIGITS + 1)}-${descending(BigInt(cut.numerator), FIELD_DIGITS)}`;
}

function furthestPlace({ missing }: LineStand, dossiers: number | null): string | null {
  if (dossiers === null || missing === 0 || dossiers === 0) return null;
  return descending(BigInt(missing) * BigInt(dossiers), WEIGHT_DIGITS);
}

/** Larger numbers first, in text of one length. */
const descending = (value: bigint, digits: number): string => String(10n ** BigInt(digits) - 1n - value).padStart(digits, '0');
