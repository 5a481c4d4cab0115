// How near a deadline is, in words. Days of the calendar, not hours: a deadline lasts until its day is over.
const DAY = 86_400_000;
/** Deadlines that the overview names: passed, or within so many days. */
export const SOON = 30;
/** From here on a deadline is near. */
const NEAR = 14;

export type DaysLeft = { words: string; tone: 'bad' | 'warn' | '' };

/** `deadline` and `today` are ISO days. */
export function daysLeft(deadline: string, today: string): DaysLeft {
  const days = daysBetween(today, deadline);
  if (days < 0) return { words: `quá hạn ${-days} ngày`, tone: 'bad' };
  if (days === 0) return { words: 'hạn hôm nay', tone: 'bad' };
  return { words: `còn ${days} ngày`, tone: days <= NEAR ? 'warn' : '' };
}

/** Whether a deadline has passed or is at most SOON days away. */
export const isSoon = (deadline: string, today: string): boolean => daysBetween(today, deadline) <= SOON;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
