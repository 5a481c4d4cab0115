import type { Missing } from '#procedures/redesign/completeness.ts';

/** What a mark still lacks, as the warning chip says it. */
export const GAP_WORDS: Record<Missing, string> = {
  ground: 'thiếu căn cứ',
  reason: 'thiếu lý do',
  authority: 'thiếu thẩm quyền',
  amends: 'thiếu điều khoản',
  timetable: 'thiếu lộ trình',
  dataItem: 'thiếu nguồn',
  fallback: 'thiếu dự phòng',
  connection: 'chưa ghi rõ kết nối',
  into: 'thiếu mục nhận gộp',
  values: 'thiếu nội dung mới',
};

/** One chip for several gaps: the first by name, the others as a number. */
export function gapChip(missing: readonly Missing[]): string {
  const [first, ...others] = missing;
  if (first === undefined) return '';
  return others.length === 0 ? GAP_WORDS[first] : `${GAP_WORDS[first]} +${others.length}`;
}
