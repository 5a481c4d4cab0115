// Which lines of a plan are shown: by words, by office, and by what they still need.
import { dossiersOf, isAwaited, standOf } from '#procedures/plan/line-stand.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import type { Day } from '#procedures/text/label.ts';
import { compareVietnamese, containsFolded } from '#procedures/text/vietnamese.ts';

/** `only`: one of NEEDS or a state; '' = everything. */
export type LineFilter = { query: string; office: string; only: string };

type Need = { value: string; label: string; passes: (line: PlanLine, today: Day) => boolean };
const NEEDS: readonly Need[] = [
  { value: 'none', label: 'Chưa mở bản tái cấu trúc', passes: ({ latest }) => latest === undefined },
  {
    value: 'qua-han',
    label: 'Quá hạn chưa trình',
    passes: (line, today) => line.deadline !== undefined && line.deadline < today && isAwaited(line),
  },
  { value: 'chua-han', label: 'Chưa đặt hạn', passes: ({ deadline }) => deadline === undefined },
  { value: 'chua-ho-so', label: 'Chưa biết số hồ sơ/năm', passes: (line) => dossiersOf(line) === null },
  {
    value: 'thieu-ho-so',
    label: 'Chưa đạt mức cắt giảm, chưa biết số hồ sơ/năm',
    passes: (line) => dossiersOf(line) === null && standOf(line).missing > 0,
  },
  { value: 'noi-bo', label: 'TTHC nội bộ', passes: ({ internal }) => internal },
];
const STATES = Object.keys(STATE_NAMES) as State[];

/** What the filter offers, in the order of the list. */
export const ONLY: readonly { value: string; label: string }[] = [
  { value: '', label: 'Tất cả thủ tục' },
  ...NEEDS.map(({ value, label }) => ({ value, label })),
  ...STATES.filter((state) => state !== 'discarded').map((state) => ({
    value: state,
    label: `Trạng thái: ${STATE_NAMES[state].toLowerCase()}`,
  })),
];

/** The lines to show, by name. A filter that is none (an old address) lets everything through. */
export function shownLines(lines: readonly PlanLine[], { query, office, only }: LineFilter, today: Day): PlanLine[] {
  const need = NEEDS.find(({ value }) => value === only);
  const state = STATES.find((one) => one === only);
  return lines
    .filter(
      (line) =>
        (office === '' || line.office === office) &&
        (need === undefined || need.passes(line, today)) &&
        (state === undefined || line.latest?.state === state) &&
        (query.trim() === '' || containsFolded(`${line.procedureName} ${line.procedureCode ?? ''} ${line.area ?? ''}`, query)),
    )
    .toSorted((a, b) => compareVietnamese(a.procedureName, b.procedureName));
}
