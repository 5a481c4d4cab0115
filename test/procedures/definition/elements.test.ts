import { expect, test } from 'vitest';
import { elements, findElement } from '#procedures/definition/elements.ts';
import { aChannel, aDocument, aField, aForm, aProcedure, aStep } from '../../support/build.ts';

test('elements come as one reads a definition: fields form by form, documents, channels, steps, authority, result', () => {
  const procedure = aProcedure({
    forms: [
      aForm({ fields: [aField(), aField({ id: 'ngay-sinh', label: 'Ngày sinh' })] }),
      aForm({ id: 'to-khai', fields: [aField({ id: 'so' })] }),
    ],
    documents: [aDocument({ id: 'giay' })],
    channels: [aChannel()],
    steps: [aStep()],
  });
  expect(elements(procedure).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'field ho-ten',
    'field ngay-sinh',
    'field so',
    'document giay',
    'channel truc-tuyen',
    'step buoc-1',
    'authority authority',
    'result result',
  ]);
});

test('a definition that names no authority and no result has no such elements', () => {
  const kinds = elements(aProcedure({ authority: undefined, result: undefined })).map(({ kind }) => kind);
  expect(kinds).not.toContain('authority');
  expect(kinds).not.toContain('result');
});

test('an element is found by its id and brings what it is with it', () => {
  const procedure = aProcedure();
  expect(findElement(procedure, 'ngay-sinh')).toMatchObject({
    kind: 'field',
    label: 'Ngày sinh',
    form: { id: 'don' },
    field: { kind: 'date' },
  });
  expect(findElement(procedure, 'truc-tuyen')?.channel?.kind).toBe('online');
  expect(findElement(procedure, 'authority')?.label).toBe('Sở Giáo dục và Đào tạo');
  expect(findElement(procedure, 'khong-co')).toBeUndefined();
});
