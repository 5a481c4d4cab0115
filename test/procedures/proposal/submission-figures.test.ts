import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf } from '#procedures/proposal/submission-figures.ts';
import { anEntry } from '../../support/submission.ts';

test('a submission sums what was frozen, and counts public and internal procedures apart', () => {
  const entries = [
    anEntry({ standing: { before: 36, after: 28, meets: true, missing: 0 }, decides: 4, recommends: 4 }),
    anEntry({ internal: true, standing: { before: 9, after: 8, meets: false, missing: 1 }, decides: 1, recommends: 0 }),
  ];
  expect(figuresOf(entries)).toEqual({ entries: 2, internal: 1, before: 45, after: 36, meets: 1, decides: 5, recommends: 4 });
});

test('an empty submission has figures of 0', () => {
  expect(Object.values(figuresOf([])).every((figure) => figure === 0)).toBe(true);
});

test('parts of a submission add up to the whole, however it is divided', () => {
  const anyEntry = fc
    .record({ internal: fc.boolean(), before: fc.nat(500), meets: fc.boolean(), decides: fc.nat(50), recommends: fc.nat(50) })
    .map(({ before, meets, ...more }) => anEntry({ ...more, standing: { before, after: before >> 1, meets, missing: 0 } }));
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 12 }), fc.nat(12), (entries, at) => {
      const [head, tail] = [figuresOf(entries.slice(0, at)), figuresOf(entries.slice(at))];
      const keys = Object.keys(head) as (keyof typeof head)[];
      expect(Object.fromEntries(keys.map((key) => [key, head[key] + tail[key]]))).toEqual(figuresOf(entries));
    }),
  );
});
