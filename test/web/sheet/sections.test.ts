import { describe, expect, test } from 'vitest';
import { fieldNumbers, sectionsOf } from '#lib/sheet/sections.ts';
import { aField, aForm } from '../../support/build.ts';

describe('a form as a sheet', () => {
  test('shows its sections in reading order; a title that comes back opens a new one', () => {
    const sections = ['I', 'II', 'I'].map((section, at) => aField({ id: `f${at}`, section }));
    expect(sectionsOf(aForm({ fields: sections })).map(({ title }) => title)).toEqual(['I', 'II', 'I']);
  });
  test('keeps the columns of a repeated group together inside their section', () => {
    const fields = [aField({ id: 'a' }), aField({ id: 'b', group: 'môn thi' }), aField({ id: 'c', group: 'môn thi' }), aField({ id: 'd' })];
    const [section] = sectionsOf(aForm({ fields }));
    expect(section?.blocks.map(({ group, fields: inside }) => [group, inside.map(({ id }) => id)])).toEqual([
      [undefined, ['a']],
      ['môn thi', ['b', 'c']],
      [undefined, ['d']],
    ]);
  });
  test('numbers only what counts, through all forms', () => {
    const forms = [aForm(), aForm({ id: 'phieu', fields: [aField({ id: 'ly-do' })] })];
    const numbers = fieldNumbers(forms, ({ kind }) => kind !== 'signature');
    expect(numbers.get('so-ban-sao')).toBe(4);
    expect(numbers.get('chu-ky')).toBeUndefined();
    expect(numbers.get('ly-do')).toBe(5);
  });
});
