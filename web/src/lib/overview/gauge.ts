// What a gauge of a target shows: where the bar ends, where the goal stands, and everything in words for those who do not see it.
import type { TargetProgress } from '#procedures/plan/progress.ts';
import { periodName } from '#procedures/plan/period.ts';
import type { Metric } from '#procedures/plan/plan.ts';
import { shortfall } from '#procedures/plan/shortfall.ts';
import { goalText, targetName, thresholdText, verdictText } from '#procedures/plan/target-words.ts';
import { formatInteger, formatPercent } from '#procedures/text/number.ts';
import type { Ratio } from '#procedures/text/ratio.ts';

/** Hundredths of a percent in a whole. */
const WHOLE = 10_000;
/** Up to this goal a bar ends at twice the goal, so that the goal stands in its middle. */
const LOW_GOAL = 4_000;

const UNITS: Partial<Record<Metric, string>> = {
  declaredInformation: 'thủ tục',
  declaredInformationPooled: 'mục',
  internalApproved: 'thủ tục',
  approved: 'thủ tục',
};
const STAGES = {
  proposed: 'theo phương án đã trình',
  accepted: 'theo phương án đã chấp nhận',
  approved: 'theo phương án được phê duyệt',
  inEffect: 'theo phương án đã thực thi',
  entered: 'nhập theo kỳ',
} as const satisfies Record<TargetProgress['stage'], string>;

/** Of the bar, in percent of its width; `end` is what its end stands for, in hundredths of a percent. */
export type Scale = { end: number; goal: number; filled: number };

/** Where value and goal stand on a bar; a value below nothing is drawn as nothing, one beyond the end as full. */
export function scaleOf(value: Ratio | null, goal: number): Scale {
  const end = goal > 0 && goal <= LOW_GOAL ? goal * 2 : Math.max(WHOLE, goal);
  const share = value === null || value.denominator === 0 ? 0 : value.numerator / value.denominator;
  return { end, goal: (goal * 100) / end, filled: Math.round(Math.min(100, Math.max(0, (share * WHOLE * 100) / end)) * 100) / 100 };
}

export type GaugeWords = {
  title: string;
  /** What was to be reached, and where the figures come from. */
  note: string;
  /** The large figure and the small one beside it: a percentage and its fraction, or the other way round where procedures are counted. */
  large: string;
  small: string;
  verdict: string;
  /** Further sentences: the other way to count, what was quoted. */
  more: string[];
  /** Where a typed figure comes from. */
  source: string | undefined;
};

/** A target as its card says it. */
export function gaugeWords(progress: TargetProgress): GaugeWords {
  const { target, value, stage, period } = progress;
  const unit = UNITS[target.metric];
  const percent = value === null ? '—' : formatPercent(value);
  const fraction =
    value === null || (target.metric === 'entered' && quotedOnly(progress)) ? '' : `${fractionOf(value)}${unit ? ` ${unit}` : ''}`;
  const counts = unit === 'thủ tục' && value !== null;
  return {
    title: targetName(target),
    note: `${goalText(target)} · ${stage === 'entered' && period !== undefined ? periodName(period) : STAGES[stage]}`,
    large: counts ? fractionOf(value) : percent,
    small: counts ? percent : fraction,
    verdict: verdictOf(progress),
    more: moreOf(progress),
    source: progress.source,
  };
}

/** `đạt`, `chưa đạt, còn thiếu 12 mục`, `chưa có số liệu`. */
function verdictOf({ target, value, goal, met }: TargetProgress): string {
  if (met !== false || value === null) return verdictText(met);
  const unit = UNITS[target.metric];
  const missing = unit === undefined ? null : shortfall(value, goal, target.comparator);
  return `${verdictText(met)}${missing === null ? '' : `, còn thiếu ${formatInteger(missing)} ${unit}`}`;
}

function moreOf(progress: TargetProgress): string[] {
  const { target, value, stage, reached, meeting, period, quoted, mismatch } = progress;
  const when = period === undefined ? '' : ` (${periodName(period)})`;
  const more: string[] = [];
  if (target.denominator !== undefined && value !== null) more.push(`Tính trên ${target.denominator}.`);
  if (target.metric === 'declaredInformationPooled' && reached) {
    more.push(`Gộp riêng thủ tục đã trình: ${formatPercent(reached)} (${fractionOf(reached)} mục).`);
  }
  if (meeting !== undefined)
    more.push(`Thủ tục tự đạt: ${fractionOf({ numerator: meeting.procedures, denominator: meeting.of })} thủ tục đã trình.`);
  if (quoted !== undefined && !quotedOnly(progress)) {
    const differs = mismatch ? `, khác số tính được${value === null ? '' : ` ${formatPercent(value)}`}` : '';
    more.push(`Số được dẫn${when}: ${thresholdText(quoted)}${differs}.`);
  } else if (mismatch && stage !== 'entered') more.push(`Số đã công bố${when} khác số tính được.`);
  return more;
}

/** A figure that has nothing but the percentage that somebody quoted. */
const quotedOnly = ({ target, value, quoted }: TargetProgress) =>
  target.metric === 'entered' && value?.denominator === WHOLE && value.numerator === quoted;

/** `212/906`. */
export const fractionOf = ({ numerator, denominator }: Ratio): string => `${formatInteger(numerator)}/${formatInteger(denominator)}`;
