import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatShortDay, parseDay } from '#procedures/text/date.ts';

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('days 1 to 9 and the months 1 and 2 take a leading zero, no other month does', () => {
  expect(formatDay('2026-01-08')).toBe('ngày 08 tháng 01 năm 2026');
  expect(formatDay('2026-02-15')).toBe('ngày 15 tháng 02 năm 2026');
  expect(formatDay('2026-03-08')).toBe('ngày 08 tháng 3 năm 2026');
  expect(formatDay('2025-11-05')).toBe('ngày 05 tháng 11 năm 2025');
});

test('the short form always has two digits', () => {
  expect(formatShortDay('2026-01-08')).toBe('08/01/2026');
});

test('moments are told in Vietnamese time, which may be the next day', () => {
  expect(formatMoment('2026-01-08T01:41:09.500Z')).toBe('08:41 08/01/2026');
  expect(formatMoment('2025-12-31T17:00:00Z')).toBe('00:00 01/01/2026');
});

test('days are read in all the ways that people write them', () => {
  const written = [
    '08/01/2026',
    '8/1/2026',
    '8-1-2026',
    '8.1.2026',
    '2026-01-08',
    'ngày 8 tháng 01 năm 2026',
    'Ngày 08 tháng 1 năm 2026'.normalize('NFD'),
  ];
  expect(written.filter((text) => parseDay(text) !== '2026-01-08')).toEqual([]);
});

test('a day that is not in the calendar is not read', () => {
  const impossible = ['30/02/2026', '29/02/2025', '00/01/2026', '01/13/2026', '8/1/26', '2026-1-8', 'hôm nay', ''];
  expect(impossible.filter((text) => parseDay(text) !== null)).toEqual([]);
  expect(parseDay('29/02/2024')).toBe('2024-02-29');
});

test('everything printed is read back', () => {
  fc.assert(
    fc.property(day, (each) => {
      expect(parseDay(formatDay(each))).toBe(each);
      expect(parseDay(formatShortDay(each))).toBe(each);
    }),
  );
});
