// What a definition still lacks: the parts that NĐ 63/2010 Điều 8.2 lists, and what the workspace needs to reckon with it.
import type { Channel } from './channel.ts';
import type { Document } from './document.ts';
import type { Form } from './form.ts';
import type { Procedure } from './procedure.ts';

/** `path` as in an issue (`channels[0].fees`); `message` says what is missing, in one Vietnamese sentence. */
export type Gap = { path: string; message: string };

type Key = keyof Procedure & string;

/** Whatever is absent or empty is a gap: the source did not have it, which is not the same as "none" or "free". */
const ASKED: readonly (readonly [Key, string])[] = [
  ['code', 'Chưa có mã thủ tục.'],
  ['area', 'Chưa có lĩnh vực.'],
  ['levels', 'Chưa có cấp thực hiện.'],
  ['decision', 'Chưa có số quyết định công bố.'],
  ['subjects', 'Chưa có đối tượng thực hiện.'],
  ['agencies', 'Chưa có cơ quan thực hiện.'],
  ['authority', 'Chưa có cơ quan có thẩm quyền.'],
  ['timesPerYear', 'Chưa có số lần thực hiện trong một năm.'],
  ['subjectsPerYear', 'Chưa có số lượng đối tượng trong một năm.'],
  ['steps', 'Chưa có trình tự thực hiện.'],
  ['channels', 'Chưa có cách thức thực hiện.'],
  ['documents', 'Chưa có thành phần hồ sơ.'],
  ['result', 'Chưa có kết quả thực hiện.'],
  ['conditions', 'Chưa rõ yêu cầu, điều kiện; nếu không có thì ghi “Không”.'],
  ['legalBases', 'Chưa có căn cứ pháp lý.'],
  ['sources', 'Chưa ghi nguồn của định nghĩa.'],
];

/** Every gap, in the order of the definition; an empty list means complete. */
export function definitionGaps(procedure: Procedure): Gap[] {
  return [
    ...ASKED.flatMap(([key, message]) => (isMissing(procedure[key]) ? [{ path: key, message }] : [])),
    ...procedure.channels.flatMap((channel, at) => channelGaps(channel, `channels[${at}]`)),
    ...procedure.documents.flatMap((document, at) => documentGaps(document, `documents[${at}]`)),
    ...procedure.forms.flatMap((form, at) => formGaps(form, `forms[${at}]`)),
  ];
}

function isMissing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function channelGaps({ label, processingTime, fees }: Channel, path: string): Gap[] {
  const gaps: Gap[] = [];
  if (!processingTime) gaps.push({ path: `${path}.processingTime`, message: `${label}: chưa có thời hạn giải quyết.` });
  if (!fees) gaps.push({ path: `${path}.fees`, message: `${label}: chưa rõ phí, lệ phí.` });
  for (const [at, fee] of (fees ?? []).entries()) {
    if (fee.amount === undefined) gaps.push({ path: `${path}.fees[${at}].amount`, message: `${label}: chưa có mức thu (${fee.label}).` });
  }
  return gaps;
}

function documentGaps({ name, originals, copies, file, form }: Document, path: string): Gap[] {
  const gaps: Gap[] = [];
  if (originals === undefined && copies === undefined) {
    gaps.push({ path: `${path}.originals`, message: `“${brief(name)}”: chưa có số bản chính, bản sao.` });
  }
  if (file && !form)
    gaps.push({ path: `${path}.form`, message: `“${brief(name)}”: có tệp mẫu đính kèm nhưng chưa có các trường thông tin.` });
  return gaps;
}

function formGaps({ title, basis, complete, fields }: Form, path: string): Gap[] {
  const gaps: Gap[] = [];
  if (!basis) gaps.push({ path: `${path}.basis`, message: `“${brief(title)}”: chưa rõ văn bản ban hành mẫu.` });
  if (!complete) gaps.push({ path: `${path}.complete`, message: `“${brief(title)}”: mẫu chưa đầy đủ các trường.` });
  const groundless = fields.filter((field) => !field.basis).length;
  const unused = fields.filter((field) => !field.useBasis).length;
  if (groundless > 0) gaps.push({ path: `${path}.fields`, message: `“${brief(title)}”: ${groundless} trường chưa có căn cứ.` });
  if (unused > 0) {
    gaps.push({ path: `${path}.fields`, message: `“${brief(title)}”: ${unused} trường chưa có căn cứ của việc hỏi trong thủ tục này.` });
  }
  return gaps;
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
