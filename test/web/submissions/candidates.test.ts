import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CandidateFilter, candidates, inBatches } from '#lib/submissions/bundle/candidates.ts';
import { placeTyped } from '#lib/submissions/bundle/place.ts';
import { aRedesignRow } from '../rows.ts';

const ALL: CandidateFilter = { query: '', office: '', kind: '', meets: '' };
const frozen = { number: 1, hash: 'a', at: '2026-01-08T01:41:00Z', by: 'Ai đó (minh họa)', before: 24, after: 13, meets: true, missing: 0 };
const accepted = (id: string, more = {}) => aRedesignRow({ id, state: 'accepted', frozen, ...more });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('what can go into a submission', () => {
  test('is what was accepted, by name, and nothing else', () => {
    const rows = [
      accepted('b', { procedureName: 'Đăng ký' }),
      accepted('a', { procedureName: 'Dạy thêm' }),
      aRedesignRow({ id: 'c', frozen }),
    ];
    expect(ids(candidates(rows, ALL))).toEqual(['a', 'b']);
  });
  test('is narrowed by words without accents, office, kind and target', () => {
    const rows = [
      accepted('a', { procedureName: 'Phúc khảo bài thi', office: 'x' }),
      accepted('b', { internal: true, frozen: { ...frozen, meets: false } }),
    ];
    const narrowed = (filter: Partial<CandidateFilter>) => ids(candidates(rows, { ...ALL, ...filter }));
    expect(narrowed({ query: 'phuc khao' })).toEqual(['a']);
    expect(narrowed({ office: 'x' })).toEqual(['a']);
    expect(narrowed({ kind: 'internal' })).toEqual(['b']);
    expect(narrowed({ meets: 'chua' })).toEqual(['b']);
  });
});

test('hundreds go in batches that leave none out and are never too large', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 100 }), (items, size) => {
      const batches = inBatches(items, size);
      expect(batches.flat()).toEqual(items);
      for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(size);
    }),
  );
});

test('a place is typed as people count, beyond the end is the last', () => {
  expect(['1', '12', '419', '5000', '0', '-3', 'x', '', '1,5'].map((text) => placeTyped(text, 419))).toEqual([
    0,
    11,
    418,
    418,
    null,
    null,
    null,
    null,
    null,
  ]);
});
