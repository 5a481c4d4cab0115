// The matrix below is written by hand from product.md §1 and §4, not from the table that it checks.
import { describe, expect, test } from 'vitest';
import { type State, STATES } from '#procedures/redesign/redesign.ts';
import { type Person, type Role, ROLES } from '#procedures/review/person.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import { type Action, ACTIONS, may } from '#procedures/review/transitions.ts';

const subject = { office: 'quan-ly-chat-luong', officeName: 'Phòng Quản lý chất lượng' };
const person = (role: Role, office = subject.office): Person => ({
  subject: 'p1',
  name: 'Người thử (minh họa)',
  role,
  office,
  officeName: 'Phòng',
});
const answer = (who: Person, action: Action, state?: State) => {
  const permission = may(who, action, state === undefined ? subject : { ...subject, state });
  return permission.allowed ? permission.next : null;
};

/** Columns: none open, then the states in order. A dot is a refusal, `=` stays in its state. */
const OWN_SPECIALIST: Record<Action, string> = {
  //            none  draft      submitted returned   accepted bundled approved rejected inEffect discarded
  open: '       draft .          .         .          .        .       .        .        .        .',
  read: '       .     =          =         =          =        =       =        =        =        =',
  edit: '       .     =          .         draft      .        .       .        .        .        .',
  submit: '     .     submitted  .         submitted  .        .       .        .        .        .',
  discard: '    .     discarded  .         discarded  .        .       .        .        .        .',
  restore: '    .     .          .         .          .        .       .        .        .        draft',
  export: '     .     =          =         =          =        =       =        =        =        =',
  readHistory: '.     =          =         =          =        =       =        =        =        =',
};
const ANYONE_ELSE: Record<Action, string> = {
  open: '       .     .          .         .          .        .       .        .        .        .',
  read: '       .     =          =         =          =        =       =        =        =        =',
  edit: '       .     .          .         .          .        .       .        .        .        .',
  submit: '     .     .          .         .          .        .       .        .        .        .',
  discard: '    .     .          .         .          .        .       .        .        .        .',
  restore: '    .     .          .         .          .        .       .        .        .        .',
  export: '     .     =          =         =          =        =       =        =        =        =',
  readHistory: '.     =          =         =          =        =       =        =        =        =',
};

function expected(row: string): (string | null)[] {
  const columns: (State | null)[] = [null, ...STATES];
  return row
    .trim()
    .split(/\s+/u)
    .map((cell, index) => (cell === '.' ? null : cell === '=' ? (columns[index] ?? null) : cell));
}

describe('who may do what in which state', () => {
  const columns = [undefined, ...STATES];

  test.each(ACTIONS)('a specialist of the office in charge: %s', (action) => {
    expect(columns.map((state) => answer(person('specialist'), action, state))).toEqual(expected(OWN_SPECIALIST[action]));
  });

  const others = [
    person('specialist', 'van-phong'),
    ...(['reviewer', 'leader', 'admin'] as const).flatMap((role) => [person(role), person(role, 'van-phong')]),
  ];
  test.each(others.flatMap((who) => ACTIONS.map((action) => ({ role: who.role, office: who.office, who, action }))))(
    'a $role of $office: $action',
    ({ who, action }) => {
      expect(columns.map((state) => answer(who, action, state))).toEqual(expected(ANYONE_ELSE[action]));
    },
  );
});

describe('a refusal says why, so that a disabled button can show it', () => {
  const because = (who: Person, action: Action, state?: State) => {
    const permission = may(who, action, state === undefined ? { office: subject.office } : { ...subject, state });
    return permission.allowed ? '' : permission.because;
  };

  test.each<[string, Person, Action, State | undefined, string]>([
    ['another office', person('specialist', 'van-phong'), 'edit', 'draft', 'Chỉ phòng chủ trì (Phòng Quản lý chất lượng) được sửa.'],
    ['another role', person('reviewer'), 'submit', 'draft', 'Chỉ chuyên viên của phòng chủ trì (Phòng Quản lý chất lượng) được trình.'],
    ['an unknown office name', person('leader', 'van-phong'), 'open', undefined, 'Chỉ phòng chủ trì được mở bản tái cấu trúc.'],
    ['submitted', person('specialist'), 'edit', 'submitted', 'Phương án đã trình, muốn sửa phải được trả lại.'],
    ['discarded', person('specialist'), 'submit', 'discarded', 'Bản soạn đã hủy, muốn dùng lại phải khôi phục trước.'],
    ['already open', person('specialist'), 'open', 'draft', 'Thủ tục này đã có bản tái cấu trúc (đang soạn).'],
    ['not discarded', person('specialist'), 'restore', 'draft', 'Chỉ khôi phục được bản soạn đã hủy.'],
    ['nothing there', person('admin'), 'read', undefined, 'Thủ tục này chưa có bản tái cấu trúc.'],
  ])('%s', (_title, who, action, state, reason) => {
    expect(because(who, action, state)).toBe(reason);
  });

  test('in every state and for everyone', () => {
    const answers = ROLES.flatMap((role) =>
      ACTIONS.flatMap((action) => STATES.map((state) => may(person(role), action, { ...subject, state }))),
    );
    const reasons = answers.flatMap((permission) => (permission.allowed ? [] : [permission.because]));
    expect(reasons.filter((reason) => !/^\p{Lu}.+\.$/u.test(reason))).toEqual([]);
  });
});

test('every state has its Vietnamese name', () => {
  expect(STATES.map((state) => STATE_NAMES[state])).toEqual([
    'Đang soạn',
    'Chờ thẩm định',
    'Trả lại',
    'Đã chấp nhận',
    'Trong tờ trình',
    'Được phê duyệt',
    'Không được phê duyệt',
    'Đã thực thi',
    'Đã hủy bản soạn',
  ]);
});
