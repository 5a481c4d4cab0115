// Lines of the journal day by day, as they are read: newest first.
import type { JournalLine } from '#lib/admin/admin-api.ts';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];

/** `Thứ hai, 23/11/2026` of an ISO day. */
export const dayName = (day: string): string => `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${formatShortDay(day)}`;

/** The lines under their days in Vietnam, in the order given. */
export const byDay = (events: readonly JournalLine[]): [string, JournalLine[]][] => [...Map.groupBy(events, ({ at }) => dayOf(at))];
