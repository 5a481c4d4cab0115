// What the free parts of a letter are called, and what stands on paper where its author leaves them empty.
import type { Part } from './letter-text.ts';

export type Box = { part: Exclude<Part, 'grouping' | 'verb'>; label: string; hint: string; lines: number };

const EACH_LINE = 'Mỗi dòng một đoạn.';

/** The boxes of the tờ trình, in the order of the paper. */
export const LETTER_BOXES: readonly Box[] = [
  { part: 'title', label: 'Tên tờ trình trong hệ thống', hint: 'Không in trên giấy.', lines: 1 },
  { part: 'subject', label: 'Trích yếu', hint: 'Để trống: tự viết theo số thủ tục và lĩnh vực.', lines: 2 },
  { part: 'recipient', label: 'Kính gửi', hint: 'Để trống: theo cơ quan quyết định của kế hoạch.', lines: 1 },
  { part: 'bases', label: 'Căn cứ', hint: 'Mỗi dòng một căn cứ; dấu chấm phẩy tự thêm. Hệ thống không tự chèn căn cứ nào.', lines: 4 },
  { part: 'necessity', label: 'Sự cần thiết', hint: `${EACH_LINE} Để trống: không có mục này.`, lines: 4 },
  { part: 'process', label: 'Quá trình rà soát', hint: `${EACH_LINE} Để trống: không có mục này.`, lines: 4 },
  { part: 'content', label: 'Nội dung phương án, phần thêm', hint: `${EACH_LINE} Đứng sau bảng tổng hợp do hệ thống tính.`, lines: 4 },
  { part: 'request', label: 'Kiến nghị', hint: `${EACH_LINE} Để trống: đề nghị xem xét, quyết định theo dự thảo.`, lines: 3 },
  {
    part: 'attachments',
    label: 'Hồ sơ kèm theo',
    hint: 'Mỗi dòng một tài liệu. Để trống: dự thảo quyết định, phụ lục, bảng so sánh.',
    lines: 3,
  },
  { part: 'receivers', label: 'Nơi nhận', hint: 'Mỗi dòng một nơi.', lines: 3 },
];

/** The boxes of the draft decision. */
export const DECISION_BOXES: readonly Box[] = [
  {
    part: 'decisionBases',
    label: 'Căn cứ của quyết định',
    hint: 'Mỗi dòng một căn cứ. “Theo đề nghị của …” tự đứng cuối nếu chưa viết.',
    lines: 4,
  },
  {
    part: 'decisionDuties',
    label: 'Điều 2, tổ chức thực hiện',
    hint: `${EACH_LINE} Để trống: tự viết theo thẩm quyền của các nội dung.`,
    lines: 4,
  },
  { part: 'decisionReceivers', label: 'Nơi nhận của quyết định', hint: 'Mỗi dòng một nơi.', lines: 3 },
];

/** What a part is called where it is spoken of. */
export const PART_NAMES: Record<Part, string> = {
  grouping: 'Chia nhóm',
  verb: 'Động từ của quyết định',
  ...(Object.fromEntries([...LETTER_BOXES, ...DECISION_BOXES].map(({ part, label }) => [part, label])) as Record<Box['part'], string>),
};
