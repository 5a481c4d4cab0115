import { expect, test } from 'vitest';
import { fileName } from '#lib/download.ts';

test('the Vietnamese name of a file goes before its plain one', () => {
  expect(fileName(`attachment; filename="phuong-an.docx"; filename*=UTF-8''Ph%C6%B0%C6%A1ng%20%C3%A1n.docx`)).toBe('Phương án.docx');
  expect(fileName('attachment; filename="phuong-an.docx"')).toBe('phuong-an.docx');
});

test('a file without a name keeps the one of its address', () => {
  expect(fileName(null)).toBeUndefined();
  expect(fileName('attachment')).toBeUndefined();
});
