import { describe, expect, test } from 'vitest';
import { isUnread } from '#procedures/review/unread.ts';

const me = { subject: 'toi', name: 'Người tôi (minh họa)', office: 'phong-toi' };
const row = { office: 'phong-toi', updatedAt: '2026-03-02T08:00:00.000Z', updatedBy: 'Người khác (minh họa)', changedBy: 'khac' };
const EARLIER = '2026-03-01T08:00:00.000Z';
const LATER = '2026-03-03T08:00:00.000Z';

describe('a redesign is unread', () => {
  test('when somebody else has changed it since the last visit', () => {
    expect(isUnread(row, null, EARLIER, me)).toBe(true);
    expect(isUnread(row, null, LATER, me)).toBe(false);
    expect(isUnread({ ...row, changedBy: 'toi' }, null, EARLIER, me)).toBe(false);
  });

  test('when somebody else has said something since then, whoever changed it last', () => {
    const mine = { ...row, changedBy: 'toi' };
    expect(isUnread(mine, { open: 1, total: 1, lastAt: LATER, lastBy: 'khac' }, EARLIER, me)).toBe(true);
    expect(isUnread(mine, { open: 1, total: 1, lastAt: LATER, lastBy: 'toi' }, EARLIER, me)).toBe(false);
    expect(isUnread(mine, { open: 0, total: 1, lastAt: EARLIER, lastBy: 'khac' }, EARLIER, me)).toBe(false);
  });

  test('to whoever was never there: always in the own office, elsewhere once it was submitted', () => {
    expect(isUnread(row, null, null, me)).toBe(true);
    const elsewhere = { ...row, office: 'phong-khac' };
    expect(isUnread(elsewhere, null, null, me)).toBe(false);
    expect(isUnread({ ...elsewhere, submittedAt: EARLIER }, null, null, me)).toBe(true);
    expect(isUnread({ ...elsewhere, submittedAt: EARLIER, changedBy: 'toi' }, null, null, me)).toBe(false);
  });

  test('by the name of who changed it where the row is older than the subject', () => {
    const { changedBy: _, ...old } = row;
    expect(isUnread(old, null, EARLIER, me)).toBe(true);
    expect(isUnread({ ...old, updatedBy: me.name }, null, EARLIER, me)).toBe(false);
  });
});
