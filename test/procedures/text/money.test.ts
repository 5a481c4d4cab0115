import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDong, parseDong } from '#procedures/text/money.ts';

test('đồng are whole and have dots', () => {
  expect(formatDong(3586549231)).toBe('3.586.549.231 đồng');
  expect(formatDong(0)).toBe('0 đồng');
});

test('2.306 tỷ is two thousand three hundred and six thousand million', () => {
  expect(parseDong('2.306 tỷ đồng/năm')).toBe(2_306_000_000_000);
  expect(parseDong('2.306 tỷ')).toBe(2_306_000_000_000);
  expect(parseDong('5,58 tỷ đồng')).toBe(5_580_000_000);
  expect(parseDong('5.58 tỉ')).toBe(5_580_000_000);
  expect(parseDong('1,5 triệu')).toBe(1_500_000);
  expect(parseDong('20 nghìn đồng')).toBe(20_000);
});

test('the unit may be written in any of the usual ways, in NFC or NFD', () => {
  const written = ['133.326.000 đồng/năm', '133.326.000đ', '133326000', '133 326 000 VNĐ', '133.326.000 ĐỒNG'.normalize('NFD')];
  expect(written.filter((text) => parseDong(text) !== 133_326_000)).toEqual([]);
});

test('what is approximate, not whole or no amount at all is not read', () => {
  const unreadable = [
    'hơn 5,58 tỷ đồng',
    'gần 393,4 tỷ',
    '1,5 đồng',
    '0,0000000001 tỷ',
    'miễn phí',
    '',
    'đồng',
    '9.999.999 tỷ tỷ',
    '99.999.999 tỷ',
  ];
  expect(unreadable.filter((text) => parseDong(text) !== null)).toEqual([]);
});

test('everything printed is read back', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      expect(parseDong(formatDong(value))).toBe(value);
    }),
  );
});
