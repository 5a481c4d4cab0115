// A figure of a period as it is typed: numerator, denominator, the percentage as quoted, the source; and what follows from it.
import type { Figure, FigureInput } from '#procedures/plan/figure.ts';
import { figureFaults } from '#procedures/plan/plan-faults.ts';
import { formatInteger, formatPercent, parseInteger } from '#procedures/text/number.ts';
import { cleanText } from '#lib/editor/changed-mark.ts';
import { hundredthsOf, percentDraft } from './target-form.ts';

export type FigureDraft = { numerator: string; denominator: string; quoted: string; source: string };
export type FigureErrors = Partial<Record<keyof FigureDraft, string>>;

const MOST = 1_000_000_000_000;
const written = (count: number | undefined) => (count === undefined ? '' : formatInteger(count));

/** What the boxes show of a figure; empty boxes where there is none yet. */
export const figureDraft = (figure?: FigureInput): FigureDraft => ({
  numerator: written(figure?.numerator),
  denominator: written(figure?.denominator),
  quoted: figure?.quoted === undefined ? '' : percentDraft(figure.quoted),
  source: figure?.source ?? '',
});

/** What is still wrong; empty when the figure can be saved. */
export function figureErrors(draft: FigureDraft): FigureErrors {
  const errors: FigureErrors = {};
  const [numerator, denominator, quoted] = [draft.numerator, draft.denominator, draft.quoted].map((text) => text.trim());
  for (const [box, text] of [
    ['numerator', numerator],
    ['denominator', denominator],
  ] as const) {
    const count = text ? parseInteger(text) : undefined;
    if (count === null || (count !== undefined && (count < 0 || count > MOST))) errors[box] = 'Nhập số nguyên, ví dụ 1.250.';
  }
  if (quoted && hundredthsOf(quoted) === null) errors.quoted = 'Nhập tỷ lệ phần trăm, nhiều nhất hai chữ số sau dấu phẩy.';
  if (Object.keys(errors).length === 0) {
    for (const { path, message } of figureFaults(figureInput(draft))) errors[path as keyof FigureDraft] = message;
  }
  if (cleanText(draft.source) === undefined) errors.source = 'Ghi nguồn của số liệu.';
  return errors;
}

/** The figure to send; only for a draft without errors. */
export function figureInput(draft: FigureDraft): FigureInput {
  const [numerator, denominator] = [draft.numerator, draft.denominator].map((text) => (text.trim() === '' ? null : parseInteger(text)));
  const quoted = draft.quoted.trim() === '' ? null : hundredthsOf(draft.quoted);
  return {
    ...(numerator !== null && numerator !== undefined && { numerator }),
    ...(denominator !== null && denominator !== undefined && { denominator }),
    ...(quoted !== null && { quoted }),
    source: cleanText(draft.source) ?? '',
  };
}

/** The percentage that follows from numerator and denominator, where both are there: it stands beside the quoted one. */
export function computed({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): string | null {
  if (numerator === undefined || denominator === undefined) return null;
  return formatPercent({ numerator, denominator });
}
