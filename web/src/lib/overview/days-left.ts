// How near a deadline is, in words. Days of the calendar, not hours: a deadline lasts until its day is over.
const DAY = 86_400_000;
/** From here on a deadline is near. */
const NEAR = 14;

export type DaysLeft = { words: string; tone: 'bad' | 'warn' | '' };

/** `deadline` and `today` are ISO days. */
export function daysLeft(deadline: string, today: string): DaysLeft {
  const days = Math.round((Date.parse(deadline) - Date.parse(today)) / DAY);
  if (days < 0) return { words: `quá hạn ${-days} ngày`, tone: 'bad' };
  if (days === 0) return { words: 'hạn hôm nay', tone: 'bad' };
  return { words: `còn ${days} ngày`, tone: days <= NEAR ? 'warn' : '' };
}
