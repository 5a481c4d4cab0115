import { expect, test } from 'vitest';
import { linkState } from '#procedures/proposal/link-state.ts';

const link = {
  id: 'l-1',
  submission: 'tt-1',
  signing: 2,
  label: 'Cơ quan kiểm soát TTHC (minh họa)',
  createdBy: 'Người lập (minh họa)',
  createdAt: '2026-09-05T00:00:00Z',
  expiresAt: '2026-09-12T00:00:00Z',
};

test('a link opens the signing that it was made for, until its last moment', () => {
  expect(linkState(link, { number: 2 }, '2026-09-11T23:59:59Z')).toBe('open');
  expect(linkState(link, { number: 2 }, '2026-09-12T00:00:00Z')).toBe('expired');
  expect(linkState(link, { number: 3 }, '2026-09-06T00:00:00Z')).toBe('reopened');
  expect(linkState(link, undefined, '2026-09-06T00:00:00Z')).toBe('reopened');
  const withdrawn = { ...link, withdrawn: { by: 'Người lập (minh họa)', at: '2026-09-06T00:00:00Z' } };
  expect(linkState(withdrawn, { number: 2 }, '2026-09-07T00:00:00Z')).toBe('withdrawn');
});
