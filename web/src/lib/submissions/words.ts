// How a submission is spoken of on the screen.
import type { Submission } from '#procedures/proposal/submission.ts';

/** By what the annex is grouped. */
export const GROUPING_NAMES: Record<Submission['grouping'], string> = {
  none: 'Không chia nhóm',
  kind: 'Theo loại (công khai, nội bộ)',
  area: 'Theo lĩnh vực',
  office: 'Theo phòng',
};

/** The papers of a submission that can be seen as pages. */
export const PAPERS = [
  { value: 'letter', label: 'Tờ trình' },
  { value: 'decision', label: 'Dự thảo quyết định' },
  { value: 'annex', label: 'Phụ lục' },
] as const;
