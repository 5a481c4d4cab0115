// What changed in a plan, in one of its lines or figures, in phrases for the history.
import { formatShortDay } from '#procedures/text/date.ts';
import { formatInteger } from '#procedures/text/number.ts';
import type { FigureInput } from './figure.ts';
import type { LineSettings } from './line.ts';
import type { Office, Plan, Target } from './plan.ts';
import { goalText, targetName, thresholdText } from './target-words.ts';

/** As much as one line of the history takes, with room for what stands around it. */
const LONGEST = 3_900;

/** Phrases as one text, cut where the history takes no more. */
export const together = (phrases: readonly string[]): string => {
  const text = phrases.join('; ');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
};

/** The parts of a plan that differ, one phrase each; none where nothing does. */
export function planChanges(before: Plan, after: Plan): string[] {
  const differs = (part: keyof Plan) => JSON.stringify(before[part]) !== JSON.stringify(after[part]);
  return [
    ...(before.name === after.name ? [] : [`tên: “${before.name}” → “${after.name}”`]),
    ...(before.year === after.year ? [] : [`năm: ${before.year} → ${after.year}`]),
    ...(before.rule === after.rule ? [] : [`quy tắc đếm: ${before.rule} → ${after.rule}`]),
    ...listed(before.targets, after.targets, 'chỉ tiêu', (target) => `${targetName(target)} (${goalText(target)})`),
    ...listed(before.offices, after.offices, 'phòng', ({ name }) => name),
    ...(differs('assignments') ? ['phân công phòng'] : []),
    ...(differs('letterhead') || differs('letterheads') ? ['thể thức văn bản'] : []),
    ...(differs('note') ? ['ghi chú'] : []),
  ];
}

function listed<One extends Office | Target>(
  before: readonly One[],
  after: readonly One[],
  what: string,
  words: (one: One) => string,
): string[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((one) => {
      const was = old.get(one.id);
      if (!was) return [`thêm ${what} ${words(one)}`];
      if (JSON.stringify(was) === JSON.stringify(one)) return [];
      return [words(was) === words(one) ? `sửa ${what} ${words(one)}` : `${what} ${words(was)} → ${words(one)}`];
    }),
    ...before.filter(({ id }) => !now.has(id)).map((one) => `bỏ ${what} ${words(one)}`),
  ];
}

/** The settings of a line that differ; `nameOf` says what an office is called. */
export function lineChanges(before: LineSettings, after: LineSettings, nameOf: (office: string) => string): string[] {
  const part = <Value>(what: string, a: Value | undefined, b: Value | undefined, words: (value: Value) => string) => {
    const told = (value: Value | undefined) => (value === undefined ? 'không có' : words(value));
    return a === b ? [] : [`${what}: ${told(a)} → ${told(b)}`];
  };
  return [
    ...part('phòng chủ trì', before.office, after.office, nameOf),
    ...part('hạn trình', before.deadline, after.deadline, formatShortDay),
    ...part('dự kiến cắt giảm', before.expectedCut, after.expectedCut, thresholdText),
    ...part('hồ sơ mỗi năm', before.dossiersPerYear, after.dossiersPerYear, formatInteger),
    ...part('nguồn số hồ sơ', before.dossiersSource, after.dossiersSource, (source) => `“${source}”`),
  ];
}

/** `351/1.000, ghi 35,1%, nguồn: …`. */
export function figureText({ numerator, denominator, quoted, source }: FigureInput): string {
  const counted = numerator !== undefined && denominator !== undefined ? [`${formatInteger(numerator)}/${formatInteger(denominator)}`] : [];
  const told = quoted === undefined ? [] : [`ghi ${thresholdText(quoted)}`];
  return [...counted, ...told, `nguồn: ${source}`].join(', ');
}
