// The two proposals that go the whole way, from two offices; every reason in them is made up and says so.
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { COPY_OF_DEGREE } from './acts.ts';
import { removed, WHY } from './review-acts.ts';

/** 36 declared fields; `askedFor` is the field that the reviewer asks to cut as well. */
export const COPY = {
  id: COPY_OF_DEGREE,
  name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
  askedFor: 'Ngày cấp giấy tờ tùy thân của chủ văn bằng',
};
/** 14 declared fields. */
export const CHANGE = { id: '2.002854', name: 'Chuyển trường và tiếp nhận học sinh' };

/** One mark short of the target: 7 of 36. All are within the power of the province. */
export const SHORT_OF_TARGET = [
  'gioi-tinh-nguoi-nop',
  'ngay-cap-giay-to-nguoi-nop',
  'noi-cap-giay-to-nguoi-nop',
  'ten-to-chuc',
  'gioi-tinh-chu-van-bang',
  'noi-cap-giay-to-chu-van-bang',
  'thong-tin-khac',
].map(removed);

/** What a ministry would have to amend. */
export const CLAUSE = 'Mẫu đơn kèm theo Thông tư minh họa (minh họa)';
const recommended = (element: string): Edit => ({
  kind: 'mark',
  element,
  mark: { treatment: 'remove', ...WHY, authority: 'recommend', amends: CLAUSE, timetable: '2026 - 2027' },
});
/** Two of the four are the province's own, two are a ministry's. */
export const OF_BOTH_POWERS = [
  removed('email-nguoi-lam-don'),
  removed('ket-qua-cuoi-nam'),
  recommended('truong-cua-hoc-sinh'),
  recommended('ngay-sinh-hoc-sinh'),
];
