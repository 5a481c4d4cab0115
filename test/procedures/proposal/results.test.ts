import { expect, test } from 'vitest';
import { expectedOf, resultIssue } from '#procedures/proposal/results.ts';
import { aRedesign } from '../../support/redesign.ts';

const source = 'Hệ thống thông tin giải quyết TTHC (minh họa)';

test('what was expected is what took effect, not what was only recommended', () => {
  const standing = { before: 60, after: 40, meets: true, missing: 0 };
  const decided = { submission: 'tt-1', decision: '1/QĐ', date: '2026-09-20', outcome: 'approved', standing } as const;
  const effect = { from: '2026-10-01', revision: 2, at: '2026-10-01T02:00:00Z', standing: { ...standing, after: 45 } };
  expect(expectedOf({ ...aRedesign(), decided, effect }, 300)).toEqual({ dossiersPerYear: 300, fieldsBefore: 60, fieldsAfter: 45 });
  expect(expectedOf({ ...aRedesign(), decided }, null)).toEqual({ dossiersPerYear: null, fieldsBefore: 60, fieldsAfter: 40 });
});

test.each<[string, string | null]>([
  ['2026-Q3', 'period'],
  ['2026-Q4', null],
  ['2026', null],
  ['2026-H1', 'period'],
  ['2027-Q1', null],
  ['2027-Q2', 'period'],
])('results of %s can be entered while the form is in use and the period has begun', (period, place) => {
  expect(resultIssue({ dossiers: 1, source }, period, '2026-10-01', '2027-01-15')?.path ?? null).toBe(place);
});

test('a result says how many dossiers or how many fields', () => {
  expect(resultIssue({ source }, '2026-Q4', '2026-10-01', '2027-01-15')?.path).toBe('dossiers');
  expect(resultIssue({ fieldsAsked: 0, source }, '2026-Q4', '2026-10-01', '2027-01-15')).toBeNull();
});
