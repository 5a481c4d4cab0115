import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';

/** The states of a redesign as they are shown (product.md §4). */
export const STATE_NAMES: Record<State, string> = {
  draft: 'Đang soạn',
  submitted: 'Chờ thẩm định',
  returned: 'Trả lại',
  accepted: 'Đã chấp nhận',
  bundled: 'Trong tờ trình',
  approved: 'Được phê duyệt',
  rejected: 'Không được phê duyệt',
  inEffect: 'Đã thực thi',
  discarded: 'Đã hủy bản soạn',
};

/** The same of a submission. */
export const SUBMISSION_STATE_NAMES: Record<SubmissionState, string> = {
  drafting: 'Đang soạn',
  offered: 'Chờ ký',
  signed: 'Đã ký duyệt',
  decided: 'Đã có quyết định',
  withdrawn: 'Đã hủy',
};
