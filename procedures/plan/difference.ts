// What a recount found: something that is kept and does not follow from what it rests on.
import { STATE_NAMES } from '#procedures/review/states.ts';
import { formatInteger } from '#procedures/text/number.ts';
import type { PlanLine } from './line.ts';
import { type Stage, STAGES, type Sum, type Totals } from './totals.ts';

/**
 * `frozen`: figures of the last proposal on a redesign. `line`: where a line stands. `scope`: a redesign under way outside the plan.
 * `totals` of an office, `rank`: the place of a line in a ranking. `moving`: totals that would not stand still.
 */
type DifferenceKind = 'frozen' | 'line' | 'scope' | 'totals' | 'rank' | 'moving';
/** `id` of the redesign, the procedure or the office; `parts` in Vietnamese: what is kept, and what it should be. */
export type Difference = { kind: DifferenceKind; id: string; parts: { what: string; is: string; should: string }[]; repaired: boolean };

const KINDS: Record<DifferenceKind, string> = {
  frozen: 'Bản tái cấu trúc',
  line: 'Thủ tục trong kế hoạch',
  scope: 'Thủ tục ngoài kế hoạch',
  totals: 'Tổng số của phòng',
  rank: 'Thứ hạng của thủ tục',
  moving: 'Tổng số của phòng',
};

/** A difference as lines of a report. */
export function differenceLines({ kind, id, parts, repaired }: Difference): string[] {
  const end = kind === 'moving' || kind === 'scope' ? '' : repaired ? ' (đã sửa)' : ' (chưa sửa)';
  return [`${KINDS[kind]} ${id}${end}:`, ...parts.map(({ what, is, should }) => `  ${what}: đang ghi ${is}, đúng ra ${should}`)];
}

/** Where a line stands, in words. */
export function progressText({ latest, achieved, rejected }: Pick<PlanLine, 'latest' | 'achieved' | 'rejected'>): string {
  const words = (one: PlanLine['latest'], what: string) => {
    if (!one) return [];
    const { standing } = one;
    const cut = standing ? ` ${standing.after}/${standing.before}` : '';
    return [`${what} ${one.redesign} ${STATE_NAMES[one.state].toLowerCase()}${cut}`];
  };
  const all = [
    ...words(latest, 'bản mới nhất'),
    ...words(achieved, 'bản đạt trước đó'),
    ...words(rejected, 'bản không được duyệt trước đó'),
  ];
  return all.length === 0 ? 'chưa có bản tái cấu trúc' : all.join('; ');
}

const STAGE_WORDS: Record<Stage, string> = {
  proposed: 'đã trình',
  accepted: 'đã chấp nhận',
  approved: 'được phê duyệt',
  inEffect: 'đã thực thi',
};
const SUM_WORDS: Record<keyof Sum, string> = {
  procedures: 'số thủ tục',
  internal: 'số thủ tục nội bộ',
  before: 'thông tin phải khai trước',
  after: 'thông tin phải khai sau',
  meets: 'số thủ tục đạt chỉ tiêu',
};

/** What each entry of totals is called. */
function namedEntries(totals: Totals): [string, number][] {
  const { procedures, internal, declared, declaring, withoutDossiers, states } = totals;
  return [
    ['số thủ tục', procedures],
    ['số thủ tục nội bộ', internal],
    ['thông tin phải khai', declared],
    ['số thủ tục có thông tin phải khai', declaring],
    ['số thủ tục chưa đạt mà chưa rõ số hồ sơ', withoutDossiers],
    ...Object.entries(states).map(([state, count]): [string, number] => [
      state === 'none' ? 'chưa mở bản tái cấu trúc' : STATE_NAMES[state as keyof typeof STATE_NAMES].toLowerCase(),
      count,
    ]),
    ...STAGES.flatMap((stage) =>
      Object.entries(totals[stage]).map(([entry, value]): [string, number] => [
        `${STAGE_WORDS[stage]}: ${SUM_WORDS[entry as keyof Sum]}`,
        value,
      ]),
    ),
  ];
}

/** The entries of two totals that differ. */
export function totalParts(kept: Totals, counted: Totals): Difference['parts'] {
  const should = namedEntries(counted);
  return namedEntries(kept).flatMap(([what, is], index) => {
    const [, right = 0] = should[index] ?? [];
    return is === right ? [] : [{ what, is: formatInteger(is), should: formatInteger(right) }];
  });
}
