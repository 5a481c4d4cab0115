// A change as one plain Vietnamese sentence, as screens and papers print it.
import type { About, Change } from '#procedures/definition/change.ts';
import { ATTRIBUTE_NAMES, type Attribute, SUBJECT_NAMES } from '#procedures/definition/names.ts';
import { changeValueText, listDifference, timeText } from './change-value.ts';

const NOUNS: Record<About['element'], string> = {
  procedure: 'thủ tục',
  form: 'mẫu',
  field: 'mục',
  document: 'thành phần hồ sơ',
  channel: 'cách thức thực hiện',
  step: 'bước',
  authority: 'cơ quan có thẩm quyền',
  result: 'kết quả thực hiện',
};

/** Where the label of an element stands; changing it is a renaming. */
const LABELS: Partial<Record<About['element'], Attribute>> = {
  procedure: 'name',
  form: 'title',
  field: 'label',
  document: 'name',
  channel: 'label',
};

/** One sentence a change, in the order of the changes, which `difference` gives in form order. */
export function changeSentences(changes: readonly Change[]): string[] {
  return changes.map(changeSentence);
}

/** For example `Bỏ mục “Ngày sinh” (người nộp) ở phần “I. Người nộp”.`; ends with a full stop. */
export function changeSentence(change: Change): string {
  switch (change.op) {
    case 'add':
      return `Thêm ${target(change)}.`;
    case 'remove':
      return `Bỏ ${target(change)}.`;
    case 'move':
      return moveSentence(change);
    case 'update':
      return updateSentence(change);
  }
}

function moveSentence(change: Change): string {
  const { attribute, from, to, named = {} } = change;
  if (attribute === 'section') return `Chuyển ${who(change)} từ ${section(from)} sang ${section(to)}${ofForm(change)}.`;
  if (attribute === 'form')
    return `Chuyển ${who(change)} từ mẫu ${quoted(named[`${from}`])} sang mẫu ${quoted(named[`${to}`])}${inSection(change)}.`;
  return `Xếp lại ${target(change)}: ${to === undefined ? 'đứng đầu' : `đứng sau ${quoted(named[`${to}`])}`}.`;
}

function updateSentence(change: Change): string {
  const { element, attribute, from, to } = change;
  if (attribute === undefined || attribute === 'order') return `Sửa ${target(change)}.`;
  if (element === 'form' && attribute === 'section') return `Đổi tên phần ${quoted(from)} thành ${quoted(to)}${ofForm(change)}.`;
  if (LABELS[element] === attribute) return `Đổi tên ${NOUNS[element]} ${quoted(from)} thành ${quoted(to)}${whose(change)}${at(change)}.`;
  if (element === 'step' && attribute === 'text') return `Sửa bước ${quoted(from)} thành ${quoted(to)}.`;
  if (element === 'channel' && (attribute === 'processingTime' || attribute === 'fees')) return channelSentence(change, attribute);
  if (attribute === 'prefilled') return `${to === true ? 'Điền sẵn' : 'Thôi điền sẵn'} ${target(change)}.`;
  if (typeof (from ?? to) === 'boolean')
    return `${to === true ? 'Đánh dấu' : 'Bỏ đánh dấu'} ${target(change)}: ${ATTRIBUTE_NAMES[attribute]}.`;
  return attributeSentence(change, attribute);
}

/** `Thời hạn giải quyết (Trực tuyến): từ 10 ngày làm việc xuống 7 ngày làm việc.` */
function channelSentence(change: Change, attribute: 'processingTime' | 'fees'): string {
  const name = ATTRIBUTE_NAMES[attribute];
  const head = `${name.charAt(0).toUpperCase()}${name.slice(1)} (${change.label})`;
  const { from, to, named } = change;
  if (attribute === 'processingTime') {
    const time = timeText(from, to);
    if (time) return `${head}: ${time}.`;
  }
  if (from === undefined) return `${head}: bổ sung ${changeValueText(attribute, to, named)}.`;
  if (to === undefined) return `${head}: bỏ ${changeValueText(attribute, from, named)}.`;
  return `${head}: từ ${changeValueText(attribute, from, named)} thành ${changeValueText(attribute, to, named)}.`;
}

function attributeSentence(change: Change, attribute: Attribute): string {
  const { element, from, to, named } = change;
  const single = element === 'authority' || element === 'result';
  const what = single ? NOUNS[element] : `${ATTRIBUTE_NAMES[attribute]} của ${target(change)}`;
  if (from === undefined) return `Bổ sung ${what}: ${changeValueText(attribute, to, named)}.`;
  if (to === undefined) return `Bỏ ${what} (trước là ${changeValueText(attribute, from, named)}).`;
  if (Array.isArray(from) && Array.isArray(to)) return `Sửa ${what}: ${listDifference(from, to, named)}.`;
  return `Sửa ${what}: từ ${changeValueText(attribute, from, named)} thành ${changeValueText(attribute, to, named)}.`;
}

/** `mục “Ngày sinh” (người nộp) ở phần “I. Người nộp”`. */
function target(change: Change): string {
  return `${who(change)}${at(change)}`;
}

function who(change: Change): string {
  return `${NOUNS[change.element]} ${quoted(change.label)}${whose(change)}`;
}

function whose(change: Change): string {
  return change.whose === undefined ? '' : ` (${SUBJECT_NAMES[change.whose]})`;
}

function at({ place }: Change): string {
  if (place?.section !== undefined)
    return ` ở phần ${quoted(place.section)}${place.form === undefined ? '' : ` của mẫu ${quoted(place.form)}`}`;
  return place?.form === undefined ? '' : ` ở mẫu ${quoted(place.form)}`;
}

function inSection({ place }: Change): string {
  return place?.section === undefined ? '' : `, phần ${quoted(place.section)}`;
}

function ofForm({ place }: Change): string {
  return place?.form === undefined ? '' : ` của mẫu ${quoted(place.form)}`;
}

function section(name: Change['from']): string {
  return name === undefined ? 'chỗ ngoài các phần' : `phần ${quoted(name)}`;
}

function quoted(text: Change['from']): string {
  return `“${String(text ?? '')}”`;
}
