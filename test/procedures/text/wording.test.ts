import { expect, test } from 'vitest';
import { fieldName } from '#procedures/text/wording.ts';

test.each([
  ['Là phụ huynh/người giám hộ hợp pháp của:', '“Ngày sinh” ở phần Là phụ huynh/người giám hộ hợp pháp của'],
  ['Phần II. Người nộp', '“Ngày sinh” ở Phần II. Người nộp'],
  [undefined, '“Ngày sinh”'],
])('inside a sentence a field is named with the heading it stands under, without the heading’s colon: %s', (section, named) => {
  expect(fieldName({ label: 'Ngày sinh', section })).toBe(named);
});
