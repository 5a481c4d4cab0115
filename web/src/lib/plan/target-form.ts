// A target as it is typed, and back: texts in the boxes, a target of the plan behind them, what is wrong in words beside each box.
import type { Target } from '#procedures/plan/plan.ts';
import { parseInteger, parsePercent } from '#procedures/text/number.ts';
import { fold } from '#procedures/text/vietnamese.ts';
import { cleanText } from '#lib/editor/changed-mark.ts';

export type TargetDraft = {
  /** Empty until the target is first saved. */
  id: string;
  name: string;
  metric: Target['metric'];
  denominator: string;
  comparator: Target['comparator'];
  threshold: string;
  baseYear: string;
  period: NonNullable<Target['period']>;
  source: string;
};
type TargetBox = 'name' | 'metric' | 'comparator' | 'threshold' | 'baseYear' | 'source';
export type TargetErrors = Partial<Record<TargetBox, string>>;

/** How often figures come in. */
export const PERIOD_KIND_NAMES: readonly { value: NonNullable<Target['period']>; label: string }[] = [
  { value: 'quarter', label: 'Hằng quý' },
  { value: 'halfYear', label: '6 tháng một lần' },
  { value: 'year', label: 'Hằng năm' },
];

const ID_LENGTH = 60;

/** Hundredths of a percent as one would type them, without a sign or a dot: `7023`, `12,5`. */
export const percentDraft = (hundredths: number): string => `${hundredths / 100}`.replace('.', ',');

/** What the boxes show of a target. */
export function draftOf({ id, name = '', metric, denominator = '', comparator, threshold, baseYear, period, source }: Target): TargetDraft {
  return {
    id,
    name,
    metric,
    denominator,
    comparator,
    threshold: percentDraft(threshold),
    baseYear: baseYear === undefined ? '' : `${baseYear}`,
    period: period ?? 'year',
    source,
  };
}

/** An empty form. Most targets that the workspace cannot derive come by quarter. */
export const newDraft = (): TargetDraft => ({
  id: '',
  name: '',
  metric: 'entered',
  denominator: '',
  comparator: 'atLeast',
  threshold: '',
  baseYear: '',
  period: 'quarter',
  source: '',
});

/** A percentage as typed (`70`, `12,5%`) in hundredths; null for what is none, is negative or has more than two decimals. */
export function hundredthsOf(text: string): number | null {
  const typed = parsePercent(text);
  if (typed === null || typed.decimals > 2 || typed.digits < 0) return null;
  return typed.digits * 10 ** (2 - typed.decimals);
}

/** What is still wrong; empty when the target can be saved. */
export function errorsOf(draft: TargetDraft): TargetErrors {
  const errors: TargetErrors = {};
  const threshold = hundredthsOf(draft.threshold);
  if (draft.metric === 'entered' && cleanText(draft.name) === undefined) errors.name = 'Đặt tên để biết số liệu nào phải nhập.';
  if (threshold === null) errors.threshold = 'Nhập tỷ lệ phần trăm, ví dụ 20 hoặc 12,5.';
  else if (threshold > 1_000_000) errors.threshold = 'Mức này quá lớn.';
  const year = draft.baseYear.trim() === '' ? undefined : parseInteger(draft.baseYear);
  if (year === null || (year !== undefined && (year < 2000 || year > 2100))) errors.baseYear = 'Nhập năm có bốn chữ số, hoặc để trống.';
  if (cleanText(draft.source) === undefined) errors.source = 'Ghi văn bản đặt ra chỉ tiêu này.';
  return errors;
}

/** The target of a draft without errors; `taken` are the ids of the other targets. Throws RangeError for a draft that has some. */
export function targetOf(draft: TargetDraft, taken: readonly string[]): Target {
  const threshold = hundredthsOf(draft.threshold);
  if (threshold === null || Object.keys(errorsOf(draft)).length > 0) throw new RangeError('The target is not complete.');
  const { metric, comparator } = draft;
  const [name, denominator, source] = [draft.name, draft.denominator, draft.source].map(cleanText);
  const target: Target = {
    id: draft.id || newId(name ?? metric, taken),
    metric,
    comparator,
    threshold,
    source: source ?? '',
    period: draft.period,
  };
  if (name) target.name = name;
  if (denominator) target.denominator = denominator;
  if (draft.baseYear.trim() !== '') target.baseYear = Number(draft.baseYear.trim());
  return target;
}

/** `giao-dich-truc-tuyen`, with a number behind it where that is taken. */
function newId(name: string, taken: readonly string[]): string {
  const words = fold(name)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, ID_LENGTH)
    .replaceAll(/^-+|-+$/gu, '');
  const base = words || 'chi-tieu';
  let id = base;
  for (let number = 2; taken.includes(id); number++) id = `${base}-${number}`;
  return id;
}

/** Drafts of all targets as targets of the plan, each new one with an id of its own. */
export function targetsOf(drafts: readonly TargetDraft[]): Target[] {
  const taken = drafts.map(({ id }) => id).filter((id) => id !== '');
  return drafts.map((draft) => {
    const target = targetOf(draft, taken);
    taken.push(target.id);
    return target;
  });
}
