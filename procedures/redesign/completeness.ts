// What a redesign still lacks before it can be submitted: every mark shows why, on which law, who decides, and how it works (product.md §4).
import { elements } from '#procedures/definition/elements.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { same } from '#procedures/definition/same.ts';
import type { Register } from '#procedures/registers/register.ts';
import { findDataItem } from '#procedures/registers/registers.ts';
import { applyMarks } from './apply-marks.ts';
import type { Ground } from './ground.ts';
import type { AddedField, Justification, Mark, Marks } from './mark.ts';
import { markOf } from './marks.ts';
import { quoted } from './refusal.ts';

export type Missing =
  'ground' | 'reason' | 'authority' | 'amends' | 'timetable' | 'dataItem' | 'fallback' | 'connection' | 'into' | 'values';
export type Gap = { element: string; missing: Missing; message: string };

const MESSAGES: Record<Missing, string> = {
  ground: 'chưa có căn cứ. Hãy chọn một căn cứ trong danh mục.',
  reason: 'chưa có lý do. Hãy viết một câu vì sao đề xuất như vậy.',
  authority: 'chưa ghi thẩm quyền. Hãy chọn “quyết định” hoặc “kiến nghị”.',
  amends: 'là kiến nghị nhưng chưa nêu điểm, khoản, điều của văn bản cần sửa. Hãy ghi rõ.',
  timetable: 'là kiến nghị nhưng chưa có lộ trình thực hiện. Hãy ghi thời gian dự kiến.',
  dataItem: 'chưa chỉ ra mục dữ liệu thay thế. Hãy chọn một mục trong danh mục cơ sở dữ liệu.',
  fallback: 'chưa nêu cách xử lý khi không khai thác được dữ liệu. Hãy viết phương án dự phòng.',
  connection: 'dùng cơ sở dữ liệu chưa kết nối. Hãy đánh dấu “chưa kết nối” để nói rõ điều đó.',
  into: 'chưa chỉ ra trường nhận gộp. Hãy chọn trường sẽ trả lời thay.',
  values: 'chưa có nội dung mới khác với nội dung nay. Hãy nhập giá trị sau khi sửa đổi.',
};

/** Of a ground that was chosen, and that the office has taken off the list since. */
const GROUND_GONE = 'có căn cứ không còn trong danh mục đang áp dụng. Hãy chọn căn cứ khác.';

/** The lists of the office that a redesign refers to. */
export type Lists = { registers: readonly Register[]; grounds: readonly Ground[] };

/** Every gap, in the order of the form; none means that the redesign can be submitted. An unmarked or kept element needs nothing. */
export function redesignGaps(procedure: Procedure, marks: Marks, added: readonly AddedField[], { registers, grounds }: Lists): Gap[] {
  const gaps = elements(procedure).flatMap((element) => {
    const mark = markOf(marks, element.id);
    if (mark === undefined || mark.treatment === 'keep') return [];
    const missing = [...lacksOfTreatment(procedure, element.id, mark, registers), ...lacksGround(mark, grounds), ...lacks(mark)];
    return gapsOf(element.id, element.label, missing, mark.ground);
  });
  return [...gaps, ...added.flatMap((one) => gapsOf(one.field.id, one.field.label, lacks(one)))];
}

function gapsOf(element: string, label: string, missing: readonly Missing[], ground?: string): Gap[] {
  const words = (one: Missing) => (one === 'ground' && ground !== undefined ? GROUND_GONE : MESSAGES[one]);
  return missing.map((one) => ({ element, missing: one, message: `${quoted(label)} ${words(one)}` }));
}

/** A ground that the list does not have could not be printed. */
function lacksGround(mark: Mark, grounds: readonly Ground[]): Missing[] {
  return grounds.some((ground) => ground.id === mark.ground) ? [] : ['ground'];
}

/** Reason and authority; for a recommendation the exact clause and the timetable (domain.md §1.4, items 4 and 5). */
function lacks(one: Justification): Missing[] {
  const missing: Missing[] = [];
  if (one.reason === undefined) missing.push('reason');
  if (one.authority === undefined) missing.push('authority');
  if (one.authority === 'recommend' && one.amends === undefined) missing.push('amends');
  if (one.authority === 'recommend' && one.timetable === undefined) missing.push('timetable');
  return missing;
}

function lacksOfTreatment(procedure: Procedure, id: string, mark: Mark, registers: readonly Register[]): Missing[] {
  switch (mark.treatment) {
    case 'retrieve':
      return [...lacksData(mark, registers), ...(mark.fallback === undefined ? (['fallback'] as const) : [])];
    case 'prefill':
      return lacksData(mark, registers);
    case 'merge':
      return mark.into === undefined ? ['into'] : [];
    case 'change':
      return same(applyMarks(procedure, { [id]: mark }, []), procedure) ? ['values'] : [];
    default:
      return [];
  }
}

/** "The law lists it" and "we can query it today" are two facts (domain.md §5.3); a register not connected must be called so. */
function lacksData(mark: Mark, registers: readonly Register[]): Missing[] {
  const found = mark.dataItem === undefined ? undefined : findDataItem(registers, mark.dataItem);
  if (found === undefined) return ['dataItem'];
  return found.register.connectedSince === undefined && mark.notConnected !== true ? ['connection'] : [];
}
