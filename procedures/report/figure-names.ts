// What the figures of a report are called where a template does not say otherwise.
import type { FigureKey, FigureParts, Group, Kind, Measured } from './figure-key.ts';
import { partsOf } from './figure-key.ts';
import type { TargetColumn } from './template.ts';

const GROUPS: Record<Group, string> = {
  scope: 'TTHC trong kế hoạch',
  waiting: 'TTHC chưa trình phương án',
  overdue: 'TTHC quá hạn chưa trình',
  rejected: 'TTHC không được phê duyệt phương án',
  'proposed.within': 'Phương án trình trong kỳ',
  'accepted.within': 'Phương án được chấp nhận trong kỳ',
  'approved.within': 'Phương án được phê duyệt trong kỳ',
  'inEffect.within': 'Phương án thực thi trong kỳ',
  'proposed.byEnd': 'TTHC đã có phương án trình',
  'accepted.byEnd': 'TTHC đã có phương án được chấp nhận',
  'approved.byEnd': 'TTHC đã có phương án được phê duyệt',
  'inEffect.byEnd': 'TTHC đã thực thi phương án',
};
const MEASURED: Record<Measured, string> = {
  count: '',
  before: 'mục phải khai trước',
  after: 'mục phải khai sau',
  cut: 'mục cắt giảm',
  pooled: 'tỷ lệ cắt giảm gộp',
  meeting: 'số đạt chỉ tiêu',
  meetingShare: 'tỷ lệ đạt chỉ tiêu',
  share: 'tỷ lệ trên TTHC trong kế hoạch',
};
const KINDS: Record<Kind, string> = { internal: 'nội bộ', public: 'công khai' };

const TARGETS: Record<TargetColumn, string> = {
  threshold: 'Mức phải đạt',
  value: 'Kết quả',
  met: 'Đánh giá',
  meeting: 'Thủ tục tự đạt',
  quoted: 'Số liệu được dẫn',
  source: 'Nguồn',
};

/** `TTHC đã có phương án được phê duyệt: tỷ lệ cắt giảm gộp (nội bộ)`. */
export function figureName(key: FigureKey): string {
  const { group, measured, kind }: FigureParts = partsOf(key);
  const what = MEASURED[measured] === '' ? GROUPS[group] : `${GROUPS[group]}: ${MEASURED[measured]}`;
  return kind === undefined ? what : `${what} (${KINDS[kind]})`;
}

/** `Đánh giá`. */
export const targetColumnName = (column: TargetColumn): string => TARGETS[column];
