// A mark as the sentence that an annex prints under "Nội dung đơn giản hóa".
import type { Proposal } from './proposal.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import type { FieldRow } from './field-comparison.ts';
import { sourceText } from './justification.ts';
import { UNCHANGED, type PartRow } from './part-comparison.ts';
import { fieldName, quoted } from '#procedures/text/wording.ts';

const exceptions = (mark: Mark): string => (mark.exceptions ? ` Vẫn áp dụng đối với: ${mark.exceptions}.` : '');

/** Null for a field that stays as it is. */
export function fieldSentence(proposal: Proposal, row: FieldRow, target: string): string | null {
  const name = fieldName(row.field);
  if (row.added) return `Bổ sung mục ${name}.`;
  const { mark } = row;
  switch (mark?.treatment) {
    case 'remove':
      return `Bỏ mục ${name}.${exceptions(mark)}`;
    case 'retrieve':
      return `Không yêu cầu khai mục ${name}; cơ quan giải quyết khai thác từ ${sourceText(proposal, mark)}.${exceptions(mark)}`;
    case 'prefill': {
      const source = sourceText(proposal, mark);
      return `Điền sẵn mục ${name}${source ? ` từ ${source}` : ''}; người khai chỉ xác nhận.${exceptions(mark)}`;
    }
    case 'merge':
      return `Gộp mục ${name} vào mục ${target}.${exceptions(mark)}`;
    case 'makeOptional':
      return `Chuyển mục ${name} thành không bắt buộc khai.${exceptions(mark)}`;
    default:
      return null;
  }
}

/** The lines of `text` that `other` does not have, as one clause of a sentence: what stays the same is not repeated. */
function differing(text: string, other: string): string {
  const same = new Set(other.split('\n'));
  const lines = text.split('\n').filter((line) => !same.has(line));
  return lines.join('; ').replace(/[.;\s]+$/u, '');
}

const PART_NOUNS = {
  document: 'thành phần hồ sơ',
  channel: 'cách thức thực hiện',
  step: 'bước',
  authority: 'cơ quan có thẩm quyền',
  result: 'kết quả',
} as const;

const nameOf = (row: PartRow): string => {
  const noun = PART_NOUNS[row.kind];
  return row.kind === 'authority' || row.kind === 'result' ? noun : `${noun} ${quoted(row.label)}`;
};

/** Null for a part that stays as it is. */
export function partSentence(proposal: Proposal, row: PartRow): string | null {
  const { mark } = row;
  const name = nameOf(row);
  switch (mark?.treatment) {
    case 'remove':
      return `Bỏ ${name}.${exceptions(mark)}`;
    case 'retrieve':
      return `Không yêu cầu nộp ${name}; cơ quan giải quyết khai thác từ ${sourceText(proposal, mark)}.${exceptions(mark)}`;
    case 'change':
      if (row.after === UNCHANGED) return null;
      return `Sửa ${row.kind === 'step' ? `bước ${row.number}` : name}. Hiện nay: ${differing(row.before, row.after)}. Sau đơn giản hóa: ${differing(row.after, row.before)}.${exceptions(mark)}`;
    default:
      return null;
  }
}
