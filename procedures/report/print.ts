// How the values of a report are printed, the same on the screen, on paper and in a workbook.
import { thresholdText, verdictText } from '#procedures/plan/target-words.ts';
import { formatInteger, formatPercent } from '#procedures/text/number.ts';
import type { Value } from './report.ts';

/** `1.763`, `23,41%`, `đạt`; a share of nothing prints "—", a figure that nobody entered says so. */
export function printed(value: Value): string {
  switch (value.kind) {
    case 'count':
      return formatInteger(value.count);
    case 'ratio':
      return formatPercent(value.ratio);
    case 'verdict':
      return verdictText(value.met);
    case 'quoted':
      return `${thresholdText(value.hundredths)}${value.mismatch ? ' (khác số tính được)' : ''}`;
    case 'text':
      return value.text;
    case 'nothing':
      return 'chưa có số liệu';
  }
}

/** `212/906` below a percentage; empty for every other value. */
export function fraction(value: Value): string {
  if (value.kind !== 'ratio') return '';
  return `${formatInteger(value.ratio.numerator)}/${formatInteger(value.ratio.denominator)}`;
}
