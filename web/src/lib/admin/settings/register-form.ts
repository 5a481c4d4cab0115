// A register as it is typed, with its items.
import { cleanText } from '#lib/editor/changed-mark.ts';
import { readableId } from '#lib/readable-id.ts';
import type { DataItem, Register } from '#procedures/registers/register.ts';
import { formatShortDay, parseDay } from '#procedures/text/date.ts';
import type { DraftErrors, SettingsForm } from './settings-form.ts';

export type ItemDraft = { key: string; id: string; number: string; name: string; root: '' | 'root' | 'copy' };
export type RegisterDraft = {
  key: string;
  id: string;
  name: string;
  owner: string;
  basis: string;
  effectiveFrom: string;
  connectedSince: string;
  source: string;
  note: string;
  items: ItemDraft[];
};

/** What the source says of an item. */
export const ROOT_NAMES = [
  { value: '', label: 'Không rõ' },
  { value: 'root', label: 'Dữ liệu gốc' },
  { value: 'copy', label: 'Bản sao' },
] as const;

const day = (value: string | undefined) => (value === undefined ? '' : formatShortDay(value));
const wrongDay = (typed: string) => typed.trim() !== '' && parseDay(typed) === null;
const DAY = 'Nhập ngày như 01/01/2026, hoặc để trống.';

export const REGISTER_FORM: SettingsForm<'registers', RegisterDraft> = {
  kind: 'registers',
  nameOf: ({ name }) => name,
  noteOf: ({ connectedSince }) => (connectedSince.trim() === '' ? 'chưa kết nối' : `kết nối từ ${connectedSince}`),
  blank: (key) => ({
    key,
    id: '',
    name: '',
    owner: '',
    basis: '',
    effectiveFrom: '',
    connectedSince: '',
    source: '',
    note: '',
    items: [],
  }),
  draftOf: ({ id, name, owner = '', basis, effectiveFrom, connectedSince, source, note = '', items }: Register) => ({
    key: id,
    id,
    name,
    owner,
    basis,
    effectiveFrom: day(effectiveFrom),
    connectedSince: day(connectedSince),
    source,
    note,
    items: items.map(itemDraft),
  }),
  itemOf: ({ name, owner, basis, effectiveFrom, connectedSince, source, note, items }, id): Register => {
    const [from, since] = [parseDay(effectiveFrom), parseDay(connectedSince)];
    const [who, remark] = [cleanText(owner), cleanText(note)];
    return {
      id,
      name: cleanText(name) ?? '',
      ...(who !== undefined && { owner: who }),
      basis: cleanText(basis) ?? '',
      ...(from !== null && { effectiveFrom: from }),
      items: dataItems(items),
      ...(since !== null && { connectedSince: since }),
      source: cleanText(source) ?? '',
      ...(remark !== undefined && { note: remark }),
    };
  },
  errorsOf: ({ name, basis, effectiveFrom, connectedSince, source, items }) => {
    const errors: DraftErrors = {};
    if (cleanText(name) === undefined) errors['name'] = 'Nhập tên cơ sở dữ liệu.';
    if (cleanText(basis) === undefined) errors['basis'] = 'Nhập văn bản quy định cơ sở dữ liệu này.';
    if (cleanText(source) === undefined) errors['source'] = 'Nhập nơi lấy: địa chỉ trang, công báo…';
    if (wrongDay(effectiveFrom)) errors['effectiveFrom'] = DAY;
    if (wrongDay(connectedSince)) errors['connectedSince'] = DAY;
    for (const { key, name: item } of items)
      if (cleanText(item) === undefined) errors[`item ${key}`] = 'Nhập tên mục dữ liệu, hoặc bỏ mục.';
    return errors;
  },
};

/** A new item to type into. */
export const blankItem = (key: string): ItemDraft => ({ key, id: '', number: '', name: '', root: '' });

function itemDraft({ id, number = '', name, root }: DataItem): ItemDraft {
  return { key: id, id, number, name, root: root === undefined ? '' : root ? 'root' : 'copy' };
}

function dataItems(drafts: readonly ItemDraft[]): DataItem[] {
  const taken = new Set(drafts.map(({ id }) => id));
  return drafts.map(({ id: given, number, name, root }) => {
    const [title, order] = [cleanText(name) ?? '', cleanText(number)];
    const id = given === '' ? readableId(order ?? title, (one) => taken.has(one)) : given;
    taken.add(id);
    return { id, ...(order !== undefined && { number: order }), name: title, ...(root !== '' && { root: root === 'root' }) };
  });
}
