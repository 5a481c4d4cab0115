// The Vietnamese words for the codes of a definition, as screens and papers print them.
import type { Channel, ProcessingTime } from './channel.ts';
import type { Field, FieldKind, Filler, Subject } from './field.ts';

/** Whose datum it is; lower case, to stand in brackets behind a label. */
export const SUBJECT_NAMES: Record<Subject, string> = {
  applicant: 'người nộp',
  pupil: 'học sinh',
  father: 'cha',
  mother: 'mẹ',
  parent: 'cha hoặc mẹ',
  guardian: 'người giám hộ',
  spouse: 'vợ hoặc chồng',
  representative: 'người đại diện',
  holder: 'người được cấp',
  employee: 'người lao động',
  household: 'hộ gia đình',
  organisation: 'tổ chức',
  school: 'nhà trường',
  agency: 'cơ quan',
  request: 'nội dung đề nghị',
  other: 'đối tượng khác',
};

/** How the blank looks on the sheet. */
export const KIND_NAMES: Record<FieldKind, string> = {
  text: 'Chữ',
  longText: 'Đoạn văn',
  number: 'Số',
  date: 'Ngày tháng',
  dateTime: 'Ngày giờ',
  digits: 'Dãy số',
  choice: 'Lựa chọn',
  checkbox: 'Ô đánh dấu',
  tableColumn: 'Cột của bảng',
  tableCell: 'Ô của bảng',
  photo: 'Ảnh',
  recipient: 'Nơi gửi (kính gửi)',
  placeDate: 'Địa danh, ngày tháng',
  signature: 'Chữ ký',
  consent: 'Lời cam đoan',
  printed: 'Chữ in sẵn',
  legalReference: 'Dẫn văn bản',
};

/** Who writes it. */
export const FILLER_NAMES: Record<Filler, string> = {
  applicant: 'Người nộp',
  family: 'Gia đình',
  school: 'Nhà trường',
  employer: 'Nơi làm việc',
  agency: 'Cơ quan xác nhận',
  authority: 'Cơ quan giải quyết',
  system: 'Hệ thống',
  other: 'Người khác',
};

export const REQUIREMENT_NAMES: Record<Field['requirement'], string> = {
  required: 'Bắt buộc',
  conditional: 'Bắt buộc khi có điều kiện',
  optional: 'Tùy chọn',
};

/** Cách thức thực hiện. */
export const CHANNEL_NAMES: Record<Channel['kind'], string> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Dịch vụ bưu chính',
};

/** Behind a figure: `10 ngày làm việc`. */
export const UNIT_NAMES: Record<NonNullable<ProcessingTime['unit']>, string> = {
  hour: 'giờ',
  day: 'ngày',
  workingDay: 'ngày làm việc',
  month: 'tháng',
  year: 'năm',
};
