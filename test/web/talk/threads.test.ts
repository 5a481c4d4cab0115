import { describe, expect, test } from 'vitest';
import { neighbour, openByElement, tallyOf, threads } from '#lib/talk/threads.ts';
import { aComment } from './a-talk.ts';

const ORDER = ['ho-ten', 'ngay-sinh', 'gioi-tinh'];
const closed = { resolved: { by: { subject: 'a', name: 'A (minh họa)' }, at: '2026-07-21T00:00:00.000Z' } };
const onWhole = aComment('chung');
const late = aComment('sau', { element: 'ngay-sinh', at: '2026-07-20T03:00:00.000Z' });
const early = aComment('trước', { element: 'ngay-sinh', at: '2026-07-20T02:00:00.000Z' });
const last = aComment('cuối', { element: 'gioi-tinh', ...closed });
const gone = aComment('mục đã bỏ', { element: 'khong-con' });
const ALL = [late, gone, last, early, onWhole];
const texts = (wanted: 'open' | 'resolved' | 'all') => threads(ALL, wanted, ORDER).map(({ text }) => text);

describe('the comments of a redesign', () => {
  test('stand in the order of the sheet: the whole first, the oldest of a place first, what is gone last', () => {
    expect(texts('all')).toEqual(['chung', 'trước', 'sau', 'cuối', 'mục đã bỏ']);
  });
  test('can be narrowed to the open and to the closed ones', () => {
    expect(texts('open')).toEqual(['chung', 'trước', 'sau', 'mục đã bỏ']);
    expect(texts('resolved')).toEqual(['cuối']);
    expect(tallyOf(ALL)).toEqual({ open: 4, resolved: 1, all: 5 });
  });
  test('are counted where they are open', () => {
    expect([...openByElement(ALL)].toSorted()).toEqual([
      ['', 1],
      ['khong-con', 1],
      ['ngay-sinh', 2],
    ]);
  });
  test('can be walked through on the sheet, round the end', () => {
    const more = [...ALL, aComment('đầu', { element: 'ho-ten' })];
    expect(neighbour(more, ORDER, null, 1)).toBe('ho-ten');
    expect(neighbour(more, ORDER, 'ho-ten', 1)).toBe('ngay-sinh');
    expect(neighbour(more, ORDER, 'gioi-tinh', 1)).toBe('ho-ten');
    expect(neighbour(more, ORDER, 'ho-ten', -1)).toBe('ngay-sinh');
    expect(neighbour([last], ORDER, null, 1)).toBeNull();
  });
});
