// A line of the history as Vietnamese sentences.
import { same } from '#procedures/definition/same.ts';
import { elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { AddedField, Mark } from '#procedures/redesign/mark.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import type { HistoryEvent } from '#lib/api.ts';

/** The actions on a redesign; what else a history may hold is told by what it was about. */
const ACTIONS: Partial<Record<HistoryEvent['action'], string>> = {
  open: 'Mở bản tái cấu trúc',
  read: 'Xem',
  edit: 'Sửa bản tái cấu trúc',
  submit: 'Trình phương án',
  discard: 'Hủy bản soạn',
  restore: 'Khôi phục bản soạn',
  rewind: 'Đưa bản soạn về một thời điểm trước',
  carryOver: 'Chuyển đề xuất sang phiên bản mới của định nghĩa',
  comment: 'Góp ý',
  reply: 'Trả lời góp ý',
  resolve: 'Khép hoặc mở lại góp ý',
  accept: 'Chấp nhận phương án',
  return: 'Trả lại phương án',
  bundle: 'Đưa phương án vào tờ trình',
  unbundle: 'Rút phương án khỏi tờ trình',
  approve: 'Ghi kết quả: được phê duyệt',
  reject: 'Ghi kết quả: không được phê duyệt',
  takeEffect: 'Đưa vào thực thi',
  followRecommendation: 'Theo dõi kiến nghị',
  enterResult: 'Nhập kết quả thực tế',
  export: 'Xuất tệp',
  readHistory: 'Xem lịch sử',
};
const ATTRIBUTES: Record<Exclude<keyof Mark, 'treatment'>, string> = {
  ground: 'căn cứ',
  reason: 'lý do',
  authority: 'thẩm quyền',
  amends: 'điều khoản cần sửa',
  timetable: 'lộ trình',
  dataItem: 'nguồn dữ liệu',
  fallback: 'cách xử lý khi không khai thác được',
  notConnected: 'tình trạng kết nối',
  into: 'mục nhận gộp',
  exceptions: 'ngoại lệ',
  values: 'nội dung mới',
};
const MOST = 12;

type Before = Mark | AddedField | null | undefined;

/** What was done, then a sentence for each edit (the first twelve); a refusal says why. */
export function historySentences(event: HistoryEvent, label: (id: string) => string): string[] {
  const edits = event.edits ?? [];
  const because = event.because === undefined ? [] : [`Không được: ${event.because}`];
  if (event.action === 'edit' && edits.length > 0) return [...told(edits, event, label), ...because];
  return [action(event), ...told(edits, event, label), ...because];
}

/** `Góp ý về “Ngày sinh”: …`, `Trình phương án số 2.` */
function action({ action: done, about, proposal, format }: HistoryEvent): string {
  const name = ACTIONS[done] ?? 'Việc khác';
  const number = proposal === undefined || !(done === 'submit' || done === 'export') ? '' : ` số ${proposal}`;
  const file = format === undefined ? '' : ` ${format}`;
  // What is quoted may end as it likes.
  return about === undefined ? `${name}${file}${number}.` : `${name}${number} ${about.startsWith('về ') ? about : `(${about})`}`;
}

function told(edits: readonly Edit[], { from }: HistoryEvent, label: (id: string) => string): string[] {
  const sentences = edits.slice(0, MOST).map((edit) => sentence(edit, from?.[elementOf(edit)], label));
  return [...sentences, ...(edits.length > MOST ? [`… và ${edits.length - MOST} mục khác.`] : [])];
}

function sentence(edit: Edit, before: Before, label: (id: string) => string): string {
  switch (edit.kind) {
    case 'mark':
      return `${label(edit.element)}: ${markChange(before, edit.mark)}.`;
    case 'unmark':
      return `${label(edit.element)}: giữ nguyên.`;
    case 'addField':
      return `Thêm trường mới: ${edit.added.field.label}.`;
    case 'changeField':
      return `Sửa trường mới: ${edit.added.field.label}.`;
    case 'dropField':
      return `Bỏ trường mới: ${before && 'field' in before ? before.field.label : edit.field}.`;
  }
}

/** The new treatment, or what else of the mark has changed. */
function markChange(before: Before, mark: Mark): string {
  const earlier = before && 'treatment' in before ? before : undefined;
  if (earlier?.treatment !== mark.treatment)
    return `${TREATMENT_NAMES[mark.treatment]}${mark.reason === undefined ? '' : ` (lý do: ${mark.reason.replace(/\.$/u, '')})`}`;
  const keys = (Object.keys(ATTRIBUTES) as (keyof typeof ATTRIBUTES)[]).filter((key) => !same(earlier[key], mark[key]));
  const words = keys.map((key) => (key === 'reason' && mark.reason !== undefined ? `lý do “${mark.reason}”` : ATTRIBUTES[key]));
  return words.length === 0 ? TREATMENT_NAMES[mark.treatment] : `sửa ${words.join(', ')}`;
}
