// Why a state stands in the way of an action, in sentences that a disabled button can show.
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES } from './states.ts';

/** For the actions of the office. */
const OF_THE_OFFICE: Record<State, string> = {
  draft: 'Bản tái cấu trúc đang được soạn.',
  submitted: 'Phương án đã trình, muốn sửa phải được trả lại.',
  returned: 'Phương án đang bị trả lại để sửa.',
  accepted: 'Phương án đã được chấp nhận, muốn sửa phải được trả lại.',
  bundled: 'Phương án đã nằm trong tờ trình, không sửa được nữa.',
  approved: 'Phương án đã được phê duyệt, không sửa được nữa.',
  rejected: 'Phương án không được phê duyệt và đã khép lại.',
  inEffect: 'Phương án đã thực thi, không sửa được nữa.',
  discarded: 'Bản soạn đã hủy, muốn dùng lại phải khôi phục trước.',
};

/** For the actions of Văn phòng Sở that wait for one state: what has to be there first. */
const AWAITED: Readonly<Record<string, string>> = {
  accept: 'Chỉ chấp nhận được phương án đang chờ thẩm định',
  return: 'Chỉ trả lại được phương án đang chờ thẩm định hoặc đã chấp nhận mà chưa vào tờ trình',
  bundle: 'Chỉ đưa vào tờ trình được phương án đã chấp nhận',
  unbundle: 'Chỉ rút được phương án đang nằm trong tờ trình',
  approve: 'Chỉ ghi kết quả cho phương án đang nằm trong tờ trình',
  reject: 'Chỉ ghi kết quả cho phương án đang nằm trong tờ trình',
  takeEffect: 'Chỉ đưa vào thực thi được phương án đã được phê duyệt',
  followRecommendation: 'Chỉ theo dõi kiến nghị của phương án đã được phê duyệt',
  enterResult: 'Chỉ nhập kết quả thực tế sau khi phương án đã thực thi',
  comment: 'Chỉ góp ý khi phương án chưa vào tờ trình',
  reply: 'Chỉ trả lời góp ý khi phương án chưa vào tờ trình',
  resolve: 'Chỉ khép góp ý khi phương án chưa vào tờ trình',
};

const OF_SUBMISSIONS: Record<SubmissionState, string> = {
  drafting: 'Tờ trình đang soạn, chưa được ký duyệt.',
  offered: 'Tờ trình đang chờ lãnh đạo ký; muốn sửa phải đưa về soạn lại.',
  signed: 'Tờ trình đã được ký duyệt; muốn sửa lãnh đạo phải rút chữ ký.',
  decided: 'Tờ trình đã có quyết định.',
  withdrawn: 'Tờ trình đã bị hủy.',
};

/** The sentence for an action of the table of transitions that this state of a redesign does not allow. */
export function hindranceOfRedesign(action: string, state: State | undefined): string {
  if (state === undefined) return 'Thủ tục này chưa có bản tái cấu trúc.';
  const now = STATE_NAMES[state].toLowerCase();
  if (action === 'open') return `Thủ tục này đã có bản tái cấu trúc (${now}).`;
  if (action === 'restore') return 'Chỉ khôi phục được bản soạn đã hủy.';
  const awaited = AWAITED[action];
  return awaited === undefined ? OF_THE_OFFICE[state] : `${awaited} (hiện: ${now}).`;
}

/** The sentence for an action that this state of a submission does not allow. */
export function hindranceOfSubmission(state: SubmissionState | undefined): string {
  return state === undefined ? 'Tờ trình này chưa được lập.' : OF_SUBMISSIONS[state];
}
