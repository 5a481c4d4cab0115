// Periods in which a plan is reported: quarters, half-years, the year; as days of the Vietnamese calendar, and as they are called.
import type { Day } from '#procedures/text/label.ts';
import type { Period } from './figure.ts';
import type { Target } from './plan.ts';

export type PeriodKind = NonNullable<Target['period']>;
/** First and last day, both inside. */
export type PeriodDays = { from: Day; until: Day };

const PARTS: Record<PeriodKind, readonly string[]> = { quarter: ['Q1', 'Q2', 'Q3', 'Q4'], halfYear: ['H1', 'H2'], year: [''] };
const NAMES: Record<string, string> = {
  Q1: 'Quý I năm',
  Q2: 'Quý II năm',
  Q3: 'Quý III năm',
  Q4: 'Quý IV năm',
  H1: '6 tháng đầu năm',
  H2: '6 tháng cuối năm',
};

/** The periods of a year, in their order: four quarters, two half-years, or the year. */
export const periodsOf = (year: number, kind: PeriodKind): Period[] =>
  PARTS[kind].map((part) => (part === '' ? `${year}` : `${year}-${part}`));

/** `2026-Q3` is a quarter. */
export function periodKind(period: Period): PeriodKind {
  const letter = period[5];
  return letter === undefined ? 'year' : letter === 'H' ? 'halfYear' : 'quarter';
}

/** `2026-Q3` is of 2026. */
export const yearOf = (period: Period): number => Number(period.slice(0, 4));

/** The period of a kind in which a day lies. */
export function periodAt(day: Day, kind: PeriodKind): Period {
  const periods = periodsOf(Number(day.slice(0, 4)), kind);
  const month = Number(day.slice(5, 7));
  return periods[Math.floor(((month - 1) * periods.length) / 12)] ?? day.slice(0, 4);
}

/**
 * The days of a period. With a `closingDay` (1 to 28) its figures close on that day of its last month and the next period begins on the
 * day after, so that the periods of one kind still follow each other without a gap.
 */
export function daysOf(period: Period, closingDay?: number): PeriodDays {
  const year = yearOf(period);
  const kind = periodKind(period);
  const months = 12 / PARTS[kind].length;
  const last = months * (kind === 'year' ? 1 : Number(period[6]));
  const first = last - months + 1;
  if (closingDay === undefined) return { from: dayAt(year, first, 1), until: dayAt(year, last + 1, 0) };
  return { from: dayAt(year, first - 1, closingDay + 1), until: dayAt(year, last, closingDay) };
}

/** `Quý III năm 2026`, `6 tháng đầu năm 2026`, `Năm 2026`. */
export function periodName(period: Period): string {
  const [year = '', part = ''] = period.split('-');
  return `${NAMES[part] ?? 'Năm'} ${year}`;
}

/** Month 0 is the December before, day 0 the last of the month before. */
const dayAt = (year: number, month: number, day: number): Day => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
