// What is read out to those who do not see the page change.
import type { Measure } from '#procedures/proposal/proposal.ts';
import type { Treatment } from '#procedures/redesign/mark.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import { formatPercent, formatPercentNumber } from '#procedures/text/number.ts';

/** `Ngày sinh: Khai thác dữ liệu.`; several by their number. */
export function markedSentence(labels: readonly string[], treatment: Treatment): string {
  const [first = ''] = labels;
  return `${labels.length > 1 ? `${labels.length} mục` : first}: ${TREATMENT_NAMES[treatment]}.`;
}

/** `Cắt 8/36 = 22,22%, đạt chỉ tiêu 20%.` */
export function measureSentence({ cut, meets, missing, target, before }: Measure): string {
  if (before === 0) return 'Mẫu không có mục nào phải khai.';
  const verdict = meets ? `đạt chỉ tiêu ${targetPercent(target)}` : `còn thiếu ${missing} mục`;
  return `${cut.numerator < 0 ? 'Tăng' : 'Cắt'} ${Math.abs(cut.numerator)}/${cut.denominator} = ${formatPercent({ ...cut, numerator: Math.abs(cut.numerator) })}, ${verdict}.`;
}

/** `20%` of 2000 hundredths of a percent; decimals only where there are any. */
export function targetPercent(threshold: number): string {
  const decimals = threshold % 100 === 0 ? 0 : 2;
  return `${formatPercentNumber({ numerator: threshold, denominator: 10_000 }, decimals)}%`;
}

/** Who has just changed which elements, by label and at most three of them; said after a save was merged with theirs. */
export function mergedSentence(by: string, labels: readonly string[]): string {
  const named = labels.slice(0, 3).join(', ');
  return `${by} vừa sửa ${named}${labels.length > 3 ? ` và ${labels.length - 3} mục khác` : ''}; đã ghép với phần của bạn.`;
}
