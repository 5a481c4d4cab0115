// A ground as it is typed.
import { cleanText } from '#lib/editor/changed-mark.ts';
import type { Ground } from '#procedures/redesign/ground.ts';
import { formatShortDay, parseDay } from '#procedures/text/date.ts';
import type { DraftErrors, SettingsForm } from './settings-form.ts';

export type GroundDraft = {
  key: string;
  id: string;
  symbol: string;
  citation: string;
  summary: string;
  effectiveFrom: string;
  effectiveTo: string;
  source: string;
  unconfirmed: boolean;
};

const day = (value: string | undefined) => (value === undefined ? '' : formatShortDay(value));
const wrongDay = (typed: string) => typed.trim() !== '' && parseDay(typed) === null;
const DAY = 'Nhập ngày như 01/01/2026, hoặc để trống.';

export const GROUND_FORM: SettingsForm<'grounds', GroundDraft> = {
  kind: 'grounds',
  nameOf: ({ symbol }) => symbol,
  noteOf: ({ citation }) => citation,
  blank: (key) => ({
    key,
    id: '',
    symbol: '',
    citation: '',
    summary: '',
    effectiveFrom: '',
    effectiveTo: '',
    source: '',
    unconfirmed: false,
  }),
  draftOf: ({ id, key: symbol, citation, summary, effectiveFrom, effectiveTo, source, unconfirmed = false }: Ground) => ({
    key: id,
    id,
    symbol,
    citation,
    summary,
    effectiveFrom: day(effectiveFrom),
    effectiveTo: day(effectiveTo),
    source,
    unconfirmed,
  }),
  itemOf: ({ symbol, citation, summary, effectiveFrom, effectiveTo, source, unconfirmed }, id): Ground => {
    const [from, to] = [parseDay(effectiveFrom), parseDay(effectiveTo)];
    return {
      id,
      key: cleanText(symbol) ?? '',
      citation: cleanText(citation) ?? '',
      summary: cleanText(summary) ?? '',
      ...(from !== null && { effectiveFrom: from }),
      ...(to !== null && { effectiveTo: to }),
      source: cleanText(source) ?? '',
      ...(unconfirmed && { unconfirmed }),
    };
  },
  errorsOf: ({ symbol, citation, summary, effectiveFrom, effectiveTo, source }) => {
    const errors: DraftErrors = {};
    if (cleanText(symbol) === undefined) errors['symbol'] = 'Nhập ký hiệu ngắn, như NĐ45-Đ4.';
    if (cleanText(citation) === undefined) errors['citation'] = 'Nhập căn cứ như sẽ dẫn trong văn bản.';
    if (cleanText(summary) === undefined) errors['summary'] = 'Nhập một câu: căn cứ này cho phép điều gì.';
    if (cleanText(source) === undefined) errors['source'] = 'Nhập nơi lấy: địa chỉ trang, công báo…';
    if (wrongDay(effectiveFrom)) errors['effectiveFrom'] = DAY;
    if (wrongDay(effectiveTo)) errors['effectiveTo'] = DAY;
    const [from, to] = [parseDay(effectiveFrom), parseDay(effectiveTo)];
    if (from !== null && to !== null && to < from) errors['effectiveTo'] = 'Ngày hết hiệu lực phải sau ngày có hiệu lực.';
    return errors;
  },
};
