import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FILTER, passes, type ReviewFilter } from '#lib/review/review-filter.ts';
import { type Column, COLUMNS, frozenTicks, pooled, reviewRows, sorted } from '#lib/review/review-rows.ts';
import { ReviewView } from '#lib/review/review-view.svelte.ts';
import { cut } from '#procedures/redesign/cut.ts';
import { aRedesignRow } from '../rows.ts';

const NOW = Date.parse('2026-01-10T02:00:00Z');
const OFFICES = new Map([['quan-ly-chat-luong', 'Phòng Quản lý chất lượng (minh họa)']]);
const tally = (before: number, after: number) => ({ before, after, added: 0, treatments: {} });
const frozen = (before: number, after: number, meets = true, missing = 0) => ({
  number: 1,
  hash: 'a'.repeat(64),
  at: '2026-01-08T01:41:00Z',
  by: 'Chuyên viên (minh họa)',
  before,
  after,
  meets,
  missing,
});
const talk = (open: number, total: number) => ({ open, total });
const rowsOf = (...rows: ReturnType<typeof aRedesignRow>[]) => reviewRows(rows, OFFICES, 2000, NOW);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('the review table', () => {
  test('holds what was submitted at least once', () => {
    expect(ids(rowsOf(aRedesignRow({ id: 'a' }), aRedesignRow({ id: 'b', state: 'draft', proposals: 0 })))).toEqual(['a']);
  });
  test('shows what was frozen, however the returned draft goes on', () => {
    const [row] = rowsOf(aRedesignRow({ state: 'returned', tally: tally(24, 24), frozen: frozen(24, 13) }));
    expect(row?.standing).toEqual({ before: 24, after: 13, meets: true, missing: 0 });
    expect(row && frozenTicks(row).filter((tick) => tick === 'gone')).toHaveLength(11);
    expect(row && frozenTicks(row).filter((tick) => tick === 'left')).toHaveLength(13);
  });
  test('draws the treatments while they still are what was frozen', () => {
    const [row] = rowsOf(aRedesignRow({ frozen: frozen(24, 13) }));
    expect(row && frozenTicks(row).filter((tick) => tick === 'remove')).toHaveLength(3);
  });
  test('keeps the verdict of the day of submission, under the target of that day', () => {
    const [row] = rowsOf(aRedesignRow({ frozen: frozen(20, 17, true, 0) }));
    expect(row?.standing).toMatchObject({ meets: true, missing: 0 });
  });
  test('says exactly who meets 20%: 19,96% prints as 19,96% and does not', () => {
    const [close, met] = rowsOf(aRedesignRow({ tally: tally(2500, 2001) }), aRedesignRow({ id: 'b', tally: tally(15, 12) }));
    expect(close?.standing).toMatchObject({ meets: false, missing: 1 });
    expect(met?.standing).toMatchObject({ meets: true, missing: 0 });
  });
  test('counts whole days of waiting only while the proposal waits', () => {
    const [waiting, accepted] = rowsOf(aRedesignRow(), aRedesignRow({ id: 'b', state: 'accepted' }));
    expect(waiting?.waited).toBe(2);
    expect(accepted?.waited).toBeNull();
  });
  test('sorts by the exact cut, not by its print', () => {
    const rows = rowsOf(
      aRedesignRow({ id: 'a', tally: tally(30_000, 24_000) }),
      aRedesignRow({ id: 'b', tally: tally(30_000, 23_999) }),
      aRedesignRow({ id: 'c', tally: tally(3, 3) }),
    );
    expect(ids(sorted(rows, { column: 'cut', descending: true }))).toEqual(['b', 'a', 'c']);
  });
  test('sorts names the Vietnamese way', () => {
    const rows = rowsOf(...['Đăng ký', 'Dạy thêm', 'Ăn trưa'].map((procedureName, at) => aRedesignRow({ id: `${at}`, procedureName })));
    expect(sorted(rows, { column: 'procedure', descending: false }).map(({ procedureName }) => procedureName)).toEqual([
      'Ăn trưa',
      'Dạy thêm',
      'Đăng ký',
    ]);
  });
  test.each<[Column, string[]]>([
    ['unread', ['b', 'a']],
    ['open', ['b', 'a']],
    ['waited', ['b', 'a']],
    ['fields', ['a', 'b']],
  ])('by %s, from the greatest down, is %j', (column, expected) => {
    const rows = rowsOf(
      aRedesignRow({ id: 'a', state: 'accepted', tally: tally(30, 20) }),
      aRedesignRow({ id: 'b', unread: true, talk: talk(2, 3), tally: tally(20, 20) }),
    );
    expect(ids(sorted(rows, { column, descending: true }))).toEqual(expected);
  });
  test('is turned around by the other direction, whatever the column, where no two rows are equal', () => {
    const counts = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(counts, fc.constantFrom('fields', 'cut', 'missing', 'open'), (befores, column) => {
        const rows = rowsOf(
          ...befores.map((before, at) =>
            aRedesignRow({ id: `${at}`, tally: tally(before, 1), frozen: frozen(before, 1, true, before), talk: talk(before, before) }),
          ),
        );
        const down = ids(sorted(rows, { column: column as Column, descending: true }));
        expect(ids(sorted(rows, { column: column as Column, descending: false }))).toEqual(down.toReversed());
      }),
    );
  });
  test('pools several proposals over all that was asked, not over their percentages', () => {
    const rows = rowsOf(aRedesignRow({ frozen: frozen(10, 7) }), aRedesignRow({ id: 'b', frozen: frozen(14, 10) }));
    const { before, after } = pooled(rows);
    expect(cut(before, after)).toEqual({ numerator: 7, denominator: 24 });
  });
});

describe('filtering the review table', () => {
  const [row] = rowsOf(aRedesignRow({ talk: talk(1, 2), unread: true, frozen: frozen(24, 13) }));

  test.each<[Partial<ReviewFilter>, boolean]>([
    [{}, true],
    [{ query: 'ban sao' }, true],
    [{ query: '3.000465' }, true],
    [{ query: 'chat luong' }, true],
    [{ query: 'học bổng' }, false],
    [{ state: 'submitted' }, true],
    [{ state: 'accepted' }, false],
    [{ meets: 'dat' }, true],
    [{ meets: 'chua' }, false],
    [{ office: 'khac' }, false],
    [{ unread: true }, true],
    [{ open: true }, true],
    [{ waited: '3' }, false],
    [{ from: '45,83' }, true],
    [{ from: '45,834' }, false],
    [{ to: '45,83' }, false],
    [{ to: '45,84' }, true],
    [{ from: 'chưa rõ' }, true],
  ])('%j passes the row of 11/24 that has waited two days: %s', (filter, expected) => {
    expect(row !== undefined && passes(row, { ...NO_FILTER, ...filter })).toBe(expected);
  });
  test('a wait of three days or more is asked of those that wait', () => {
    const [waiting, accepted] = rowsOf(
      aRedesignRow({ submittedAt: '2026-01-07T01:00:00Z' }),
      aRedesignRow({ id: 'b', state: 'accepted', submittedAt: '2026-01-01T01:00:00Z' }),
    );
    expect(waiting && passes(waiting, { ...NO_FILTER, waited: '3' })).toBe(true);
    expect(accepted && passes(accepted, { ...NO_FILTER, waited: '3' })).toBe(false);
  });
});

describe('the view of a reviewer', () => {
  test('comes back from its address', () => {
    const address =
      '?tim=van+bang&trang-thai=submitted&phong=van-phong&chi-tieu=chua&cat-tu=5&cat-den=20%2C5&cho=7&chua-xem=1&gop-y=1&sap-xep=-cut';
    const view = new ReviewView(new URLSearchParams(address));
    expect(view.address).toBe(address);
    expect(view.sorting).toEqual({ column: 'cut', descending: true });
  });
  test('leaves out of the address what stands at its beginning, and knows no strange columns', () => {
    expect(new ReviewView(new URLSearchParams('sap-xep=constructor&trang-thai=x&cho=5')).address).toBe('');
  });
  test('turns the order around when the same column is chosen again', () => {
    const view = new ReviewView(new URLSearchParams());
    view.sortBy('cut');
    expect(view.sorting).toEqual({ column: 'cut', descending: true });
    view.sortBy('cut');
    expect(view.sorting).toEqual({ column: 'cut', descending: false });
  });
  test('counts each state under the other filters, whatever state is chosen', () => {
    const rows = rowsOf(
      aRedesignRow(),
      aRedesignRow({ id: 'b', state: 'returned' }),
      aRedesignRow({ id: 'c', state: 'returned', office: 'khac' }),
    );
    const view = new ReviewView(new URLSearchParams('phong=quan-ly-chat-luong&trang-thai=submitted'));
    expect([...view.counts(rows)]).toEqual([
      ['', 2],
      ['submitted', 1],
      ['returned', 1],
    ]);
  });
  test('knows its columns by the names in the address', () => {
    for (const column of COLUMNS) expect(new ReviewView(new URLSearchParams(`sap-xep=${column}`)).sorting.column).toBe(column);
  });
});
