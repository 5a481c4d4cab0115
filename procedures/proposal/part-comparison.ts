// Documents, channels with their times and fees, steps, authority and result before and after, each on its own row.
import { elements, type Element } from '#procedures/definition/elements.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Proposal } from './proposal.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import { channelText, documentText, orUnknown } from '#procedures/text/wording.ts';

export type PartKind = 'document' | 'channel' | 'step' | 'authority' | 'result';

export const PART_NAMES: Record<PartKind, string> = {
  document: 'Thành phần hồ sơ',
  channel: 'Cách thức, thời hạn, phí, lệ phí',
  step: 'Trình tự thực hiện',
  authority: 'Cơ quan có thẩm quyền',
  result: 'Kết quả thực hiện',
};

export type PartRow = {
  readonly kind: PartKind;
  readonly id: string;
  readonly label: string;
  /** Its place among the parts of its kind, from 1. */
  readonly number: number;
  readonly mark: Mark | undefined;
  readonly before: string;
  readonly treatment: string;
  readonly after: string;
};

export const UNCHANGED = 'Giữ nguyên';

const ORDER: readonly PartKind[] = ['document', 'channel', 'step', 'authority', 'result'];

function textOf(element: Element, procedure: Procedure): string {
  if (element.document) return documentText(element.document);
  if (element.channel) return channelText(element.channel);
  if (element.step) return element.step.text;
  return orUnknown(element.kind === 'authority' ? procedure.authority : procedure.result);
}

/** What stands in the place of an element that has left the dossier. */
const gone = (mark: Mark | undefined): string =>
  mark?.treatment === 'retrieve' ? 'Không phải nộp; cơ quan giải quyết khai thác dữ liệu' : 'Bỏ';

/** One row an element that is no field, in the order of the parts of a procedure; unmarked ones stay as they are. */
export function compareParts(proposal: Proposal): PartRow[] {
  const before = proposal.baseline.procedure;
  const after = applyMarks(before, proposal.marks, proposal.added);
  const still = new Map(elements(after).map((element) => [element.id, element]));
  return ORDER.flatMap((kind) =>
    elements(before)
      .filter((element) => element.kind === kind)
      .map((element, index): PartRow => {
        const mark = markOf(proposal.marks, element.id);
        const now = still.get(element.id);
        const text = textOf(element, before);
        const next = now ? textOf(now, after) : gone(mark);
        const label = element.channel?.label ?? element.document?.name ?? element.label;
        return {
          kind,
          id: element.id,
          label,
          number: index + 1,
          mark,
          before: text,
          treatment: TREATMENT_NAMES[mark?.treatment ?? 'keep'],
          after: next === text ? UNCHANGED : next,
        };
      }),
  );
}
