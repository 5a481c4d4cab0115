// The Vietnamese words for the places of a definition file or of an edit, so that an issue can be found without knowing the keys.
import { ATTRIBUTE_NAMES } from './names.ts';
import { isRecord, type Path, readText, valueAt } from './issue.ts';

/** The words of the attributes, and those that read better in front of a mistake. */
const WORDS: Record<string, string> = {
  ...ATTRIBUTE_NAMES,
  id: 'mã nhận diện',
  timesPerYear: 'số lần thực hiện trong năm',
  subjectsPerYear: 'số đối tượng trong năm',
  steps: 'bước thực hiện',
  channels: 'cách thức thực hiện',
  documents: 'thành phần hồ sơ',
  forms: 'mẫu đơn',
  result: 'kết quả',
  label: 'nhãn',
  amount: 'con số',
  unit: 'đơn vị tính',
  condition: 'điều kiện',
  field: 'trường',
  is: 'câu trả lời',
  form: 'mẫu đơn của giấy tờ',
  cases: 'trường hợp',
  basis: 'căn cứ',
  complete: 'mẫu đầy đủ',
  fields: 'trường thông tin',
  group: 'nhóm lặp',
  parts: 'số ô',
  whose: 'thông tin của ai',
  dataItem: 'mục dữ liệu',
  useBasis: 'căn cứ sử dụng',
  filledBy: 'người điền',
  sensitive: 'dữ liệu nhạy cảm',
  choices: 'lựa chọn',
  use: 'mẫu dùng chung',
  edits: 'thay đổi',
  element: 'thành phần',
  mark: 'đề xuất',
  added: 'trường thêm mới',
  after: 'đứng sau trường',
  place: 'thứ tự',
  treatment: 'cách xử lý',
  ground: 'căn cứ không yêu cầu khai',
  reason: 'lý do',
  amends: 'văn bản cần sửa',
  timetable: 'lộ trình',
  fallback: 'phương án khi không khai thác được',
  notConnected: 'ghi rõ chưa kết nối',
  into: 'trường nhận gộp',
  exceptions: 'ngoại lệ',
  values: 'giá trị mới',
  email: 'thư điện tử',
  role: 'vai trò',
  value: 'danh mục',
  key: 'ký hiệu',
  citation: 'trích dẫn',
  summary: 'nội dung',
  source: 'nguồn',
  owner: 'cơ quan quản lý',
  items: 'mục dữ liệu',
  number: 'số thứ tự',
  from: 'áp dụng từ ngày',
  effectiveFrom: 'có hiệu lực từ ngày',
  effectiveTo: 'hết hiệu lực sau ngày',
  connectedSince: 'kết nối từ ngày',
};

const NAME_LENGTH = 40;

/** `['forms', 0, 'fields', 3, 'label']` → `Mẫu đơn 1, trường thông tin 4 “Họ và tên”, nhãn`; empty for the whole file. */
export function placeWords(path: Path, input: unknown): string {
  const words: string[] = [];
  for (const [at, key] of path.entries()) {
    if (typeof key === 'number') words.push(`${words.pop() ?? 'mục'} ${key + 1}${quotedName(valueAt(input, path.slice(0, at + 1)))}`);
    else words.push(WORDS[String(key)] ?? `“${shorten(String(key))}”`);
  }
  const text = words.join(', ');
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** At most 40 characters, so that a message stays a sentence; what would steer a terminal or turn the letters around is spelt out. */
export function shorten(text: string): string {
  const letters = Array.from(text.slice(0, NAME_LENGTH * 2), visible);
  return letters.length > NAME_LENGTH ? `${letters.slice(0, NAME_LENGTH).join('')}…` : letters.join('');
}

function visible(letter: string): string {
  if (!/[\p{Cc}\p{Cf}]/u.test(letter)) return letter;
  return `⟨U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function quotedName(value: unknown): string {
  if (!isRecord(value)) return '';
  const name = readText(value['label']) ?? readText(value['name']) ?? readText(value['title']);
  return name ? ` “${shorten(name)}”` : '';
}
