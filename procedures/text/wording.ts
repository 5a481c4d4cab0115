// Fixed words that several papers share, so that what is unknown or not connected is said the same way everywhere.
import type { Channel, Fee, ProcessingTime } from '#procedures/definition/channel.ts';
import type { Document } from '#procedures/definition/document.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { UNIT_NAMES } from '#procedures/definition/names.ts';
import type { Justification } from '#procedures/redesign/mark.ts';
import { formatMoment } from '#procedures/text/date.ts';
import { formatInteger } from '#procedures/text/number.ts';
import { formatDong } from '#procedures/text/money.ts';

/** What the source does not have. Never "không" and never "miễn phí": nobody has said so. */
export const NOT_KNOWN = 'Chưa có thông tin';

export const AUTHORITY_NAMES: Record<NonNullable<Justification['authority']>, string> = {
  decide: 'Tỉnh quyết định',
  recommend: 'Kiến nghị',
};

/** The text of the source; “Chưa có thông tin” where it has none. */
export const orUnknown = (text: string | undefined): string => text ?? NOT_KNOWN;
/** The texts with `;` between them. An empty list is unknown too: no source says that there is none. */
export const listOrUnknown = (texts: readonly string[]): string => (texts.length > 0 ? texts.join('; ') : NOT_KNOWN);
/** A count as it is printed (`1.763`). 0 is a known count, unlike an absent one. */
export const countOrUnknown = (count: number | undefined): string => (count === undefined ? NOT_KNOWN : formatInteger(count));

const SHORT = 160;
/** A long name cut at a word, for where it is only referred to; the whole of it stands in the table of comparison. */
function shortened(text: string): string {
  if (text.length <= SHORT) return text;
  const head = text.slice(0, SHORT);
  return `${head.slice(0, head.lastIndexOf(' ') > SHORT / 2 ? head.lastIndexOf(' ') : SHORT).trimEnd()}…`;
}

/** A name in quotes inside a sentence: at most 160 characters, without a closing full stop or semicolon of its own. */
export const quoted = (text: string): string => `“${shortened(text).replace(/[.;]$/u, '')}”`;

/** A label with the part of the sheet it stands in, since forms ask “Họ và tên” of several people. */
export function fieldName({ label, section }: Pick<Field, 'label' | 'section'>): string {
  // A heading on the sheet may end in a colon; inside a sentence it does not.
  const heading = section?.replace(/[:;\s]+$/u, '');
  if (!heading) return quoted(label);
  return `${quoted(label)} ở ${/^phần\s/iu.test(heading) ? heading : `phần ${heading}`}`;
}

/** Ends a sentence once, whatever the author typed. */
export const sentence = (text: string): string => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** The first letter as a capital, for the start of a sentence; the rest, names and all, stays as written. */
export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The source's own wording; the plain figure is added where the wording does not hold it. */
export function timeText(time: ProcessingTime | undefined): string {
  if (!time) return NOT_KNOWN;
  const figure = time.amount === undefined || !time.unit ? '' : `${formatInteger(time.amount)} ${UNIT_NAMES[time.unit]}`;
  return figure === '' || time.text.includes(figure) || /\d/u.test(time.text) ? time.text : `${time.text} (${figure})`;
}

/** Labels of the source may hold their amount already: “Phí: Không Đồng”. */
function feeAmount({ label, amount }: Fee): string {
  if (amount === undefined) return `${label}: ${NOT_KNOWN.toLocaleLowerCase('vi')}`;
  const told = amount === 0 ? /: không(?: đồng)?$/iu.test(label) : label.includes(formatInteger(amount));
  return told ? label : `${label}: ${formatDong(amount)}`;
}

/** Each fee on its own line. A fee without an amount was found without one; no list of fees at all means that the source is silent. */
export function feesText(fees: readonly Fee[] | undefined): string {
  if (!fees) return NOT_KNOWN;
  if (fees.length === 0) return 'Nguồn không nêu khoản nào';
  const text = (fee: Fee) => [feeAmount(fee), fee.condition?.text, fee.note].filter((part) => part !== undefined).join('; ');
  return fees.map(text).join('\n');
}

/** Fees that are called so by their own labels are not called so twice. */
export function channelText({ processingTime, fees }: Channel): string {
  const named = fees?.length && fees.every((fee) => /^(?:lệ )?phí/iu.test(fee.label));
  return `Thời hạn: ${timeText(processingTime)}\n${named ? '' : 'Phí, lệ phí: '}${feesText(fees)}`;
}

/** Two lines: the name of a document, then how many originals and copies of it are asked for. */
export const documentText = (document: Document): string =>
  `${document.name}\nBản chính: ${countOrUnknown(document.originals)}; bản sao: ${countOrUnknown(document.copies)}`;

/** A revision as a paper names it: its number, when it was recorded, and the decision that announced the procedure where it is known. */
export function revisionText({ number, publishedAt, procedure }: Revision): string {
  const announced = procedure.decision ? `; thủ tục công bố theo Quyết định số ${procedure.decision}` : '';
  return `Phiên bản ${number}, ghi lúc ${formatMoment(publishedAt)}${announced}`;
}
