import { describe, expect, test } from 'vitest';
import { daysLeft, isSoon } from '#lib/overview/days-left.ts';
import { countText, KINDS, whenText } from '#lib/overview/waiting-words.ts';

const TODAY = '2026-11-24';

describe('a deadline', () => {
  test.each([
    ['2026-11-10', 'quá hạn 14 ngày', 'bad'],
    ['2026-11-24', 'hạn hôm nay', 'bad'],
    ['2026-11-25', 'còn 1 ngày', 'warn'],
    ['2026-12-08', 'còn 14 ngày', 'warn'],
    ['2026-12-09', 'còn 15 ngày', ''],
  ])('on %s reads “%s”', (deadline, words, tone) => {
    expect(daysLeft(deadline, TODAY)).toEqual({ words, tone });
  });

  test('is at risk when it has passed or is at most thirty days away', () => {
    expect(['2026-01-01', '2026-12-24', '2026-12-25'].map((day) => isSoon(day, TODAY))).toEqual([true, true, false]);
  });
});

describe('what waits', () => {
  test('counts days in Vietnam: 18:00 UTC yesterday is today there', () => {
    expect(whenText('toReview', { id: 'b', name: 'Thủ tục', at: '2026-11-23T18:00:00Z' }, TODAY).words).toBe('hôm nay');
    expect(whenText('toReview', { id: 'b', name: 'Thủ tục', at: '2026-11-22T16:00:00Z' }, TODAY).words).toBe('2 ngày');
  });

  test('says how many comments are still open', () => {
    expect(whenText('returnedToMe', { id: 'b', name: 'Thủ tục', comments: 2 }, TODAY).words).toBe('2 góp ý còn mở');
  });

  test('does not claim to have counted what it has not', () => {
    expect(countText({ count: 7, items: [] })).toBe('7');
    expect(countText({ count: null, items: Array.from({ length: 8 }, (_, index) => ({ id: `x${index}`, name: 'x' })) })).toBe('hơn 8');
  });

  test('leads to the proposal, or to the redesign where none is frozen', () => {
    expect(KINDS.toReview.href({ id: 'b', name: 'x', proposal: 2 })).toBe('/phuong-an/b/2');
    expect(KINDS.toReview.href({ id: 'b', name: 'x' })).toBe('/tai-cau-truc/b');
    expect(KINDS.deadlines.href({ id: '1.2', name: 'x' })).toBe('/thu-tuc/1.2');
    expect(KINDS.toSign.href({ id: 's', name: 'x' })).toBe('/to-trinh/s');
  });
});
