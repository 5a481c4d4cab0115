// A line of the history as Vietnamese sentences.
import { elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import type { HistoryEvent } from '#lib/api.ts';

const ACTIONS: Record<string, string> = {
  open: 'Mở bản tái cấu trúc.',
  submit: 'Trình phương án.',
  discard: 'Hủy bản soạn.',
  restore: 'Khôi phục bản soạn.',
  export: 'Xuất tệp phương án.',
  read: 'Xem.',
  readHistory: 'Xem lịch sử.',
  edit: 'Sửa bản tái cấu trúc.',
};
const MOST = 12;

/** One sentence for each edit (the first twelve), else one for the action; a refusal says why. */
export function historySentences(event: HistoryEvent, label: (id: string) => string): string[] {
  const edits = event.edits ?? [];
  const because = event.because === undefined ? [] : [`Không được: ${event.because}`];
  if (edits.length === 0) return [ACTIONS[event.action] ?? `${event.action}.`, ...because];
  const told = edits.slice(0, MOST).map((edit) => sentence(edit, label));
  return [...told, ...(edits.length > MOST ? [`… và ${edits.length - MOST} mục khác.`] : []), ...because];
}

function sentence(edit: Edit, label: (id: string) => string): string {
  switch (edit.kind) {
    case 'mark': {
      const { treatment, reason } = edit.mark;
      return `${label(edit.element)}: ${TREATMENT_NAMES[treatment]}${reason === undefined ? '.' : `, lý do: ${reason}`}`;
    }
    case 'unmark':
      return `${label(edit.element)}: giữ nguyên.`;
    case 'addField':
      return `Thêm trường mới: ${edit.added.field.label}.`;
    case 'changeField':
      return `Sửa trường mới: ${edit.added.field.label}.`;
    case 'dropField':
      return `Bỏ trường mới: ${label(elementOf(edit))}.`;
  }
}
