// What can stand in a line of the history, as the journal and its files name it.
import type { Action, SubmissionAction, WorkspaceAction } from './transitions.ts';

/** Beside the actions of the table of permissions: what a guest does with a link, the first sign-in, and the proof of the totals. */
type Recorded = Action | SubmissionAction | WorkspaceAction | 'openShared' | 'signIn' | 'recount';

/** What was done, in groups, each in the order of the work. */
export const ACTION_GROUPS: readonly { name: string; actions: Readonly<Partial<Record<Recorded, string>>> }[] = [
  {
    name: 'Bản tái cấu trúc, phương án',
    actions: {
      open: 'Mở bản tái cấu trúc',
      read: 'Xem bản tái cấu trúc',
      edit: 'Sửa bản tái cấu trúc',
      submit: 'Trình phương án',
      discard: 'Hủy bản soạn',
      restore: 'Khôi phục bản soạn',
      rewind: 'Đưa bản soạn về thời điểm trước',
      carryOver: 'Chuyển đề xuất sang phiên bản mới',
      comment: 'Góp ý',
      reply: 'Trả lời góp ý',
      resolve: 'Khép hoặc mở lại góp ý',
      accept: 'Chấp nhận phương án',
      return: 'Trả lại phương án',
      bundle: 'Đưa vào tờ trình',
      unbundle: 'Rút khỏi tờ trình',
      approve: 'Ghi được phê duyệt',
      reject: 'Ghi không được phê duyệt',
      takeEffect: 'Đưa vào thực thi',
      followRecommendation: 'Theo dõi kiến nghị',
      enterResult: 'Nhập kết quả thực tế',
      export: 'Xuất tệp',
      readHistory: 'Xem lịch sử',
    },
  },
  {
    name: 'Tờ trình, quyết định',
    actions: {
      compose: 'Lập tờ trình',
      readSubmission: 'Xem tờ trình',
      arrange: 'Sửa tờ trình',
      offer: 'Trình lãnh đạo ký',
      sendBack: 'Đưa tờ trình về soạn lại',
      signOff: 'Ký duyệt tờ trình',
      reopen: 'Rút chữ ký',
      withdraw: 'Hủy tờ trình',
      share: 'Tạo hoặc thu hồi liên kết cho khách',
      openShared: 'Khách mở hồ sơ',
      recordDecision: 'Ghi quyết định',
      exportSubmission: 'Xuất hồ sơ trình',
    },
  },
  {
    name: 'Kế hoạch, báo cáo',
    actions: {
      readOverview: 'Xem tổng quan',
      readPlan: 'Xem kế hoạch',
      editPlan: 'Lập và sửa kế hoạch',
      enterFigure: 'Nhập số liệu theo kỳ',
      readReport: 'Xem báo cáo',
      exportReport: 'Xuất báo cáo',
      recount: 'Đối chiếu số liệu tổng hợp',
    },
  },
  {
    name: 'Quản trị',
    actions: {
      signIn: 'Đăng nhập lần đầu',
      enter: 'Vào hệ thống',
      readPeople: 'Xem danh sách người dùng',
      managePeople: 'Quản lý người dùng',
      readSettings: 'Xem danh mục dùng chung',
      changeSettings: 'Sửa danh mục và tham số',
      readJournal: 'Xem nhật ký',
      exportJournal: 'Xuất nhật ký',
    },
  },
];

/** Every action by its name. */
export const ACTION_NAMES = Object.assign({}, ...ACTION_GROUPS.map(({ actions }) => actions)) as Readonly<Record<Recorded, string>>;
