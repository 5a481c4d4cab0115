// Actual results after effect: what may be entered for which period, and what was expected.
import { daysOf, periodName } from '#procedures/plan/period.ts';
import type { Period } from '#procedures/plan/figure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { formatShortDay } from '#procedures/text/date.ts';
import type { ResultInput } from './result.ts';

/** Dossiers a year where anybody knows; fields asked before the effect and since. */
export type Expected = { dossiersPerYear: number | null; fieldsBefore: number; fieldsAfter: number };

/** What was expected of a redesign: what the province decided of it, since recommendations do not take effect with it. */
export function expectedOf({ decided, effect, tally }: Redesign, dossiersPerYear: number | null): Expected {
  const standing = effect?.standing ?? decided?.standing ?? tally;
  return { dossiersPerYear, fieldsBefore: standing.before, fieldsAfter: standing.after };
}

/** Why nothing can be entered so for the period, or null. `from` is the day of effect, `today` a Vietnamese day. */
export function resultIssue(input: ResultInput, period: Period, from: string, today: string): { path: string; message: string } | null {
  const { dossiers, fieldsAsked } = input;
  const days = daysOf(period);
  if (dossiers === undefined && fieldsAsked === undefined) {
    return { path: 'dossiers', message: 'Hãy nhập số hồ sơ hoặc số thông tin phải khai.' };
  }
  if (days.until < from) {
    const message = `${periodName(period)} kết thúc trước khi phương án có hiệu lực (${formatShortDay(from)}). Hãy chọn kỳ khác.`;
    return { path: 'period', message };
  }
  return days.from > today ? { path: 'period', message: `${periodName(period)} chưa bắt đầu. Hãy chọn kỳ khác.` } : null;
}
