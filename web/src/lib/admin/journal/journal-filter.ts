// What the journal is narrowed to, as the address holds it and as the server is asked.
import type { JournalQuery } from '#lib/admin/admin-api.ts';
import { ACTION_NAMES } from '#procedures/review/action-names.ts';
import { dayOf } from '#procedures/text/date.ts';

/** Empty text = not narrowed by that. `month` is one of Vietnam. */
export type JournalFilter = { month: string; person: string; procedure: string; action: string; refused: boolean };

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/u;
/** So many months back can be picked from the list. */
const MONTHS = 36;

/** The month of a moment in Vietnam. */
export const monthOf = (moment: string): string => dayOf(moment).slice(0, 7);

/** What an address says; whatever it says that cannot be is left alone. */
export function filterOf(parameters: { get(name: string): string | null }, now: string): JournalFilter {
  const month = parameters.get('thang') ?? '';
  const action = parameters.get('viec') ?? '';
  return {
    month: MONTH.test(month) ? month : monthOf(now),
    person: parameters.get('nguoi') ?? '',
    procedure: parameters.get('thu-tuc') ?? '',
    action: Object.hasOwn(ACTION_NAMES, action) ? action : '',
    refused: parameters.get('tu-choi') === '1',
  };
}

/** The same as the server is asked. */
export function queryOf({ month, person, procedure, action, refused }: JournalFilter): JournalQuery {
  return {
    month,
    ...(person !== '' && { person }),
    ...(procedure !== '' && { procedure }),
    ...(action !== '' && { action: action as JournalQuery['action'] }),
    ...(refused && { refused: '1' as const }),
  };
}

/** Whether it is narrowed by more than the month. */
export const isNarrowed = ({ person, procedure, action, refused }: JournalFilter): boolean =>
  person !== '' || procedure !== '' || action !== '' || refused;

/** The month before or after. */
export function monthBy(month: string, by: -1 | 1): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** `Tháng 11/2026`. */
export const monthName = (month: string): string => `Tháng ${month.slice(5)}/${month.slice(0, 4)}`;

/** The months to pick from: the present one and those before it, and `chosen` wherever it lies. */
export function monthsUpTo(present: string, chosen: string): string[] {
  const months = [present];
  while (months.length < MONTHS) months.push(monthBy(months.at(-1) ?? present, -1));
  return months.includes(chosen) ? months : [...months, chosen].toSorted().toReversed();
}
