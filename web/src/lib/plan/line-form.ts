// Settings of one or of many procedures of a plan, as they are typed, and what becomes of each line.
import { cleanText } from '#lib/editor/changed-mark.ts';
import type { LineSettings, PlanLine } from '#procedures/plan/line.ts';
import { formatShortDay, parseDay } from '#procedures/text/date.ts';
import { formatInteger, parseInteger } from '#procedures/text/number.ts';
import { hundredthsOf, percentDraft } from './target-form.ts';

/** `deadline` as it is typed: 31/12/2026. An empty box changes nothing, unless it is emptied here or among `cleared`. */
export type LineDraft = {
  office: string;
  deadline: string;
  expectedCut: string;
  dossiers: string;
  dossiersSource: string;
  cleared: { deadline: boolean; expectedCut: boolean; dossiers: boolean };
};
type LineBox = 'deadline' | 'expectedCut' | 'dossiers' | 'dossiersSource';
export type LineErrors = Partial<Record<LineBox, string>>;

const MOST_DOSSIERS = 1_000_000_000;

/** For one line its own values; for several only what all of them have in common. */
export function lineDraft(lines: readonly PlanLine[]): LineDraft {
  const common = (of: (line: PlanLine) => string): string => {
    const values = new Set(lines.map(of));
    const [value = ''] = values;
    return values.size === 1 ? value : '';
  };
  return {
    office: common(({ office }) => office),
    deadline: common(({ deadline }) => (deadline === undefined ? '' : formatShortDay(deadline))),
    expectedCut: common(({ expectedCut }) => (expectedCut === undefined ? '' : percentDraft(expectedCut))),
    dossiers: common(({ dossiersPerYear }) => (dossiersPerYear === undefined ? '' : formatInteger(dossiersPerYear))),
    dossiersSource: common(({ dossiersSource = '' }) => dossiersSource),
    cleared: { deadline: false, expectedCut: false, dossiers: false },
  };
}

/** What is still wrong; empty when it can be saved. */
export function lineErrors({ deadline, expectedCut, dossiers, dossiersSource, cleared }: LineDraft): LineErrors {
  const errors: LineErrors = {};
  if (!cleared.deadline && deadline.trim() !== '' && parseDay(deadline) === null) errors.deadline = 'Nhập ngày như 31/12/2026.';
  const share = hundredthsOf(expectedCut);
  if (!cleared.expectedCut && expectedCut.trim() !== '' && (share === null || share > 10_000)) {
    errors.expectedCut = 'Nhập tỷ lệ từ 0 đến 100, ví dụ 20 hoặc 27,5.';
  }
  const count = parseInteger(dossiers);
  if (cleared.dossiers || dossiers.trim() === '') return errors;
  if (count === null || count < 0 || count > MOST_DOSSIERS) errors.dossiers = 'Nhập số nguyên, ví dụ 12.500.';
  if (cleanText(dossiersSource) === undefined) errors.dossiersSource = 'Ghi nguồn của số hồ sơ một năm.';
  return errors;
}

/** What a line is set to by a draft without errors; `at` is the draft as the form opened with it. */
export function settingsBy(draft: LineDraft, line: PlanLine, at: LineDraft): LineSettings {
  const emptied = (box: 'deadline' | 'expectedCut' | 'dossiers') =>
    draft.cleared[box] || (at[box].trim() !== '' && draft[box].trim() === '');
  const settings: LineSettings = { office: draft.office || line.office };
  const deadline = emptied('deadline') ? undefined : (parseDay(draft.deadline) ?? line.deadline);
  if (deadline !== undefined) settings.deadline = deadline;
  const share = emptied('expectedCut') ? undefined : (hundredthsOf(draft.expectedCut) ?? line.expectedCut);
  if (share !== undefined) settings.expectedCut = share;
  if (emptied('dossiers')) return settings;
  const typed = parseInteger(draft.dossiers);
  const count = typed ?? line.dossiersPerYear;
  const source = typed === null ? line.dossiersSource : cleanText(draft.dossiersSource);
  if (count !== undefined) settings.dossiersPerYear = count;
  if (source !== undefined) settings.dossiersSource = source;
  return settings;
}

/** Whether a draft would leave the line as it is. */
export function changesNothing(draft: LineDraft, line: PlanLine, at: LineDraft): boolean {
  const { office, deadline, expectedCut, dossiersPerYear, dossiersSource } = line;
  const now = { office, deadline, expectedCut, dossiersPerYear, dossiersSource };
  const next: Partial<LineSettings> = settingsBy(draft, line, at);
  return Object.keys(now).every((key) => now[key as keyof typeof now] === next[key as keyof typeof now]);
}
