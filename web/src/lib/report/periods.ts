// The periods that a report of a plan can be asked for.
import { periodAt, periodName, periodsOf, yearOf } from '#procedures/plan/period.ts';
import type { Period } from '#procedures/plan/figure.ts';
import type { Day } from '#procedures/text/label.ts';

/** Year, half-years and quarters of the year of a plan, under their names. */
export const periodChoices = (year: number): { label: string; periods: { value: Period; label: string }[] }[] =>
  (
    [
      ['Quý', 'quarter'],
      ['6 tháng', 'halfYear'],
      ['Năm', 'year'],
    ] as const
  ).map(([label, kind]) => ({ label, periods: periodsOf(year, kind).map((value) => ({ value, label: periodName(value) })) }));

/** What is shown at first: the quarter under way; of a plan of another year, that year. */
export const firstPeriod = (year: number, today: Day): Period =>
  yearOf(periodAt(today, 'year')) === year ? periodAt(today, 'quarter') : periodAt(`${year}-01-01`, 'year');

const PERIOD = /^20\d\d(?:-(?:H[12]|Q[1-4]))?$/u;

/** A period in an address; null where it is none. */
export const periodIn = (text: string | null): Period | null => (text !== null && PERIOD.test(text) ? text : null);
