// What stands under a document, channel or step: its figures today, and what the mark makes of them.
import type { Element } from '#procedures/definition/elements.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import { countOrUnknown, feesText, timeText } from '#procedures/text/wording.ts';

export type Fact = { text: string; changed: boolean };

/** Absent figures are said to be absent, never taken for zero. */
export function elementFacts({ document, channel }: Element, mark: Mark | undefined): Fact[] {
  const values = mark?.treatment === 'change' ? mark.values : undefined;
  const now = [
    document && `Bản chính: ${countOrUnknown(document.originals)}; bản sao: ${countOrUnknown(document.copies)}`,
    ...(document?.cases ?? []),
    document?.note,
    channel && `Thời hạn: ${timeText(channel.processingTime)}`,
    channel && `Phí, lệ phí: ${inOneLine(feesText(channel.fees))}`,
    channel?.note,
  ];
  const later = [
    values?.name,
    values?.text,
    values?.originals === undefined ? undefined : `bản chính ${values.originals}`,
    values?.copies === undefined ? undefined : `bản sao ${values.copies}`,
    values?.processingTime && `thời hạn ${timeText(values.processingTime)}`,
    values?.fees && (values.fees.length === 0 ? 'không còn khoản phí, lệ phí nào' : inOneLine(feesText(values.fees))),
  ].filter((one) => one !== undefined);
  return [
    ...now.flatMap((text) => (text ? [{ text, changed: false }] : [])),
    ...(later.length > 0 ? [{ text: `Đề nghị: ${later.join('; ')}`, changed: true }] : []),
  ];
}

const inOneLine = (text: string): string => text.replaceAll('\n', '; ');
