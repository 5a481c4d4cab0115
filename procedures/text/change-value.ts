// What stood before and what stands now, in words: values of attributes inside the sentence of a change.
import type { Change, ChangeValue } from '#procedures/definition/change.ts';
import type { Fee, ProcessingTime } from '#procedures/definition/channel.ts';
import type { Condition } from '#procedures/definition/field.ts';
import {
  type Attribute,
  CHANNEL_NAMES,
  FILLER_NAMES,
  KIND_NAMES,
  REQUIREMENT_NAMES,
  SUBJECT_NAMES,
  UNIT_NAMES,
} from '#procedures/definition/names.ts';
import { same } from '#procedures/definition/same.ts';
import { formatDong } from './money.ts';
import { formatInteger } from './number.ts';

type Names = Change['named'];

/** Attributes that hold a code, and the words for it. */
const CODES: Partial<Record<Attribute, Readonly<Record<string, string>>>> = {
  kind: { ...KIND_NAMES, ...CHANNEL_NAMES },
  requirement: REQUIREMENT_NAMES,
  whose: SUBJECT_NAMES,
  filledBy: FILLER_NAMES,
};

/** A value in words: text in quotes, numbers with dots, codes by their Vietnamese names, ids by the labels in `named`. */
export function changeValueText(attribute: Attribute, value: ChangeValue | undefined, named: Names = {}): string {
  if (value === undefined) return 'không có';
  if (typeof value === 'number') return formatInteger(value);
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (typeof value === 'string') return `“${CODES[attribute]?.[value] ?? named[value] ?? value}”`;
  if (Array.isArray(value)) return value.length === 0 ? 'không có' : value.map((each) => itemText(each, named)).join('; ');
  return `“${'field' in value ? conditionText(value, named) : value.text}”`;
}

/** `từ 10 ngày làm việc xuống 7 ngày làm việc` where both are plain figures of one unit; null where only their wording can be told. */
export function timeText(from: ChangeValue | undefined, to: ChangeValue | undefined): string | null {
  const [old, now] = [figure(from), figure(to)];
  if (!old || !now || old.unit !== now.unit || old.amount === now.amount) return null;
  const unit = UNIT_NAMES[now.unit];
  return `từ ${formatInteger(old.amount)} ${unit} ${now.amount < old.amount ? 'xuống' : 'lên'} ${formatInteger(now.amount)} ${unit}`;
}

/** What came into a list and what went: `thêm “A”; bỏ “B”`. */
export function listDifference(from: (string | Fee)[], to: (string | Fee)[], named: Names = {}): string {
  const added = to.filter((item) => !from.some((other) => same(item, other))).map((item) => `thêm ${itemText(item, named)}`);
  const removed = from.filter((item) => !to.some((other) => same(item, other))).map((item) => `bỏ ${itemText(item, named)}`);
  return [...added, ...removed].join('; ') || 'xếp lại thứ tự';
}

function itemText(item: string | Fee, named: Names): string {
  return typeof item === 'string' ? `“${item}”` : feeText(item, named);
}

/** An absent amount was not found in the source; 0 means that the source says free. */
function feeText({ label, amount, condition, note }: Fee, named: Names): string {
  const price = amount === undefined ? 'chưa rõ mức thu' : amount === 0 ? 'không thu' : formatDong(amount);
  const details = [...(condition ? [conditionText(condition, named)] : []), ...(note === undefined ? [] : [note])];
  return `“${label}: ${price}${details.length > 0 ? ` (${details.join('; ')})` : ''}”`;
}

function conditionText({ field, is, text }: Condition, named: Names = {}): string {
  return text ?? `khi mục ${named[field] ?? field} ${is ? `là ${is.join(' hoặc ')}` : 'có khai'}`;
}

function figure(value: ChangeValue | undefined): Required<ProcessingTime> | null {
  if (typeof value !== 'object' || Array.isArray(value) || 'field' in value) return null;
  const { text, amount, unit } = value;
  return amount === undefined || unit === undefined ? null : { text: text ?? '', amount, unit };
}
