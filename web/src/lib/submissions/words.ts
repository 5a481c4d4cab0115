// How a submission is spoken of on the screen.
import type { Submission, SubmissionState } from '#procedures/proposal/submission.ts';

/** The states of a submission as they are shown. */
export const SUBMISSION_STATE_NAMES: Record<SubmissionState, string> = {
  drafting: 'Đang soạn',
  offered: 'Chờ ký',
  signed: 'Đã ký duyệt',
  decided: 'Đã có quyết định',
  withdrawn: 'Đã hủy',
};

/** By what the annex is grouped. */
export const GROUPING_NAMES: Record<Submission['grouping'], string> = {
  none: 'Không chia nhóm',
  kind: 'Theo loại (thủ tục hành chính, nội bộ)',
  area: 'Theo lĩnh vực',
  office: 'Theo phòng',
};

/** The papers of a submission that can be seen as pages. */
export const PAPERS = [
  { value: 'letter', label: 'Tờ trình' },
  { value: 'decision', label: 'Dự thảo quyết định' },
  { value: 'annex', label: 'Phụ lục' },
] as const;
