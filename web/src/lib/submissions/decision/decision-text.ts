// A decision as it is typed in from the paper: texts as they stand in the boxes, and only those proposals that were not simply approved.
import type { DecisionInput, Outcome } from '#procedures/proposal/decision.ts';
import { parseDay } from '#procedures/text/date.ts';

/** `marks`: the approved changes of a decision in part; null until they have been looked at. */
export type Exception = { outcome: 'partly' | 'rejected'; reason: string; marks: string[] | null };
export type DecisionText = {
  number: string;
  date: string;
  authority: string;
  /** Title lines as they are signed, a line each. */
  titles: string;
  name: string;
  verb: DecisionInput['verb'];
  effectiveFrom: string;
  exceptions: Record<string, Exception>;
};
export type Box = Exclude<keyof DecisionText, 'exceptions' | 'verb' | 'name'>;
/** What stands in the way of sending: at a box, or at a proposal. */
export type Lack = { box: Box; message: string } | { redesign: string; message: string };

const NEEDED: Record<Box, string> = {
  number: 'Ghi số và ký hiệu của quyết định.',
  date: 'Ghi ngày quyết định.',
  authority: 'Ghi cơ quan hoặc người quyết định như ở đầu quyết định.',
  titles: 'Ghi chức vụ người ký như trên quyết định.',
  effectiveFrom: 'Ghi ngày có hiệu lực.',
};
const DAYS: ReadonlySet<Box> = new Set<Box>(['date', 'effectiveFrom']);
const LONGEST_TITLES = 4;

const titleLines = (titles: string): string[] => titles.split('\n').flatMap((line) => line.trim() || []);

/** Everything that is still missing or cannot be read, in the order of the form; the server looks at the rest. */
export function lacksOf(text: DecisionText): Lack[] {
  const boxes = (Object.keys(NEEDED) as Box[]).flatMap((box): Lack[] => {
    if (text[box].trim() === '') return [{ box, message: NEEDED[box] }];
    if (DAYS.has(box) && parseDay(text[box]) === null)
      return [{ box, message: `Không đọc được “${text[box].trim()}”; gõ ngày như 08/01/2026.` }];
    return [];
  });
  const titles = titleLines(text.titles).length > LONGEST_TITLES;
  const proposals = Object.entries(text.exceptions).flatMap(([redesign, { outcome, reason, marks }]): Lack[] => [
    ...(outcome === 'partly' && (marks === null || marks.length === 0)
      ? [{ redesign, message: 'Chọn những thay đổi được phê duyệt.' }]
      : []),
    ...(reason.trim() === '' ? [{ redesign, message: 'Ghi lý do như trong quyết định.' }] : []),
  ]);
  return [...boxes, ...(titles ? [{ box: 'titles' as const, message: `Nhiều nhất ${LONGEST_TITLES} dòng chức vụ.` }] : []), ...proposals];
}

/** What is sent: an outcome for every proposal of the submission, in their order. Call only when nothing is lacking. */
export function toInput(text: DecisionText, redesigns: readonly string[]): DecisionInput {
  const name = text.name.trim();
  return {
    number: text.number.trim(),
    date: parseDay(text.date) ?? '',
    authority: text.authority.trim(),
    signer: { titles: titleLines(text.titles), ...(name && { name }) },
    verb: text.verb,
    effectiveFrom: parseDay(text.effectiveFrom) ?? '',
    outcomes: redesigns.map((redesign) => outcomeOf(redesign, text.exceptions[redesign])),
  };
}

function outcomeOf(redesign: string, exception: Exception | undefined): Outcome {
  if (exception === undefined) return { redesign, outcome: 'approved' };
  const { outcome, marks } = exception;
  return { redesign, outcome, reason: exception.reason.trim(), ...(outcome === 'partly' && marks !== null && { marks }) };
}

/** The redesign that a place such as `outcomes[3].reason` is about, and the box that one such as `date` is. */
export function placeOf(path: string, redesigns: readonly string[]): { redesign?: string; box?: Box } {
  const index = /^outcomes\[(\d+)\]/u.exec(path)?.[1];
  if (index !== undefined) return { redesign: redesigns[Number(index)] };
  const box = path.startsWith('signer') ? 'titles' : (Object.keys(NEEDED) as Box[]).find((each) => each === path);
  return box === undefined ? {} : { box };
}

/** Whether what a browser kept is such a text. */
export function isDecisionText(value: unknown): value is DecisionText {
  if (typeof value !== 'object' || value === null || !('exceptions' in value) || typeof value.exceptions !== 'object') return false;
  const kept = value as Record<string, unknown>;
  return [...Object.keys(NEEDED), 'name', 'verb'].every((box) => typeof kept[box] === 'string');
}
