import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dependants, refusalOfAdded, refusalOfMark, refusalOfUnmark, refusals } from '#procedures/redesign/guards.ts';
import { isGone } from '#procedures/redesign/marks.ts';
import type { Marks } from '#procedures/redesign/mark.ts';
import { anyMarks, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aChannel, aDocument, aField, aForm, aProcedure } from '../../support/build.ts';
import { aMark, anAddedField, aProcedureOf } from '../../support/redesign.ts';

const remove = aMark('remove');
/** `b` and `c` ask `a`; `d` stands alone. */
const chain = aProcedureOf(['a', 'b', 'c', 'd'], { b: 'a', c: 'a' });

describe('a field on which others depend', () => {
  test.each(['remove', 'retrieve', 'merge'] as const)('cannot %s while they live; they are listed with their labels', (treatment) => {
    const refusal = refusalOfMark(chain, {}, [], 'a', aMark(treatment, { into: 'd' }));
    expect(refusal).toMatchObject({
      code: 'has-dependants',
      element: 'a',
      dependants: [
        { id: 'b', label: 'B' },
        { id: 'c', label: 'C' },
      ],
    });
    expect(refusal?.message).toContain('“B”, “C”');
  });

  test.each(['keep', 'prefill', 'makeOptional'] as const)('may take %s, since it stays on the sheet', (treatment) => {
    expect(refusalOfMark(chain, {}, [], 'a', aMark(treatment))).toBeNull();
  });

  test('may go once all of them have gone or no longer ask it', () => {
    expect(refusalOfMark(chain, { b: remove }, [], 'a', remove)?.dependants).toEqual([{ id: 'c', label: 'C' }]);
    expect(refusalOfMark(chain, { b: remove, c: aMark('makeOptional') }, [], 'a', remove)).toBeNull();
  });

  test('an optional field that still carries a condition depends on it until it is made optional', () => {
    const optional = aField({ id: 'b', requirement: 'optional', condition: { field: 'a' } });
    const procedure = aProcedure({ forms: [aForm({ fields: [aField({ id: 'a' }), optional] })] });
    expect(refusalOfMark(procedure, {}, [], 'a', remove)?.code).toBe('has-dependants');
  });

  test('a document and a fee that ask it hold it as well', () => {
    const fee = { label: 'Phí cấp nhanh', amount: 10_000, condition: { field: 'ho-ten' } };
    const procedure = aProcedure({
      documents: [aDocument({ condition: { field: 'ho-ten' } })],
      channels: [aChannel({ fees: [fee] })],
    });
    expect(dependants(procedure, {}, [], 'ho-ten').map((one) => one.label)).toEqual(['Đơn đề nghị', 'Trực tuyến: Phí cấp nhanh']);
    const marks: Marks = { 'ho-so-don': remove, 'truc-tuyen': aMark('change', { values: { fees: [] } }) };
    expect(refusalOfMark(procedure, marks, [], 'ho-ten', remove)).toBeNull();
  });

  test('a new fee that asks a field that is gone is refused', () => {
    const values = { fees: [{ label: 'Phí', condition: { field: 'ho-ten' } }] };
    const refusal = refusalOfMark(aProcedure(), { 'ho-ten': remove }, [], 'truc-tuyen', aMark('change', { values }));
    expect(refusal).toMatchObject({ code: 'depends-on-gone', element: 'truc-tuyen' });
  });

  test('an added field that asks it holds it as well', () => {
    const added = anAddedField({ requirement: 'conditional', condition: { field: 'd' } });
    expect(refusalOfMark(chain, {}, [added], 'd', remove)?.dependants).toEqual([{ id: 'moi', label: 'Trường mới' }]);
  });

  test('the message names five and counts the rest', () => {
    const ids = ['b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const procedure = aProcedureOf(['a', ...ids], Object.fromEntries(ids.map((id) => [id, 'a'])));
    const refusal = refusalOfMark(procedure, {}, [], 'a', remove);
    expect(refusal?.dependants).toHaveLength(7);
    expect(refusal?.message).toContain('“F” và 2 thành phần khác');
  });
});

describe('bringing an element back', () => {
  test('is refused while what it asks is gone', () => {
    const marks = { a: remove, b: remove, c: remove };
    const refusal = refusalOfUnmark(chain, marks, [], 'b');
    expect(refusal).toMatchObject({ code: 'depends-on-gone', element: 'b' });
    expect(refusal?.message).toContain('“A” đang được đề xuất rời mẫu');
    expect(refusalOfUnmark(chain, marks, [], 'a')).toBeNull();
  });

  test('by keeping it is the same', () => {
    expect(refusalOfMark(chain, { a: remove, b: remove, c: remove }, [], 'b', aMark('keep'))?.code).toBe('depends-on-gone');
  });
});

describe('merging', () => {
  const merge = (into: string) => aMark('merge', { into });

  test('a field into which others merge cannot go', () => {
    expect(refusalOfMark(chain, { b: merge('d') }, [], 'd', remove)?.dependants).toEqual([{ id: 'b', label: 'B' }]);
  });

  test('goes into another field that stays, an added one too', () => {
    expect(refusalOfMark(chain, {}, [], 'b', merge('d'))).toBeNull();
    expect(refusalOfMark(chain, {}, [anAddedField()], 'b', merge('moi'))).toBeNull();
  });

  test.each([
    ['itself', 'b', 'merge-into-self'],
    ['an unknown field', 'x', 'merge-into-unknown'],
    ['something that is no field', 'buoc-1', 'merge-into-unknown'],
    ['a field that is gone', 'd', 'merge-into-gone'],
  ])('never goes into %s', (_title, into, code) => {
    expect(refusalOfMark(chain, { d: remove }, [], 'b', merge(into))?.code).toBe(code);
  });

  test('cannot run in a circle', () => {
    const circle = { b: merge('c'), c: merge('b') };
    expect(refusals(chain, circle, []).map((one) => [one.element, one.code])).toEqual([
      ['b', 'has-dependants'],
      ['c', 'has-dependants'],
    ]);
  });
});

describe('a mark that does not fit its element', () => {
  test('an unknown id is named, with the nearest one', () => {
    expect(refusalOfMark(aProcedure(), {}, [], 'ho-tn', remove)).toEqual({
      code: 'unknown-element',
      element: 'ho-tn',
      message: 'Thủ tục không có thành phần mang mã “ho-tn”. Mã gần nhất là “ho-ten”.',
    });
    expect(refusalOfMark(aProcedure(), {}, [], 'hoan-toan-khac', remove)?.message).toContain('Hãy kiểm tra lại mã.');
  });

  test.each([
    ['a field is not changed', 'ho-ten', aMark('change'), 'treatment-not-allowed'],
    ['a step is not pre-filled', 'buoc-1', aMark('prefill'), 'treatment-not-allowed'],
    ['the result does not go', 'result', remove, 'treatment-not-allowed'],
    ['a step has no fees', 'buoc-1', aMark('change', { values: { fees: [] } }), 'values-not-allowed'],
    ['an authority has a name of one line', 'authority', aMark('change', { values: { text: 'x'.repeat(2001) } }), 'values-not-allowed'],
    ['a field to remove has no new values', 'ho-ten', aMark('remove', { values: { text: 'x' } }), 'values-not-allowed'],
  ])('%s', (_title, id, mark, code) => {
    expect(refusalOfMark(aProcedure(), {}, [], id, mark)?.code).toBe(code);
  });

  test('a long step is quoted by its beginning', () => {
    const procedure = aProcedure({ steps: [{ id: 'buoc-1', text: 'rất dài '.repeat(400).trim() }] });
    expect(refusalOfMark(procedure, {}, [], 'buoc-1', aMark('merge'))?.message.length).toBeLessThan(250);
  });
});

describe('an added field', () => {
  test.each([
    ['has an id of its own', anAddedField({ id: 'ho-ten' }), 'id-taken'],
    ['is not called like the result', anAddedField({ id: 'result' }), 'id-taken'],
    ['stands on a form that is there', anAddedField({}, { form: 'phu-luc' }), 'unknown-form'],
    ['stands behind a field of that form', anAddedField({}, { after: 'x' }), 'unknown-after'],
    ['asks a field that is there', anAddedField({ condition: { field: 'x' } }), 'depends-on-unknown'],
    ['does not ask itself', anAddedField({ condition: { field: 'moi' } }), 'depends-on-unknown'],
    ['asks a field that stays', anAddedField({ condition: { field: 'ngay-sinh' } }), 'depends-on-gone'],
  ])('%s', (_title, added, code) => {
    expect(refusalOfAdded(aProcedure(), { 'ngay-sinh': remove }, [], added)?.code).toBe(code);
  });

  test('may take the place of its earlier self', () => {
    expect(refusalOfAdded(aProcedure(), {}, [anAddedField()], anAddedField({ label: 'Tên khác' }))).toBeNull();
  });
});

test('a state without refusals has no living element that hangs on a field that is gone', () => {
  const anyRedesign = anyProcedure.chain((procedure) => fc.tuple(fc.constant(procedure), anyMarks(procedure)));
  fc.assert(
    fc.property(anyRedesign, ([procedure, marks]) => {
      const broken = procedure.forms
        .flatMap((form) => form.fields)
        .filter(
          ({ id, condition }) =>
            condition && !isGone(marks, id) && marks[id]?.treatment !== 'makeOptional' && isGone(marks, condition.field),
        );
      const badMerges = Object.entries(marks).filter(
        ([id, mark]) => mark.treatment === 'merge' && mark.into !== undefined && (mark.into === id || isGone(marks, mark.into)),
      );
      const found = refusals(procedure, marks, []);
      expect(found.length > 0).toBe(broken.length + badMerges.length > 0);
      expect(new Set(found.map((one) => one.element)).size).toBe(found.length);
    }),
  );
});
