// The Vietnamese words for the codes of a definition, as screens and papers print them.
import type { Channel, ProcessingTime } from './channel.ts';
import type { Document } from './document.ts';
import type { Field, FieldKind, Filler, Subject } from './field.ts';
import type { Form } from './form.ts';
import type { Procedure } from './procedure.ts';
import type { Step } from './step.ts';

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

/** Every key of a definition that can change by itself; those that hold lists of elements are compared element by element. */
export type Attribute = Exclude<
  keyof Procedure | keyof Form | keyof Field | keyof Document | keyof Channel | keyof Step,
  'id' | 'forms' | 'fields' | 'documents' | 'channels' | 'steps'
>;

/** Attributes in the middle of a sentence, in the order in which changes are told. The compiler asks for a word when a schema gains a key. */
export const ATTRIBUTE_NAMES: Record<Attribute, string> = {
  name: 'tên',
  title: 'tên mẫu',
  label: 'tên',
  text: 'nội dung',
  code: 'mã thủ tục',
  internal: 'thủ tục nội bộ',
  area: 'lĩnh vực',
  levels: 'cấp thực hiện',
  decision: 'quyết định công bố',
  subjects: 'đối tượng thực hiện',
  agencies: 'cơ quan thực hiện',
  authority: 'cơ quan có thẩm quyền',
  issuer: 'cơ quan ban hành',
  office: 'đơn vị phụ trách',
  timesPerYear: 'số lần thực hiện trong một năm',
  subjectsPerYear: 'số đối tượng trong một năm',
  result: 'kết quả thực hiện',
  conditions: 'yêu cầu, điều kiện',
  legalBases: 'căn cứ pháp lý',
  complete: 'mẫu đã chép đủ',
  kind: 'loại',
  requirement: 'mức bắt buộc',
  condition: 'trường hợp áp dụng',
  section: 'phần',
  group: 'nhóm lặp lại',
  parts: 'số ô ghép',
  whose: 'chủ thể của thông tin',
  filledBy: 'người ghi',
  choices: 'các lựa chọn',
  prefilled: 'điền sẵn',
  sensitive: 'dữ liệu cá nhân nhạy cảm',
  dataItem: 'mục dữ liệu dùng chung',
  basis: 'văn bản quy định',
  useBasis: 'văn bản quy định việc yêu cầu khai',
  originals: 'số bản chính',
  copies: 'số bản sao',
  form: 'mẫu đơn, tờ khai',
  file: 'tệp đính kèm',
  cases: 'các trường hợp phải nộp',
  processingTime: 'thời hạn giải quyết',
  fees: 'phí, lệ phí',
  sources: 'nguồn',
  note: 'ghi chú',
};

/** The keys of `ATTRIBUTE_NAMES`, in that order. */
export const ATTRIBUTES: readonly Attribute[] = Object.keys(ATTRIBUTE_NAMES).filter(isAttribute);

function isAttribute(key: string): key is Attribute {
  return key in ATTRIBUTE_NAMES;
}
