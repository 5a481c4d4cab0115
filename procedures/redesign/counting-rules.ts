// The counting rules by version. No legal text defines what is counted (domain.md §4.2), so the convention itself is printed with every result.
import type { CountingRule } from './counting-rule.ts';

/** Agrees with the hand counts of the 22 official education forms and of the other sectors' forms that the project was given. */
const V1: CountingRule = {
  id: 'v1',
  name: 'Quy tắc đếm thông tin phải khai báo, phiên bản 1',
  sentences: [
    'Mỗi thông tin mà người nộp phải cung cấp trên mẫu đơn, tờ khai đang có hiệu lực được tính là một.',
    'Nhóm lặp lại (bảng có nhiều dòng) tính mỗi cột một lần, không phụ thuộc số dòng.',
    'Thông tin ghép (địa chỉ đầy đủ, họ và tên, ngày tháng năm) tính là một.',
    'Thông tin chỉ phải khai trong một số trường hợp vẫn được tính.',
    'Không tính: chữ ký, ảnh, phần do cơ quan hoặc người khác ghi, nơi gửi (kính gửi), chữ in sẵn, dẫn chiếu văn bản, lời cam đoan, dòng địa danh và ngày tháng.',
    'Sau khi tái cấu trúc, thông tin được giữ, chuyển thành tùy chọn hoặc điền sẵn để người dân xác nhận vẫn được tính.',
    'Thông tin mới thêm được tính.',
  ],
  excludedKinds: ['photo', 'recipient', 'placeDate', 'signature', 'consent', 'printed', 'legalReference'],
  countedFillers: ['applicant'],
  prefillCounts: true,
};

/** Every rule that a plan may name, oldest first. */
export const COUNTING_RULES: readonly CountingRule[] = [V1];

/** The rule of that id, or undefined where there is none. */
export function countingRule(id: string): CountingRule | undefined {
  return COUNTING_RULES.find((rule) => rule.id === id);
}
