// All figures that could be read in published simplification decisions, right and wrong ones, as they were printed (domain.md §1.6).
// The wrong ones must be flagged beside the computed value; no function of ours may arrive at them.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDong } from '#procedures/text/money.ts';
import { formatPercent, parseInteger, parsePercent } from '#procedures/text/number.ts';
import { compareTyped } from '#procedures/text/typed-figure.ts';
import { formatDay, parseDay } from '#procedures/text/date.ts';

/** Document, what is counted, numerator, denominator, the rate as printed, the rate computed at that precision, whether they agree. */
type Rate = readonly [
  document: string,
  label: string,
  numerator: number,
  denominator: number,
  printed: string,
  computed: string,
  agrees: boolean,
];

const RATES: readonly Rate[] = [
  ['Hà Nội 293 TTHC tái cấu trúc', 'tỷ lệ cắt giảm chi phí', 1652, 2306, '71,64%', '71,64%', true],
  ['1770/QĐ-UBND Lạng Sơn 2020', '58 TTHC, tổng', 666, 2227, '29,92%', '29,91%', false],
  ['1770/QĐ-UBND Lạng Sơn 2020', '52 TTHC cấp tỉnh', 626, 2092, '29,91%', '29,92%', false],
  ['1770/QĐ-UBND Lạng Sơn 2020', '06 TTHC cấp huyện', 41, 135, '30%', '30%', true],
  ['2230/QĐ-TTg 2021 (Bộ LĐTBXH)', 'tổng quy định', 81, 235, '34,47%', '34,47%', true],
  ['2230/QĐ-TTg 2021 (Bộ LĐTBXH)', 'quy định về TTHC', 58, 235, '27.8%', '24,7%', false],
  ['2230/QĐ-TTg 2021 (Bộ LĐTBXH)', 'yêu cầu, điều kiện', 23, 235, '9,79%', '9,79%', true],
  ['1694/QĐ-BGDĐT 2018', 'đề nghị cắt giảm, đơn giản hóa', 110, 212, '51,9%', '51,9%', true],
  ['1694/QĐ-BGDĐT 2018', 'bãi bỏ', 81, 212, '38,2%', '38,2%', true],
  ['1694/QĐ-BGDĐT 2018', 'đơn giản hóa', 29, 212, '13,7%', '13,7%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'tổng', 121, 212, '57,1%', '57,1%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'NĐ 86: cắt giảm', 24, 212, '11,3%', '11,3%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'NĐ 86: đơn giản hóa', 4, 212, '1,9%', '1,9%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'NĐ 135: cắt giảm', 57, 212, '26,9%', '26,9%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'NĐ 135: đơn giản hóa', 36, 212, '17%', '17%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'NĐ 135: cộng (57+36)', 93, 212, '43.9%', '43,9%', true],
  ['Bộ GDĐT báo cáo ĐKKD 2018', 'NQ01 trước đó', 120, 241, '49,8%', '49,8%', true],
  ['Đồng Tháp rà soát 2022', 'kiến nghị đơn giản hóa / tổng TTHC', 311, 1763, '17,64%', '17,64%', true],
];

/** Amounts of which one is the sum of the others in print. */
const SUMS: readonly { document: string; whole: string; parts: readonly string[]; agrees: boolean }[] = [
  { document: 'Hà Nội 293 TTHC tái cấu trúc', whole: '2.306 tỷ đồng/năm', parts: ['654 tỷ đồng/năm', '1.652 tỷ đồng'], agrees: true },
  { document: '2230/QĐ-TTg 2021 (Bộ LĐTBXH)', whole: '3.586.549.231 đồng', parts: ['3.539.460.031 đồng', '47.089.200 đồng'], agrees: true },
  { document: 'Bộ Xây dựng Đề án 896', whole: '393,4 tỷ đồng/năm', parts: ['201 tỷ đồng/năm', '192 tỷ đồng/năm'], agrees: false },
];

/** Single amounts, in đồng. */
const AMOUNTS: readonly (readonly [document: string, printed: string, dong: number])[] = [
  ['Hà Nội 293 TTHC tái cấu trúc', '2.306 tỷ đồng/năm', 2_306_000_000_000],
  ['Hà Nội 293 TTHC tái cấu trúc', '654 tỷ đồng/năm', 654_000_000_000],
  ['Hà Nội 293 TTHC tái cấu trúc', '1.652 tỷ đồng', 1_652_000_000_000],
  ['793/QĐ-TTg 2022', '133.326.000 đồng/năm', 133_326_000],
  ['793/QĐ-TTg 2022', '5,58 tỷ đồng', 5_580_000_000],
  ['2230/QĐ-TTg 2021 (Bộ LĐTBXH)', '3.586.549.231 đồng', 3_586_549_231],
  ['Đồng Tháp rà soát 2022', '34 tỷ đồng/năm', 34_000_000_000],
  ['Bộ Xây dựng Đề án 896', '393,4 tỷ đồng/năm', 393_400_000_000],
];

/** Hà Nội, 19 procedures of education: the time limits that could be read, each said to be one working day shorter. */
const DAYS: readonly (readonly [before: string, after: string])[] = [
  ['24 ngày', '23 ngày'],
  ['25 ngày', '24 ngày'],
  ['22 ngày', '21 ngày'],
  ['24 ngày', '23 ngày'],
  ['15 ngày', '14 ngày'],
  ['8 ngày', '7 ngày'],
  ['8 ngày', '7 ngày'],
  ['8 ngày', '7 ngày'],
];

const SHARED = new URL('../../../../shared/data/published-decisions.json', import.meta.url);

describe('published rates', () => {
  for (const [document, label, numerator, denominator, printed, computed, agrees] of RATES) {
    test(`${document}, ${label}: ${numerator}/${denominator} printed as ${printed} ${agrees ? 'is right' : `is flagged, it is ${computed}`}`, () => {
      expect(compareTyped(printed, { numerator, denominator })).toEqual({ matches: agrees, computedAtTypedPrecision: computed });
      const decimals = parsePercent(printed)?.decimals;
      expect(formatPercent({ numerator, denominator }, decimals)).toBe(computed);
    });
  }

  test('fifteen of the eighteen are right', () => {
    expect(RATES.filter(([, , , , , , agrees]) => agrees)).toHaveLength(15);
  });

  test('the rates of the total and of the province in Lạng Sơn 1770 are each other’s, and 626 + 41 is not the printed 666', () => {
    expect(formatPercent({ numerator: 666, denominator: 2227 })).toBe('29,91%');
    expect(formatPercent({ numerator: 626, denominator: 2092 })).toBe('29,92%');
    expect(626 + 41).toBe(667);
  });

  test('Lạng Sơn 1815 prints comma and dot in one sentence; both are read', () => {
    expect(parsePercent('25,3%')).toEqual({ digits: 253, decimals: 1 });
    expect(parsePercent('38.5%')).toEqual({ digits: 385, decimals: 1 });
  });

  test('a text that is no percentage is not compared, and a ratio of nothing matches nothing', () => {
    expect(compareTyped('khoảng một phần ba', { numerator: 1, denominator: 3 })).toBeNull();
    expect(compareTyped('0%', { numerator: 0, denominator: 0 })).toEqual({ matches: false, computedAtTypedPrecision: null });
  });
});

describe('published amounts', () => {
  test('are read to the last đồng', () => {
    expect(AMOUNTS.filter(([, printed, dong]) => parseDong(printed) !== dong)).toEqual([]);
  });

  test('add up where the decision is right, and do not in Đề án 896', () => {
    const right = SUMS.filter(({ whole, parts }) => {
      return parts.reduce((total, part) => total + (parseDong(part) ?? Number.NaN), 0) === parseDong(whole);
    });
    expect(right).toEqual(SUMS.filter(({ agrees }) => agrees));
  });

  test('the time limits that Hà Nội cut by one day are one day shorter', () => {
    expect(DAYS.map(([before, after]) => days(before) - days(after))).toEqual(DAYS.map(() => 1));
  });

  test('“hơn”, “gần” and “trên” make an amount approximate, so it is not read as exact', () => {
    for (const printed of ['hơn 5,58 tỷ đồng', 'gần 393,4 tỷ đồng/năm', 'trên 34 tỷ đồng/năm']) expect(parseDong(printed)).toBeNull();
  });
});

describe.skipIf(!existsSync(SHARED))('the collection in shared/', () => {
  const decisions: Decision[] = existsSync(SHARED) ? JSON.parse(readFileSync(SHARED, 'utf8')) : [];
  const aggregates = decisions.flatMap(({ id, aggregates: found }) => found.map((each) => ({ ...each, document: id })));

  test('holds exactly the rates that stand here', () => {
    const rates = aggregates
      .filter((each) => each.numerator !== undefined)
      .map((each) => [
        each.document,
        each.label,
        each.numerator,
        each.denominator,
        each.ratePublished,
        `${each.rateComputedHalfUp}%`,
        each.consistent,
      ]);
    expect(rates).toEqual(RATES);
  });

  test('holds exactly the time limits that stand here', () => {
    const limits = decisions.find(({ id }) => id === 'Hà Nội 19 TTHC GDĐT')?.procedures ?? [];
    expect(limits.map(({ timeBefore, timeAfter }) => [timeBefore, timeAfter])).toEqual(DAYS);
  });

  test('prints the amounts that stand here', () => {
    const printedIn = new Map(decisions.map((decision) => [decision.id, JSON.stringify(decision)]));
    expect(AMOUNTS.filter(([document, printed]) => !printedIn.get(document)?.includes(printed))).toEqual([]);
  });

  test('has only days of the calendar', () => {
    const dated = decisions.filter(({ date }) => date !== null);
    expect(dated.map(({ date }) => parseDay(formatDay(date ?? '')))).toEqual(dated.map(({ date }) => date));
  });
});

function days(printed: string): number {
  return parseInteger(printed.replace(/ ngày$/u, '')) ?? Number.NaN;
}

type Decision = {
  id: string;
  date: string | null;
  procedures: { timeBefore: string | null; timeAfter: string | null }[];
  aggregates: {
    label: string;
    numerator?: number;
    denominator?: number;
    ratePublished?: string;
    rateComputedHalfUp?: string;
    consistent?: boolean;
  }[];
};
