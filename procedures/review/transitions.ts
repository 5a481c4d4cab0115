// The one table of state × action × role (product.md §1, §4). The API, the buttons and the reasons that a disabled button gives all come
// from here. What is not in it is not allowed.
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { hindranceOfRedesign, hindranceOfSubmission } from './hindrances.ts';
import type { Person, Role } from './person.ts';

/** `office`: a specialist of the office in charge; `either`: that, or Văn phòng Sở. `anyone`: everyone with a seat in the workspace. */
type Who = 'office' | 'either' | 'anyone' | readonly Role[];
type Row<Place extends string> = {
  who: Who;
  /** The action in a sentence: "chỉ … được {verb}". */
  verb: string;
  /** From which state to which; `none` = nothing there yet; `all` = from every state to itself. */
  moves: Partial<Record<Place | 'none', Place>> | 'all';
};

const REVIEWER = ['reviewer'] as const;
const OFFICE_HEADS = ['reviewer', 'admin'] as const;

const REDESIGN = {
  open: { who: 'office', verb: 'mở bản tái cấu trúc', moves: { none: 'draft' } },
  read: { who: 'anyone', verb: 'xem', moves: 'all' },
  edit: { who: 'office', verb: 'sửa', moves: { draft: 'draft', returned: 'draft' } },
  submit: { who: 'office', verb: 'trình', moves: { draft: 'submitted', returned: 'submitted' } },
  discard: { who: 'office', verb: 'hủy bản soạn', moves: { draft: 'discarded', returned: 'discarded' } },
  restore: { who: 'office', verb: 'khôi phục', moves: { discarded: 'draft' } },
  rewind: { who: 'office', verb: 'đưa bản soạn về một thời điểm trước', moves: { draft: 'draft', returned: 'draft' } },
  carryOver: { who: 'office', verb: 'chuyển đề xuất sang phiên bản mới', moves: { draft: 'draft', returned: 'draft' } },
  comment: { who: REVIEWER, verb: 'góp ý', moves: stays('draft', 'submitted', 'returned', 'accepted') },
  reply: { who: 'either', verb: 'trả lời góp ý', moves: stays('draft', 'submitted', 'returned', 'accepted') },
  resolve: { who: REVIEWER, verb: 'khép hoặc mở lại góp ý', moves: stays('draft', 'submitted', 'returned', 'accepted') },
  accept: { who: REVIEWER, verb: 'chấp nhận phương án', moves: { submitted: 'accepted' } },
  return: { who: REVIEWER, verb: 'trả lại phương án', moves: { submitted: 'returned', accepted: 'returned' } },
  bundle: { who: REVIEWER, verb: 'đưa phương án vào tờ trình', moves: { accepted: 'bundled' } },
  unbundle: { who: REVIEWER, verb: 'rút phương án khỏi tờ trình', moves: { bundled: 'accepted' } },
  approve: { who: REVIEWER, verb: 'ghi kết quả phê duyệt', moves: { bundled: 'approved' } },
  reject: { who: REVIEWER, verb: 'ghi kết quả không phê duyệt', moves: { bundled: 'rejected' } },
  takeEffect: { who: REVIEWER, verb: 'đưa phương án vào thực thi', moves: { approved: 'inEffect' } },
  followRecommendation: { who: REVIEWER, verb: 'theo dõi kiến nghị', moves: stays('approved', 'inEffect') },
  enterResult: { who: REVIEWER, verb: 'nhập kết quả thực tế', moves: stays('inEffect') },
  export: { who: 'anyone', verb: 'xuất tệp', moves: 'all' },
  readHistory: { who: 'anyone', verb: 'xem lịch sử', moves: 'all' },
} satisfies Record<string, Row<State>>;

const SUBMISSION = {
  compose: { who: REVIEWER, verb: 'lập tờ trình', moves: { none: 'drafting' } },
  readSubmission: { who: 'anyone', verb: 'xem tờ trình', moves: 'all' },
  arrange: { who: REVIEWER, verb: 'sửa tờ trình', moves: { drafting: 'drafting' } },
  offer: { who: REVIEWER, verb: 'trình lãnh đạo ký', moves: { drafting: 'offered' } },
  sendBack: { who: ['leader', 'reviewer'], verb: 'đưa tờ trình về soạn lại', moves: { offered: 'drafting' } },
  signOff: { who: ['leader'], verb: 'ký duyệt tờ trình', moves: { offered: 'signed' } },
  reopen: { who: ['leader'], verb: 'rút chữ ký để sửa lại', moves: { signed: 'drafting' } },
  withdraw: { who: REVIEWER, verb: 'hủy tờ trình', moves: { drafting: 'withdrawn' } },
  share: { who: REVIEWER, verb: 'tạo hoặc thu hồi liên kết cho khách', moves: staysAt('signed', 'decided') },
  recordDecision: { who: REVIEWER, verb: 'ghi quyết định', moves: { signed: 'decided', decided: 'decided' } },
  exportSubmission: { who: ['reviewer', 'leader', 'admin'], verb: 'xuất hồ sơ trình', moves: 'all' },
} satisfies Record<string, Row<SubmissionState>>;

const WORKSPACE = {
  /** Whatever everybody with a seat may: asked for where nothing more particular is. */
  enter: { who: 'anyone', verb: 'vào nơi làm việc' },
  readOverview: { who: 'anyone', verb: 'xem tổng quan' },
  readPlan: { who: 'anyone', verb: 'xem kế hoạch' },
  editPlan: { who: OFFICE_HEADS, verb: 'lập và sửa kế hoạch' },
  enterFigure: { who: OFFICE_HEADS, verb: 'nhập số liệu theo kỳ' },
  readReport: { who: ['reviewer', 'leader', 'admin'], verb: 'xem báo cáo' },
  exportReport: { who: ['reviewer', 'leader', 'admin'], verb: 'xuất báo cáo' },
  readPeople: { who: ['admin'], verb: 'xem danh sách người dùng' },
  managePeople: { who: ['admin'], verb: 'quản lý người dùng' },
  readSettings: { who: 'anyone', verb: 'xem danh mục dùng chung' },
  changeSettings: { who: ['admin'], verb: 'sửa danh mục và tham số' },
  readJournal: { who: OFFICE_HEADS, verb: 'xem nhật ký' },
  exportJournal: { who: OFFICE_HEADS, verb: 'xuất nhật ký' },
} satisfies Record<string, { who: Who; verb: string }>;

export type Action = keyof typeof REDESIGN;
export type SubmissionAction = keyof typeof SUBMISSION;
export type WorkspaceAction = keyof typeof WORKSPACE;

/** Every action of the history: those above, and the opening of a dossier by a guest. */
export const ACTIONS = Object.keys(REDESIGN) as Action[];
export const SUBMISSION_ACTIONS = Object.keys(SUBMISSION) as SubmissionAction[];
export const WORKSPACE_ACTIONS = Object.keys(WORKSPACE) as WorkspaceAction[];

/** What is acted upon. `state` is absent where no redesign is open yet; `officeName` makes the reasons readable; `writers` are subjects. */
export type ReviewSubject = { state?: State; office: string; officeName?: string; writers?: readonly string[] };
type Refused = { allowed: false; because: string };
export type Permission<Place = State> = { allowed: true; next: Place } | Refused;

/** Whether the person may do this to a redesign now; the next state if so, else a Vietnamese sentence that a disabled button can show. */
export function may(person: Person, action: Action, subject: ReviewSubject): Permission {
  const row: Row<State> = REDESIGN[action];
  const because = gone(person) ?? outsider(person, row, subject) ?? ownWork(person, action, subject);
  if (because !== undefined) return { allowed: false, because };
  const next = row.moves === 'all' ? subject.state : row.moves[subject.state ?? 'none'];
  return next === undefined ? { allowed: false, because: hindranceOfRedesign(action, subject.state) } : { allowed: true, next };
}

/** The same for a submission (tờ trình); `state` is absent for one that is not there yet. */
export function mayWithSubmission(person: Person, action: SubmissionAction, state?: SubmissionState): Permission<SubmissionState> {
  const row: Row<SubmissionState> = SUBMISSION[action];
  const because = gone(person) ?? outsider(person, row);
  if (because !== undefined) return { allowed: false, because };
  const next = row.moves === 'all' ? state : row.moves[state ?? 'none'];
  return next === undefined ? { allowed: false, because: hindranceOfSubmission(state) } : { allowed: true, next };
}

/** The same for what has no states: plan, figures, reports, people, settings, the history of everything. */
export function mayInWorkspace(person: Person, action: WorkspaceAction): { allowed: true } | Refused {
  const because = gone(person) ?? outsider(person, WORKSPACE[action]);
  return because === undefined ? { allowed: true } : { allowed: false, because };
}

function stays(...states: State[]): Partial<Record<State, State>> {
  return Object.fromEntries(states.map((state) => [state, state]));
}

function staysAt(...states: SubmissionState[]): Partial<Record<SubmissionState, SubmissionState>> {
  return Object.fromEntries(states.map((state) => [state, state]));
}

function gone({ leftAt }: Person): string | undefined {
  return leftAt === undefined ? undefined : 'Tài khoản này đã ngừng sử dụng.';
}

/** "Nobody accepts a proposal that they wrote" (product.md §1). */
function ownWork(person: Person, action: Action, { writers = [] }: ReviewSubject): string | undefined {
  if (action !== 'accept' || !writers.includes(person.subject)) return undefined;
  return 'Không ai được chấp nhận phương án do chính mình soạn. Cần một người thẩm định khác.';
}

const ROLE_WORDS: Record<Role, string> = { specialist: 'chuyên viên', reviewer: 'Văn phòng Sở', leader: 'lãnh đạo Sở', admin: 'quản trị' };

function outsider(person: Person, row: { who: Who; verb: string }, subject?: ReviewSubject): string | undefined {
  if (row.who === 'anyone') return undefined;
  if (row.who === 'either' && person.role === 'reviewer') return undefined;
  if (row.who !== 'office' && row.who !== 'either') {
    return row.who.includes(person.role) ? undefined : `Chỉ ${row.who.map((role) => ROLE_WORDS[role]).join(', ')} được ${row.verb}.`;
  }
  const office = subject?.officeName === undefined ? 'phòng chủ trì' : `phòng chủ trì (${subject.officeName})`;
  if (person.office !== subject?.office) return `Chỉ ${office} được ${row.verb}.`;
  if (person.role !== 'specialist') return `Chỉ chuyên viên của ${office} được ${row.verb}.`;
  return undefined;
}
