// Targets in words, the same on screens and papers.
import { formatPercent } from '#procedures/text/number.ts';
import type { Metric, Target } from './plan.ts';

/** What each metric is called where its target has no name of its own. */
export const METRIC_NAMES: Record<Metric, string> = {
  declaredInformation: 'Thủ tục tự đạt mức cắt giảm thông tin phải khai',
  declaredInformationPooled: 'Cắt giảm thông tin phải khai, tính gộp',
  internalApproved: 'TTHC nội bộ có phương án được phê duyệt',
  approved: 'TTHC có phương án được phê duyệt',
  entered: 'Số liệu nhập theo kỳ',
};
export const COMPARATOR_SIGNS: Record<Target['comparator'], string> = { atLeast: '≥', moreThan: '>', atMost: '≤', lessThan: '<' };
export const COMPARATOR_NAMES: Record<Target['comparator'], string> = {
  atLeast: 'ít nhất (≥)',
  moreThan: 'trên (>)',
  atMost: 'nhiều nhất (≤)',
  lessThan: 'dưới (<)',
};

/** Hundredths of a percent as `20%`; decimals only where there are some: `12,50%`. */
export const thresholdText = (hundredths: number): string =>
  formatPercent({ numerator: hundredths, denominator: 10_000 }, hundredths % 100 === 0 ? 0 : 2);

/** What the target is called. */
export const targetName = ({ name, metric }: Pick<Target, 'name' | 'metric'>): string => name ?? METRIC_NAMES[metric];

/** `≥ 20%`, `> 70%`; `≥ 20% ở mỗi thủ tục` where each has to meet it by itself; `≥ 50% so với năm 2024` where there is a base year. */
export function goalText({
  metric,
  comparator,
  threshold,
  baseYear,
}: Pick<Target, 'metric' | 'comparator' | 'threshold' | 'baseYear'>): string {
  const goal = `${COMPARATOR_SIGNS[comparator]} ${thresholdText(threshold)}`;
  const each = metric === 'declaredInformation' ? ' ở mỗi thủ tục' : '';
  return `${goal}${each}${baseYear === undefined ? '' : ` so với năm ${baseYear}`}`;
}

/** `đạt`, `chưa đạt`, `chưa có số liệu`. */
export const verdictText = (met: boolean | null): string => (met === null ? 'chưa có số liệu' : met ? 'đạt' : 'chưa đạt');
