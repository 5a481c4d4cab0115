import { expect, test } from 'vitest';
import { Ground } from '#procedures/redesign/ground.ts';
import { GROUNDS, groundsInForce } from '#procedures/redesign/grounds.ts';

test('every ground is valid, named once and has a source', () => {
  expect(GROUNDS.map((ground) => Ground.parse(ground))).toEqual(GROUNDS);
  expect(new Set(GROUNDS.map((ground) => ground.id)).size).toBe(GROUNDS.length);
  expect(GROUNDS.filter((ground) => !/^https?:\/\/\S+( ; https?:\/\/\S+)*$/u.test(ground.source))).toEqual([]);
});

test('all grounds of the domain reference are there, and the grounds of the review circular', () => {
  const keys = GROUNDS.map((ground) => ground.key);
  expect(keys).toEqual(
    expect.arrayContaining([
      'NQ66.7-Đ2.1',
      'NQ66.7-Đ2.2 / Đ8',
      'NĐ45-Đ4',
      'TT04-2025',
      'NĐ278',
      'NĐ194',
      'CT733',
      'NQ89',
      'NQ116',
      'NĐ63-2024',
      'PDPL',
      'CĐ201',
    ]),
  );
  const review = GROUNDS.filter((ground) => ground.citation.includes('Thông tư số 02/2017/TT-VPCP'));
  expect(review.map((ground) => ground.id)).toEqual([
    'necessity',
    'reasonable',
    'duplicate',
    'earlier-result',
    'own-issue',
    'legality',
    'within-power',
  ]);
});

test('a ground is offered from the day on which it takes effect', () => {
  const offered = (day: string) => groundsInForce(GROUNDS, day).some((ground) => ground.id === 'nq66.7-d2.1');
  expect(offered('2025-12-31')).toBe(false);
  expect(offered('2026-01-01')).toBe(true);
});

test('a ground without a date is always offered', () => {
  expect(groundsInForce(GROUNDS, '2000-01-01').map((ground) => ground.id)).toContain('nd45-d4');
});
