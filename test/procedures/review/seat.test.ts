import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officesAt } from '#procedures/plan/offices-at.ts';
import { ACTION_GROUPS, ACTION_NAMES } from '#procedures/review/action-names.ts';
import { journalWords } from '#procedures/review/journal-words.ts';
import type { Person } from '#procedures/review/person.ts';
import { comingBack, entered, leaving, reseated, seatHindrance, seatWords } from '#procedures/review/seat.ts';
import { ACTIONS, SUBMISSION_ACTIONS, WORKSPACE_ACTIONS } from '#procedures/review/transitions.ts';
import { emailKey } from '#procedures/text/email.ts';

const BY = { name: 'Người quản trị (minh họa)', at: '2026-11-24T01:00:00.000Z' };
const SEAT = { name: 'Lê Thị Mới (minh họa)', email: 'moi@example.vn', role: 'specialist', office: 'p1', officeName: 'Phòng Một' } as const;
const person = (more: Partial<Person> = {}): Person => ({ ...entered('p', SEAT, BY), ...more });

describe('a seat', () => {
  test('counts its changes from the first on, and says by whom and when', () => {
    const first = person();
    expect(first).toEqual({ subject: 'p', ...SEAT, version: 1, updatedBy: BY.name, updatedAt: BY.at });
    expect(reseated(first, { ...SEAT, role: 'leader' }, BY)).toMatchObject({ version: 2, role: 'leader' });
    const left = leaving(first, BY);
    expect(left).toMatchObject({ version: 2, leftAt: BY.at });
    expect(comingBack(left, BY)).toEqual({ ...first, version: 3 });
  });

  test('stays bound to an account only as long as its address stays, in whatever letters', () => {
    const bound = person({ identity: 'tai-khoan' });
    expect(reseated(bound, { ...SEAT, email: 'MOI@Example.vn' }, BY)).toMatchObject({ identity: 'tai-khoan', email: 'MOI@Example.vn' });
    expect(reseated(bound, { ...SEAT, email: 'khac@example.vn' }, BY)).not.toHaveProperty('identity');
  });

  test('reads as one phrase', () => {
    expect(seatWords(SEAT)).toBe('Lê Thị Mới (minh họa) (moi@example.vn), chuyên viên, Phòng Một');
    expect(seatWords({ ...SEAT, email: undefined, role: 'reviewer' })).toBe('Lê Thị Mới (minh họa), thẩm định, tổng hợp, Phòng Một');
  });
});

describe('an administrator', () => {
  const admin = person({ subject: 'a', role: 'admin' });

  test('does anything with others, and everything with themselves but leave or give the right away', () => {
    const other = person({ subject: 'b', role: 'admin' });
    expect(seatHindrance(admin, other, leaving(other, BY))).toBeUndefined();
    expect(seatHindrance(admin, other, { ...other, role: 'leader' })).toBeUndefined();
    expect(seatHindrance(admin, admin, { ...admin, name: 'Tên mới', office: 'p2' })).toBeUndefined();
    expect(seatHindrance(admin, admin, leaving(admin, BY))).toMatch(/phải luôn còn người quản trị/);
    expect(seatHindrance(admin, admin, { ...admin, role: 'reviewer' })).toMatch(/phải luôn còn người quản trị/);
  });

  test('is always left over: whatever each in turn may do, somebody who may administer stays', () => {
    const act = fc.record({ by: fc.nat(3), to: fc.nat(3), what: fc.constantFrom('leave', 'back', 'admin', 'leader') });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const people = Array.from({ length: 4 }, (_, index) => person({ subject: `${index}`, role: index < 2 ? 'admin' : 'specialist' }));
        for (const { by, to, what } of acts) {
          const [actor, target] = [people[by], people[to]];
          if (!actor || !target || actor.role !== 'admin' || actor.leftAt !== undefined) continue;
          const next =
            what === 'leave'
              ? leaving(target, BY)
              : what === 'back'
                ? comingBack(target, BY)
                : { ...target, role: what as 'admin' | 'leader' };
          if (seatHindrance(actor, target, next) === undefined) people[to] = next;
        }
        expect(people.some(({ role, leftAt }) => role === 'admin' && leftAt === undefined)).toBe(true);
      }),
    );
  });
});

test('one address is one address however it is written', () => {
  expect(emailKey(' Trần.Ánh@Example.VN ')).toBe(emailKey('trần.ánh@example.vn'.normalize('NFD')));
  expect(emailKey('a@example.vn')).not.toBe(emailKey('á@example.vn'));
});

test('an office is there from its first day to its last', () => {
  const offices = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B', from: '2026-07-01' },
    { id: 'c', name: 'C', until: '2026-06-30' },
  ];
  const on = (day: string) => officesAt({ offices }, day).map(({ id }) => id);
  expect(on('2026-06-30')).toEqual(['a', 'c']);
  expect(on('2026-07-01')).toEqual(['a', 'b']);
});

describe('the journal', () => {
  test('has a name for whatever can be done, each once', () => {
    const known = Object.keys(ACTION_NAMES);
    expect(known.toSorted()).toEqual(
      [...new Set([...ACTIONS, ...SUBMISSION_ACTIONS, ...WORKSPACE_ACTIONS, 'openShared', 'signIn', 'recount'])].toSorted(),
    );
    expect(ACTION_GROUPS.flatMap(({ actions }) => Object.keys(actions))).toHaveLength(known.length);
    expect(Object.values(ACTION_NAMES).filter((name) => !/^\p{Lu}/u.test(name))).toEqual([]);
  });

  test('tells the particulars in one phrase', () => {
    expect(journalWords({})).toBe('');
    expect(journalWords({ edits: 3, states: { from: 'returned', to: 'draft' } })).toBe('3 thay đổi; Trả lại → Đang soạn');
    expect(journalWords({ about: 'Dự thảo', proposal: 2, format: 'docx' })).toBe('Dự thảo; phương án số 2; Word');
    expect(journalWords({ submissionStates: { to: 'drafting' } })).toBe('Đang soạn');
  });
});
