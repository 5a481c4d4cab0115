// Days and moments as Vietnamese papers and screens write them; days are ISO 8601 (`2026-01-08`), moments ISO 8601 in UTC.
import type { Day } from './label.ts';

/** Vietnam has one time zone, without summer time. */
const UTC_PLUS_7 = 7 * 60 * 60 * 1000;

/** `ngày 08 tháng 01 năm 2026`. Days 1–9 and the months 1 and 2 take a leading zero, no other month does (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function formatDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `ngày ${twoDigits(date)} tháng ${month <= 2 ? twoDigits(month) : month} năm ${year}`;
}

/** `08/01/2026`. */
export function formatShortDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${twoDigits(date)}/${twoDigits(month)}/${year}`;
}

/** `08:41 08/01/2026`, Vietnamese time (UTC+7) of a moment in UTC. Throws RangeError when the text is no moment. */
export function formatMoment(moment: string): string {
  const local = new Date(Date.parse(moment) + UTC_PLUS_7).toISOString();
  return `${local.slice(11, 16)} ${formatShortDay(dayOf(moment))}`;
}

/** The day of a moment in Vietnam (UTC+7): 18:00 of the 31st in UTC is the first of the next month. */
export const dayOf = (moment: string): Day => new Date(Date.parse(moment) + UTC_PLUS_7).toISOString().slice(0, 10);

const WRITTEN = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})$/u,
  /^(?<date>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})$/u,
  /^(?:ngày\s+)?(?<date>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})$/iu,
];

/** Reads `08/01/2026`, `8-1-2026`, `ngày 8 tháng 3 năm 2026` and ISO into an ISO day; null when it is no day of the calendar. */
export function parseDay(text: string): Day | null {
  const trimmed = text.normalize('NFC').trim();
  const found = WRITTEN.map((pattern) => pattern.exec(trimmed)?.groups).find((groups) => groups !== undefined);
  if (!found) return null;
  const { year = '', month = '', date = '' } = found;
  const day = `${year}-${twoDigits(Number(month))}-${twoDigits(Number(date))}`;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== day ? null : day;
}

function partsOf(day: Day): { year: string; month: number; date: number } {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: Number(month), date: Number(date) };
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0');
}
