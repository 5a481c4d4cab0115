import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeWords } from '#procedures/settings/change-words.ts';
import { Parameter } from '#procedures/settings/parameter.ts';
import { printedValue, valueOfTyped } from '#procedures/settings/parameter-value.ts';
import { repeatedId } from '#procedures/settings/repeated.ts';
import { SETTING_VALUES } from '#procedures/settings/settings.ts';
import { SHIPPED } from '#procedures/settings/shipped.ts';

describe('what is shipped', () => {
  test.each(['grounds', 'registers', 'parameters', 'reportTemplates'] as const)('%s is a list of its kind, every identity once', (kind) => {
    expect(SETTING_VALUES[kind].parse(SHIPPED[kind])).toEqual(SHIPPED[kind]);
    expect(repeatedId(SHIPPED[kind])).toBeUndefined();
  });
});

describe('the value of a parameter is an exact decimal', () => {
  const parameter = (value: string) => Parameter.safeParse({ id: 'a', name: 'A', value, unit: 'đồng', source: 'S' }).success;

  test('whatever is typed the Vietnamese way is kept to the last digit, and printed back', () => {
    const whole = fc.integer({ min: -999_999, max: 999_999 });
    const fraction = fc.integer({ min: 0, max: 999_999 }).map((digits) => String(digits).padStart(6, '0'));
    fc.assert(
      fc.property(whole, fraction, (units, decimals) => {
        const kept = `${units}.${decimals}`;
        fc.pre(!(units === 0 && decimals === '000000'));
        const printed = printedValue(kept);
        expect(valueOfTyped(printed)).toBe(kept);
        expect(parameter(kept)).toBe(true);
      }),
    );
  });

  test.each([
    ['67.500', '67500'],
    ['67500', '67500'],
    ['67.500,25', '67500.25'],
    ['0,5', '0.5'],
    ['2.306', '2306'],
    ['38.5', '38.5'],
    ['-1,50', '-1.50'],
    ['0', '0'],
    ['007', '7'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(valueOfTyped(typed)).toBe(kept);
    expect(parameter(kept)).toBe(true);
  });

  test.each(['', 'khoảng 5', '1.2.3', '1,2,3', '5 đồng', '999999999999999999'])(
    '“%s” is no number that can be read with certainty',
    (typed) => {
      expect(valueOfTyped(typed)).toBeNull();
    },
  );

  test('three decimals are no thousands', () => {
    expect(printedValue('2.306')).toBe('2,306');
    expect(printedValue('2306')).toBe('2.306');
  });
});

describe('a change of a list in words', () => {
  const item = (id: string, name = `Mục ${id}`) => ({ id, name });

  test('names what was added, changed and dropped', () => {
    expect(changeWords([item('a'), item('b')], [item('a', 'Khác'), item('c')])).toBe('2 mục; thêm “Mục c”; sửa “Khác”; bỏ “Mục b”');
    expect(changeWords([], [])).toBe('0 mục; không đổi');
    expect(changeWords([item('a')], [item('a')])).toBe('1 mục; không đổi');
  });

  test('stays a phrase however long the list and its names', () => {
    const many = Array.from({ length: 300 }, (_, index) => item(`${index}`, 'Tên rất dài (minh họa) '.repeat(80)));
    const words = changeWords([], many);
    expect(words).toContain('và 292 mục khác');
    expect(words.length).toBeLessThan(1_200);
  });

  test('the order of a list alone is no change of any item', () => {
    expect(changeWords([item('a'), item('b')], [item('b'), item('a')])).toBe('2 mục; không đổi');
  });
});
