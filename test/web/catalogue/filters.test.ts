import { describe, expect, test } from 'vitest';
import { choices, fromAddress, NO_FILTERS, passing, toAddress } from '#lib/catalogue/filters.ts';
import { aCatalogueRow } from '../rows.ts';

const ROWS = [
  aCatalogueRow({ id: 'a' }),
  aCatalogueRow({ id: 'b', internal: true, area: undefined, hasForm: false }),
  aCatalogueRow({ id: 'c', office: 'to-chuc', officeName: 'Phòng Đào tạo (minh họa)', redesign: { id: 'btc-1', state: 'submitted' } }),
];
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('filters of the catalogue', () => {
  test('none lets everything through', () => {
    expect(ids(passing(ROWS, NO_FILTERS))).toEqual(['a', 'b', 'c']);
  });
  test('several hold together', () => {
    expect(ids(passing(ROWS, { ...NO_FILTERS, kind: 'cong-khai', form: 'co' }))).toEqual(['a', 'c']);
    expect(ids(passing(ROWS, { ...NO_FILTERS, kind: 'cong-khai', state: 'submitted' }))).toEqual(['c']);
    expect(ids(passing(ROWS, { ...NO_FILTERS, state: 'chua-mo' }))).toEqual(['a', 'b']);
  });
  test('a choice says how many rows it would leave under the other filters', () => {
    expect(choices(ROWS, { ...NO_FILTERS, kind: 'noi-bo' }, 'office')).toEqual([
      { value: 'quan-ly-chat-luong', label: 'Phòng Quản lý chất lượng (minh họa)', count: 1 },
    ]);
  });
  test('choices stand in Vietnamese order, Đ after D and before Q', () => {
    expect(choices(ROWS, NO_FILTERS, 'office').map(({ label }) => label)).toEqual([
      'Phòng Đào tạo (minh họa)',
      'Phòng Quản lý chất lượng (minh họa)',
    ]);
  });
  test('an area that is not known is called unknown, never none', () => {
    expect(choices(ROWS, NO_FILTERS, 'area')).toContainEqual({ value: 'chua-ro', label: 'Chưa có thông tin', count: 1 });
  });
  test('a value that is set stays on offer when nothing is left of it', () => {
    expect(choices([], { ...NO_FILTERS, state: 'accepted' }, 'state')).toEqual([{ value: 'accepted', label: 'Đã chấp nhận', count: 0 }]);
  });
});

describe('the address of a view', () => {
  test('brings the same view back', () => {
    const filters = { ...NO_FILTERS, office: 'quan-ly-chat-luong', kind: 'noi-bo', state: 'draft' };
    const address = toAddress(' bản sao ', filters);
    expect(fromAddress(new URLSearchParams(address))).toEqual({ query: 'bản sao', filters });
  });
  test('is empty when nothing is set', () => {
    expect(toAddress('', NO_FILTERS)).toBe('');
  });
});
