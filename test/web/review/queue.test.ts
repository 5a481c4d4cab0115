import { beforeEach, describe, expect, test } from 'vitest';
import { placeInQueue, rememberQueue } from '#lib/review/queue.ts';

const items = ['a', 'b', 'c'].map((id) => ({ id, number: 1 }));

describe('the list from which a proposal was opened', () => {
  beforeEach(() => sessionStorage.clear());

  test('gives the next and the previous one in its order, and the way back with its filters', () => {
    rememberQueue(sessionStorage, { address: '/tham-dinh?trang-thai=submitted', items });
    expect(placeInQueue(sessionStorage, 'b')).toEqual({
      at: 2,
      of: 3,
      address: '/tham-dinh?trang-thai=submitted',
      previous: { id: 'a', number: 1 },
      next: { id: 'c', number: 1 },
    });
  });
  test('ends at its ends', () => {
    rememberQueue(sessionStorage, { address: '', items });
    expect(placeInQueue(sessionStorage, 'a')).not.toHaveProperty('previous');
    expect(placeInQueue(sessionStorage, 'c')).not.toHaveProperty('next');
  });
  test('is none for a proposal that was opened from elsewhere, or after something strange was kept', () => {
    expect(placeInQueue(sessionStorage, 'a')).toBeNull();
    sessionStorage.setItem('tinh-gon/queue', '{"items":');
    expect(placeInQueue(sessionStorage, 'a')).toBeNull();
  });
});
