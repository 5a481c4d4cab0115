// The matrices below are written by hand from product.md §1 and §4 and from the issue on review, submission and decision, not from the
// table that they check.
import { describe, expect, test } from 'vitest';
import { SUBMISSION_STATES, type SubmissionState } from '#procedures/proposal/submission.ts';
import { type State, STATES } from '#procedures/redesign/redesign.ts';
import { type Person, type Role, ROLES } from '#procedures/review/person.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import {
  type Action,
  ACTIONS,
  may,
  mayInWorkspace,
  mayWithSubmission,
  SUBMISSION_ACTIONS,
  type SubmissionAction,
  WORKSPACE_ACTIONS,
  type WorkspaceAction,
} from '#procedures/review/transitions.ts';

const subject = { office: 'quan-ly-chat-luong', officeName: 'Phòng Quản lý chất lượng' };
const OTHER_OFFICE = 'van-phong';
const person = (role: Role, office = subject.office, more: Partial<Person> = {}): Person => ({
  subject: 'p1',
  name: 'Người thử (minh họa)',
  role,
  office,
  officeName: 'Phòng',
  ...more,
});

/** The cells of a row: a dot is a refusal, `=` stays in the state of its column, anything else is the next state. */
function cells(row: string, columns: readonly (string | undefined)[]): (string | null)[] {
  return row
    .trim()
    .split(/\s+/u)
    .map((cell, index) => (cell === '.' ? null : cell === '=' ? (columns[index] ?? null) : cell));
}

const REDESIGN_COLUMNS = [undefined, ...STATES];
const NEVER = '.     .          .         .          .        .       .        .        .        .';
const ALWAYS = '.     =          =         =          =        =       =        =        =        =';
const WHILE_TALKED_ABOUT = '.     =          =         =          =        .       .        .        .        .';

/** What everyone with a seat may do; the rest of the actions is refused to whoever is not named for them. */
const READER: Record<Action, string> = {
  //            none  draft      submitted returned   accepted bundled approved rejected inEffect discarded
  open: NEVER,
  read: ALWAYS,
  edit: NEVER,
  submit: NEVER,
  discard: NEVER,
  restore: NEVER,
  rewind: NEVER,
  carryOver: NEVER,
  comment: NEVER,
  reply: NEVER,
  resolve: NEVER,
  accept: NEVER,
  return: NEVER,
  bundle: NEVER,
  unbundle: NEVER,
  approve: NEVER,
  reject: NEVER,
  takeEffect: NEVER,
  followRecommendation: NEVER,
  enterResult: NEVER,
  export: ALWAYS,
  readHistory: ALWAYS,
};

const OWN_SPECIALIST: Record<Action, string> = {
  ...READER,
  //          none  draft      submitted returned   accepted bundled approved rejected inEffect discarded
  open: '     draft .          .         .          .        .       .        .        .        .',
  edit: '     .     =          .         draft      .        .       .        .        .        .',
  submit: '   .     submitted  .         submitted  .        .       .        .        .        .',
  discard: '  .     discarded  .         discarded  .        .       .        .        .        .',
  restore: '  .     .          .         .          .        .       .        .        .        draft',
  rewind: '   .     =          .         draft      .        .       .        .        .        .',
  carryOver: '.     =          .         draft      .        .       .        .        .        .',
  reply: WHILE_TALKED_ABOUT,
};

const REVIEWER: Record<Action, string> = {
  ...READER,
  //                     none  draft      submitted returned   accepted bundled  approved rejected inEffect discarded
  comment: WHILE_TALKED_ABOUT,
  reply: WHILE_TALKED_ABOUT,
  resolve: WHILE_TALKED_ABOUT,
  accept: '              .     .          accepted  .          .        .        .        .        .        .',
  return: '              .     .          returned  .          returned .        .        .        .        .',
  bundle: '              .     .          .         .          bundled  .        .        .        .        .',
  unbundle: '            .     .          .         .          .        accepted .        .        .        .',
  approve: '             .     .          .         .          .        approved .        .        .        .',
  reject: '              .     .          .         .          .        rejected .        .        .        .',
  takeEffect: '          .     .          .         .          .        .        inEffect .        .        .',
  followRecommendation: '.     .          .         .          .        .        =        .        =        .',
  enterResult: '         .     .          .         .          .        .        .        .        =        .',
};

type Somebody = { name: string; who: Person; matrix: Record<Action, string> };
const EVERYBODY: Somebody[] = [
  { name: 'a specialist of the office in charge', who: person('specialist'), matrix: OWN_SPECIALIST },
  { name: 'a specialist of another office', who: person('specialist', OTHER_OFFICE), matrix: READER },
  { name: 'a reviewer', who: person('reviewer', OTHER_OFFICE), matrix: REVIEWER },
  { name: 'a reviewer of the office in charge', who: person('reviewer'), matrix: REVIEWER },
  ...(['leader', 'admin'] as const).flatMap((role) => [
    { name: `a ${role}`, who: person(role, OTHER_OFFICE), matrix: READER },
    { name: `a ${role} of the office in charge`, who: person(role), matrix: READER },
  ]),
];

describe('who may do what with a redesign in which state', () => {
  const answer = (who: Person, action: Action, state?: State) => {
    const permission = may(who, action, state === undefined ? subject : { ...subject, state });
    return permission.allowed ? permission.next : null;
  };

  test.each(EVERYBODY.flatMap((somebody) => ACTIONS.map((action) => ({ ...somebody, action }))))('$name: $action', (given) => {
    expect(REDESIGN_COLUMNS.map((state) => answer(given.who, given.action, state))).toEqual(
      cells(given.matrix[given.action], REDESIGN_COLUMNS),
    );
  });

  test('nobody accepts what they wrote, whoever else wrote in it', () => {
    const submitted = { ...subject, state: 'submitted' as const };
    const own = may(person('reviewer', OTHER_OFFICE), 'accept', { ...submitted, writers: ['p0', 'p1'] });
    expect(own).toEqual({
      allowed: false,
      because: 'Không ai được chấp nhận phương án do chính mình soạn. Cần một người thẩm định khác.',
    });
    expect(may(person('reviewer', OTHER_OFFICE), 'accept', { ...submitted, writers: ['p0'] })).toEqual({
      allowed: true,
      next: 'accepted',
    });
    expect(may(person('reviewer', OTHER_OFFICE), 'return', { ...submitted, writers: ['p1'] }).allowed).toBe(true);
  });
});

const SUBMISSION_COLUMNS = [undefined, ...SUBMISSION_STATES];
const NOWHERE = '.    .         .        .       .       .';
const EVERYWHERE = '.    =         =        =       =       =';

const SUBMISSION_READER: Record<SubmissionAction, string> = {
  compose: NOWHERE,
  readSubmission: EVERYWHERE,
  arrange: NOWHERE,
  offer: NOWHERE,
  sendBack: NOWHERE,
  signOff: NOWHERE,
  reopen: NOWHERE,
  withdraw: NOWHERE,
  share: NOWHERE,
  recordDecision: NOWHERE,
  exportSubmission: NOWHERE,
};
const SUBMISSION_MATRICES: Record<Role, Record<SubmissionAction, string>> = {
  specialist: SUBMISSION_READER,
  reviewer: {
    ...SUBMISSION_READER,
    //               none     drafting  offered  signed  decided withdrawn
    compose: '       drafting .         .        .       .       .',
    arrange: '       .        =         .        .       .       .',
    offer: '         .        offered   .        .       .       .',
    sendBack: '      .        .         drafting .       .       .',
    withdraw: '      .        withdrawn .        .       .       .',
    share: '         .        .         .        =       =       .',
    recordDecision: '.        .         .        decided =       .',
    exportSubmission: EVERYWHERE,
  },
  leader: {
    ...SUBMISSION_READER,
    //         none drafting  offered  signed   decided withdrawn
    sendBack: '.    .         drafting .        .       .',
    signOff: ' .    .         signed   .        .       .',
    reopen: '  .    .         .        drafting .       .',
    exportSubmission: EVERYWHERE,
  },
  admin: { ...SUBMISSION_READER, exportSubmission: EVERYWHERE },
};

describe('who may do what with a submission in which state', () => {
  test.each(ROLES.flatMap((role) => SUBMISSION_ACTIONS.map((action) => ({ role, action }))))('a $role: $action', ({ role, action }) => {
    const answer = (state?: SubmissionState) => {
      const permission = mayWithSubmission(person(role, OTHER_OFFICE), action, state);
      return permission.allowed ? permission.next : null;
    };
    expect(SUBMISSION_COLUMNS.map(answer)).toEqual(cells(SUBMISSION_MATRICES[role][action], SUBMISSION_COLUMNS));
  });

  test('only the leader signs off: not even whoever composed it', () => {
    expect(ROLES.filter((role) => mayWithSubmission(person(role), 'signOff', 'offered').allowed)).toEqual(['leader']);
  });
});

/** Roles in the order specialist, reviewer, leader, admin. */
const WORKSPACE_MATRIX: Record<WorkspaceAction, string> = {
  //               specialist reviewer leader admin
  enter: '         yes        yes      yes    yes',
  readOverview: '  yes        yes      yes    yes',
  readPlan: '      yes        yes      yes    yes',
  editPlan: '      .          yes      .      yes',
  enterFigure: '   .          yes      .      yes',
  readReport: '    .          yes      yes    yes',
  exportReport: '  .          yes      yes    yes',
  readPeople: '    .          .        .      yes',
  managePeople: '  .          .        .      yes',
  readSettings: '  yes        yes      yes    yes',
  changeSettings: '.          .        .      yes',
  readJournal: '   .          yes      .      yes',
  exportJournal: ' .          yes      .      yes',
};

describe('who may do what in the workspace', () => {
  test.each(WORKSPACE_ACTIONS)('%s', (action) => {
    const answers = ROLES.map((role) => (mayInWorkspace(person(role), action).allowed ? 'yes' : null));
    expect(answers).toEqual(cells(WORKSPACE_MATRIX[action], ROLES));
  });
});

test('a person who left may do nothing at all', () => {
  const gone = ROLES.map((role) => person(role, subject.office, { leftAt: '2026-03-01T01:00:00Z' }));
  const refused = { allowed: false, because: 'Tài khoản này đã ngừng sử dụng.' };
  const answers = gone.flatMap((who) => [
    ...ACTIONS.flatMap((action) => REDESIGN_COLUMNS.map((state) => may(who, action, { ...subject, state }))),
    ...SUBMISSION_ACTIONS.flatMap((action) => SUBMISSION_COLUMNS.map((state) => mayWithSubmission(who, action, state))),
    ...WORKSPACE_ACTIONS.map((action) => mayInWorkspace(who, action)),
  ]);
  expect(answers).toEqual(answers.map(() => refused));
});

describe('a refusal says why, so that a disabled button can show it', () => {
  const because = (who: Person, action: Action, state?: State) => {
    const permission = may(who, action, state === undefined ? { office: subject.office } : { ...subject, state });
    return permission.allowed ? '' : permission.because;
  };

  test.each<[string, Person, Action, State | undefined, string]>([
    ['another office', person('specialist', OTHER_OFFICE), 'edit', 'draft', 'Chỉ phòng chủ trì (Phòng Quản lý chất lượng) được sửa.'],
    ['another role', person('reviewer'), 'submit', 'draft', 'Chỉ chuyên viên của phòng chủ trì (Phòng Quản lý chất lượng) được trình.'],
    ['an unknown office name', person('leader', OTHER_OFFICE), 'open', undefined, 'Chỉ phòng chủ trì được mở bản tái cấu trúc.'],
    ['submitted', person('specialist'), 'edit', 'submitted', 'Phương án đã trình, muốn sửa phải được trả lại.'],
    ['in a submission', person('specialist'), 'edit', 'bundled', 'Phương án đã nằm trong tờ trình, không sửa được nữa.'],
    ['discarded', person('specialist'), 'submit', 'discarded', 'Bản soạn đã hủy, muốn dùng lại phải khôi phục trước.'],
    ['already open', person('specialist'), 'open', 'draft', 'Thủ tục này đã có bản tái cấu trúc (đang soạn).'],
    ['not discarded', person('specialist'), 'restore', 'draft', 'Chỉ khôi phục được bản soạn đã hủy.'],
    ['nothing there', person('admin'), 'read', undefined, 'Thủ tục này chưa có bản tái cấu trúc.'],
    ['a specialist accepting', person('specialist'), 'accept', 'submitted', 'Chỉ Văn phòng Sở được chấp nhận phương án.'],
    ['not waiting', person('reviewer'), 'accept', 'draft', 'Chỉ chấp nhận được phương án đang chờ thẩm định (hiện: đang soạn).'],
  ])('%s', (_title, who, action, state, reason) => {
    expect(because(who, action, state)).toBe(reason);
  });

  test.each<[string, Role, SubmissionAction, SubmissionState | undefined, string]>([
    ['a reviewer signing', 'reviewer', 'signOff', 'offered', 'Chỉ lãnh đạo Sở được ký duyệt tờ trình.'],
    ['signing a draft', 'leader', 'signOff', 'drafting', 'Tờ trình đang soạn, chưa được ký duyệt.'],
    ['editing what is signed', 'reviewer', 'arrange', 'signed', 'Tờ trình đã được ký duyệt; muốn sửa lãnh đạo phải rút chữ ký.'],
    ['one that is not there', 'reviewer', 'offer', undefined, 'Tờ trình này chưa được lập.'],
  ])('%s', (_title, role, action, state, reason) => {
    expect(mayWithSubmission(person(role), action, state)).toEqual({ allowed: false, because: reason });
  });

  test('who may instead is named', () => {
    expect(mayInWorkspace(person('leader'), 'editPlan')).toEqual({
      allowed: false,
      because: 'Chỉ Văn phòng Sở, quản trị được lập và sửa kế hoạch.',
    });
  });

  test('in every state and for everyone it is a Vietnamese sentence', () => {
    const people = EVERYBODY.map(({ who }) => who);
    const answers = people.flatMap((who) => [
      ...ACTIONS.flatMap((action) => REDESIGN_COLUMNS.map((state) => may(who, action, { ...subject, state, writers: ['p1'] }))),
      ...SUBMISSION_ACTIONS.flatMap((action) => SUBMISSION_COLUMNS.map((state) => mayWithSubmission(who, action, state))),
      ...WORKSPACE_ACTIONS.map((action) => mayInWorkspace(who, action)),
    ]);
    const reasons = answers.flatMap((permission) => (permission.allowed ? [] : [permission.because]));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => !/^\p{Lu}.+[^.]\.$/u.test(reason) || /undefined|[{}]/u.test(reason))).toEqual([]);
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
