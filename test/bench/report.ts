// What a bench tells: lines of name, figure and bar, and the arithmetic of noisy times.

export type Line = { name: string; figure: string; bar: string; ok: boolean };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Times of ours and of the yardstick, taken pair by pair, in milliseconds; `bar` is the greatest ratio of the medians that is still good. */
export function ratioLine(name: string, ours: readonly number[], yardstick: readonly number[], bar: number): Line {
  const ratio = median(ours) / median(yardstick);
  const pairs = median(ours.map((time, pair) => time / (yardstick[pair] ?? Number.NaN)));
  const times = `${median(ours).toFixed(1)} : ${median(yardstick).toFixed(1)} ms`;
  const figure = `${ratio.toFixed(2)}× (pair by pair ${pairs.toFixed(2)}×; ${times}; ${ours.length} pairs)`;
  return { name, figure, bar: `≤ ${bar}×`, ok: ratio <= bar };
}

const verdict = ({ ok }: Line) => (ok ? 'ok' : 'OVER');

export const sentence = (line: Line): string => `${line.name}: ${line.figure}, bar ${line.bar}: ${verdict(line)}`;

export function table(lines: readonly Line[]): string {
  const cells = [['', 'figure', 'bar', ''], ...lines.map((line) => [line.name, line.figure, line.bar, verdict(line)])];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
