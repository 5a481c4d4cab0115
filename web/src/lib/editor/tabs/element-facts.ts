// What stands under a document, channel or step: its figures today, and what the mark makes of them.
import type { Fee } from '#procedures/definition/channel.ts';
import type { Element } from '#procedures/definition/elements.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import { formatDong } from '#procedures/text/money.ts';

export type Fact = { text: string; changed: boolean };

/** Absent figures are said to be absent, never taken for zero. */
export function elementFacts({ document, channel }: Element, mark: Mark | undefined): Fact[] {
  const values = mark?.treatment === 'change' ? mark.values : undefined;
  const now = [
    document && `Bản chính: ${document.originals ?? 'nguồn không nêu'}; bản sao: ${document.copies ?? 'nguồn không nêu'}`,
    ...(document?.cases ?? []),
    document?.note,
    channel && `Thời hạn: ${channel.processingTime?.text ?? 'nguồn không nêu'}`,
    channel && `Phí, lệ phí: ${fees(channel.fees)}`,
    channel?.note,
  ];
  const later = [
    values?.name,
    values?.text,
    values?.originals === undefined ? undefined : `bản chính ${values.originals}`,
    values?.copies === undefined ? undefined : `bản sao ${values.copies}`,
    values?.processingTime && `thời hạn ${values.processingTime.text}`,
    values?.fees && `phí, lệ phí ${fees(values.fees)}`,
  ].filter((one) => one !== undefined);
  return [
    ...now.flatMap((text) => (text ? [{ text, changed: false }] : [])),
    ...(later.length > 0 ? [{ text: `Đề nghị: ${later.join('; ')}`, changed: true }] : []),
  ];
}

function fees(list: readonly Fee[] | undefined): string {
  if (list === undefined) return 'nguồn không nêu';
  return list.map((fee) => `${fee.label} ${fee.amount === undefined ? '(chưa rõ mức)' : formatDong(fee.amount)}`).join('; ') || 'không thu';
}
