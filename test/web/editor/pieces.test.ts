import { describe, expect, test } from 'vitest';
import { cleanText, hiddenCharacters } from '#lib/editor/changed-mark.ts';
import { compact } from '#lib/editor/compact.ts';
import { targetPercent } from '#lib/editor/announcements.ts';
import { gapChip } from '#lib/editor/gap-words.ts';
import { keyAct } from '#lib/editor/keys.ts';
import { newFieldId } from '#lib/editor/panel/new-field-id.ts';
import { repeats } from '#lib/editor/repeats.ts';
import { saveSentence } from '#lib/editor/save-state.ts';
import { historySentences } from '#lib/history/history-sentences.ts';
import { withAdded } from '#lib/editor/with-added.ts';
import type { Field } from '#procedures/definition/field.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import { aField, aForm, aProcedure } from '../../support/build.ts';
import { aMark, anAddedField } from '../../support/redesign.ts';

const press = (key: string, keys: Partial<Pick<KeyboardEvent, 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>> = {}) =>
  keyAct({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys });

describe('unsent edits of one element', () => {
  test('only the last mark travels, in its place at the end', () => {
    const a = { kind: 'mark', element: 'a', mark: aMark('remove') } as const;
    const b = { kind: 'mark', element: 'b', mark: aMark('remove') } as const;
    expect(compact([a, b, { kind: 'unmark', element: 'a' }])).toEqual([b, { kind: 'unmark', element: 'a' }]);
  });

  test('a field added and changed is added as changed; added and dropped, nothing happened', () => {
    const added = anAddedField();
    const changed = anAddedField({ label: 'Khác' });
    expect(
      compact([
        { kind: 'addField', added },
        { kind: 'changeField', added: changed },
      ]),
    ).toEqual([{ kind: 'addField', added: changed }]);
    expect(
      compact([
        { kind: 'addField', added },
        { kind: 'dropField', field: 'moi' },
      ]),
    ).toEqual([]);
    expect(
      compact([
        { kind: 'changeField', added },
        { kind: 'dropField', field: 'moi' },
      ]),
    ).toEqual([{ kind: 'dropField', field: 'moi' }]);
  });
});

test.each([
  ['k', 'retrieve'],
  ['K', 'retrieve'],
  ['đ', 'prefill'],
  ['D', 'prefill'],
  ['g', 'keep'],
  ['m', 'merge'],
])('the key %s marks %s', (key, treatment) => {
  expect(press(key)).toEqual({ kind: 'treat', treatment });
});

test('keys of the browser stay its own', () => {
  expect(press('k', { ctrlKey: true })).toBeNull();
  expect(press('g', { altKey: true })).toBeNull();
  expect(press('z', { ctrlKey: true, shiftKey: true })).toEqual({ kind: 'redo' });
});

test('typed text loses what would make a label lie, and nothing else', () => {
  expect(cleanText('  Lý do\u202e ẩn\u200b ')).toBe('Lý do ẩn');
  expect(cleanText('Ly\u0301 do')).toBe('Lý do');
  expect(cleanText('một\nhai')).toBe('một\nhai');
  expect(cleanText(' \u200b ')).toBeUndefined();
});

test('what is taken out of a text without being seen is told by its code, each once', () => {
  expect(hiddenCharacters('Lý do\u202e ẩn\u200b, lại\u202e')).toEqual(['U+202E', 'U+200B']);
  expect(hiddenCharacters('Họ và tên\nđệm')).toEqual([]);
});

test('a new field has a readable id that nobody else has', () => {
  expect(newFieldId('Số điện thoại (mới)', () => false)).toBe('moi-so-dien-thoai-moi');
  expect(newFieldId('???', () => false)).toBe('moi');
  expect(newFieldId('Số', (id) => id === 'moi-so' || id === 'moi-so-2')).toBe('moi-so-3');
});

test('the same data item or the same label is the same question; signatures are none', () => {
  const fields = [
    aField({ id: 'a', label: 'Ngày sinh', dataItem: 'population/4' }),
    aField({ id: 'b', label: 'Sinh ngày', dataItem: 'population/4', whose: 'holder' }),
    aField({ id: 'c', label: 'NGÀY SINH:' }),
    aField({ id: 'd', label: 'Khác' }),
    aField({ id: 'e', label: 'Ngày sinh', kind: 'signature' }),
  ];
  const found = repeats(aProcedure({ forms: [aForm({ fields })] }), (field) => field.kind !== 'signature');
  expect(found.get('a')?.fields.map((field) => field.id)).toEqual(['a', 'b', 'c']);
  expect(found.get('a')?.times).toBe(3);
  expect(found.get('b')?.fields.map((field) => field.id)).toEqual(['a', 'b']);
  expect([found.has('d'), found.has('e')]).toEqual([false, false]);
});

test('a course is no faculty: labels are told apart by their accents, not by where a tone is written', () => {
  const fields = ['Khóa', 'Khoa', 'Khoá'].map((label, index) => aField({ id: `${index}`, label }));
  const found = repeats(aProcedure({ forms: [aForm({ fields })] }), () => true);
  expect(found.get('0')?.fields.map((field) => field.label)).toEqual(['Khóa', 'Khoá']);
  expect(found.has('1')).toBe(false);
});

test('an address in three boxes is asked once, in two places twice', () => {
  const address = (prefix: string, whose: 'applicant' | 'holder') =>
    ['Tỉnh', 'Xã', 'Số nhà'].map((label, index) => aField({ id: `${prefix}${index}`, label, dataItem: 'population/16', whose }));
  const found = (fields: Field[]) => repeats(aProcedure({ forms: [aForm({ fields })] }), () => true);
  expect(found(address('a', 'applicant')).size).toBe(0);
  expect(found([...address('a', 'applicant'), ...address('b', 'holder')]).get('a1')).toMatchObject({ times: 2, fields: { length: 6 } });
});

test('added fields stand in the working sheet where they will stand afterwards', () => {
  const form = aForm();
  const added = [
    anAddedField({ id: 'x' }, { after: 'ngay-sinh' }),
    anAddedField({ id: 'y' }),
    anAddedField({ id: 'z' }, { after: 'ngay-sinh' }),
  ];
  const [after] = applyMarks(aProcedure({ forms: [form] }), {}, added).forms;
  expect(withAdded(form, added)).toEqual(after);
  expect(withAdded(form, [])).toBe(form);
});

test('a chip names the first gap and counts the others', () => {
  expect(gapChip(['ground'])).toBe('thiếu căn cứ');
  expect(gapChip(['fallback', 'ground', 'reason'])).toBe('thiếu dự phòng +2');
  expect(gapChip([])).toBe('');
});

test('the state line tells the day when it is not today', () => {
  expect(saveSentence({ kind: 'saved', at: '2026-01-08T01:41:00Z' }, '2026-01-08T09:00:00Z')).toBe('Đã lưu 08:41');
  expect(saveSentence({ kind: 'saved', at: '2026-01-08T01:41:00Z' }, '2026-01-09T09:00:00Z')).toBe('Đã lưu 08:41 08/01/2026');
});

test('a target is printed with decimals only where it has some', () => {
  expect([targetPercent(2000), targetPercent(1250)]).toEqual(['20%', '12,50%']);
});

test('the history is told in sentences, a refusal with its reason', () => {
  const event = { at: '2026-01-08T01:41:00Z', by: { subject: 's', name: 'A', role: 'specialist' }, redesign: 'r', version: 2 } as const;
  const label = (id: string) => (id === 'ngay-sinh' ? 'Ngày sinh' : id);
  const edits = [{ kind: 'mark', element: 'ngay-sinh', mark: aMark('retrieve') } as const, { kind: 'unmark', element: 'khac' } as const];
  expect(historySentences({ ...event, action: 'edit', edits }, label)).toEqual(['Ngày sinh: Khai thác dữ liệu.', 'khac: giữ nguyên.']);
  const from = { 'ngay-sinh': aMark('retrieve') };
  const reasoned = [{ kind: 'mark', element: 'ngay-sinh', mark: aMark('retrieve', { reason: 'Đã có', ground: 'necessity' }) } as const];
  expect(historySentences({ ...event, action: 'edit', edits: reasoned, from }, label)).toEqual(['Ngày sinh: sửa căn cứ, lý do “Đã có”.']);
  expect(historySentences({ ...event, action: 'submit', because: 'Chưa đủ.' }, label)).toEqual([
    'Trình phương án.',
    'Không được: Chưa đủ.',
  ]);
});
