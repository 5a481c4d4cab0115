import { describe, expect, test } from 'vitest';
import { passes, type ReviewFilter, reviewRows, sorted } from '#lib/review/review-rows.ts';
import { ReviewView } from '#lib/review/review-view.svelte.ts';
import { aRedesignRow } from '../rows.ts';

const NOW = Date.parse('2026-01-10T02:00:00Z');
const OFFICES = new Map([['quan-ly-chat-luong', 'Phòng Quản lý chất lượng (minh họa)']]);
const tally = (before: number, after: number) => ({ before, after, added: 0, treatments: {} });
const rowsOf = (...rows: ReturnType<typeof aRedesignRow>[]) => reviewRows(rows, OFFICES, 2000, NOW);
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('the review table', () => {
  test('holds what was submitted at least once', () => {
    expect(ids(rowsOf(aRedesignRow({ id: 'a' }), aRedesignRow({ id: 'b', state: 'draft', proposals: 0 })))).toEqual(['a']);
  });
  test('says exactly who meets 20%: 19,96% prints as 19,96% and does not', () => {
    const [close, met] = rowsOf(aRedesignRow({ tally: tally(2500, 2001) }), aRedesignRow({ id: 'b', tally: tally(15, 12) }));
    expect(close).toMatchObject({ meets: false, missing: 1 });
    expect(met).toMatchObject({ meets: true, missing: 0 });
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
});

describe('filtering the review table', () => {
  const ALL: ReviewFilter = { query: '', state: '', office: '', meets: '' };
  const [row] = rowsOf(aRedesignRow());

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
  ])('%j passes the row: %s', (filter, expected) => {
    expect(row !== undefined && passes(row, { ...ALL, ...filter })).toBe(expected);
  });
});

describe('the view of a reviewer', () => {
  test('comes back from its address', () => {
    const view = new ReviewView(new URLSearchParams('tim=van+bang&trang-thai=submitted&chi-tieu=chua&sap-xep=-cut'));
    expect(view.address).toBe('?tim=van+bang&trang-thai=submitted&chi-tieu=chua&sap-xep=-cut');
    expect(view.sorting).toEqual({ column: 'cut', descending: true });
  });
  test('leaves out of the address what stands at its beginning, and knows no strange columns', () => {
    expect(new ReviewView(new URLSearchParams('sap-xep=constructor&trang-thai=x')).address).toBe('');
  });
  test('turns the order around when the same column is chosen again', () => {
    const view = new ReviewView(new URLSearchParams());
    view.sortBy('cut');
    expect(view.sorting).toEqual({ column: 'cut', descending: true });
    view.sortBy('cut');
    expect(view.sorting).toEqual({ column: 'cut', descending: false });
  });
});
