// The one table of state × action × role. The API, the buttons and the reasons that a disabled button gives all come from here.
import type { State } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES } from './states.ts';
import type { Person } from './person.ts';

export const ACTIONS = ['open', 'read', 'edit', 'submit', 'discard', 'restore', 'export', 'readHistory'] as const;
export type Action = (typeof ACTIONS)[number];

/** What is acted upon. `state` is absent where no redesign is open yet; `officeName` makes the reasons readable. */
export type ReviewSubject = { state?: State; office: string; officeName?: string };
export type Permission = { allowed: true; next: State } | { allowed: false; because: string };

type Row = {
  /** `office`: a specialist of the office in charge. `signedIn`: everyone with a seat in the workspace. */
  who: 'office' | 'signedIn';
  /** The action in a sentence: "chỉ … được {verb}". */
  verb: string;
  /** From which state to which; `none` = no redesign open; `all` = from every state to itself. */
  moves: Partial<Record<State | 'none', State>> | 'all';
};

const TABLE: Record<Action, Row> = {
  open: { who: 'office', verb: 'mở bản tái cấu trúc', moves: { none: 'draft' } },
  read: { who: 'signedIn', verb: 'xem', moves: 'all' },
  edit: { who: 'office', verb: 'sửa', moves: { draft: 'draft', returned: 'draft' } },
  submit: { who: 'office', verb: 'trình', moves: { draft: 'submitted', returned: 'submitted' } },
  discard: { who: 'office', verb: 'hủy bản soạn', moves: { draft: 'discarded', returned: 'discarded' } },
  restore: { who: 'office', verb: 'khôi phục', moves: { discarded: 'draft' } },
  export: { who: 'signedIn', verb: 'xuất tệp', moves: 'all' },
  readHistory: { who: 'signedIn', verb: 'xem lịch sử', moves: 'all' },
};

/** Why the state stands in the way, for the actions of the office. */
const HINDRANCES: Record<State, string> = {
  draft: 'Bản tái cấu trúc đang được soạn.',
  submitted: 'Phương án đã trình, muốn sửa phải được trả lại.',
  returned: 'Phương án đang bị trả lại để sửa.',
  accepted: 'Phương án đã được chấp nhận, không sửa được nữa.',
  bundled: 'Phương án đã nằm trong tờ trình, không sửa được nữa.',
  approved: 'Phương án đã được phê duyệt, không sửa được nữa.',
  rejected: 'Phương án không được phê duyệt và đã khép lại.',
  inEffect: 'Phương án đã thực thi, không sửa được nữa.',
  discarded: 'Bản soạn đã hủy, muốn dùng lại phải khôi phục trước.',
};

/** Whether the person may do this now; the next state if so, else a Vietnamese sentence that a disabled button can show. */
export function may(person: Person, action: Action, subject: ReviewSubject): Permission {
  const row = TABLE[action];
  const because = row.who === 'office' ? outsider(person, row, subject) : undefined;
  if (because !== undefined) return { allowed: false, because };
  const next = row.moves === 'all' ? subject.state : row.moves[subject.state ?? 'none'];
  return next === undefined ? { allowed: false, because: hindrance(action, subject.state) } : { allowed: true, next };
}

function outsider(person: Person, row: Row, subject: ReviewSubject): string | undefined {
  const office = subject.officeName === undefined ? 'phòng chủ trì' : `phòng chủ trì (${subject.officeName})`;
  if (person.office !== subject.office) return `Chỉ ${office} được ${row.verb}.`;
  if (person.role !== 'specialist') return `Chỉ chuyên viên của ${office} được ${row.verb}.`;
  return undefined;
}

function hindrance(action: Action, state: State | undefined): string {
  if (state === undefined) return 'Thủ tục này chưa có bản tái cấu trúc.';
  if (action === 'open') return `Thủ tục này đã có bản tái cấu trúc (${STATE_NAMES[state].toLowerCase()}).`;
  if (action === 'restore') return 'Chỉ khôi phục được bản soạn đã hủy.';
  return HINDRANCES[state];
}
