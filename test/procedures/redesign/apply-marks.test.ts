import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Procedure } from '#procedures/definition/procedure.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import type { Marks } from '#procedures/redesign/mark.ts';
import { anyAdded, anyMarks, anyProcedure, fieldIds } from '../../support/arbitrary-redesign.ts';
import { aChannel, aDocument, aField, aForm, aProcedure, aStep } from '../../support/build.ts';
import { aMark, anAddedField, aProcedureOf } from '../../support/redesign.ts';

describe('marks on fields', () => {
  test.each(['remove', 'retrieve', 'merge'] as const)('a field to %s is no longer on the sheet', (treatment) => {
    const after = applyMarks(aProcedureOf(['a', 'b']), { a: aMark(treatment, { into: 'b' }) }, []);
    expect(fieldIds(after)).toEqual(['b']);
  });

  test('an optional field loses its condition', () => {
    const after = applyMarks(aProcedureOf(['a', 'b'], { b: 'a' }), { b: aMark('makeOptional') }, []);
    expect(after.forms[0]?.fields[1]).toEqual(aField({ id: 'b', label: 'B', requirement: 'optional' }));
  });

  test('a pre-filled field stays and says so', () => {
    const after = applyMarks(aProcedureOf(['a']), { a: aMark('prefill') }, []);
    expect(after.forms[0]?.fields).toEqual([aField({ id: 'a', label: 'A', prefilled: true })]);
  });

  test('to keep changes nothing, nor does a mark on an id that is not there', () => {
    const procedure = aProcedure();
    expect(applyMarks(procedure, { 'ho-ten': aMark('keep'), 'khong-co': aMark('remove') }, [])).toEqual(procedure);
  });

  test('an id that objects inherit is not a mark', () => {
    const procedure = aProcedureOf(['constructor']);
    expect(applyMarks(procedure, {}, [])).toEqual(procedure);
  });
});

describe('marks on other elements', () => {
  const procedure = aProcedure({ documents: [aDocument(), aDocument({ id: 'ban-sao', name: 'Bản sao', copies: 2 })] });

  test('a document can go, be retrieved or ask for fewer copies', () => {
    expect(applyMarks(procedure, { 'ho-so-don': aMark('remove'), 'ban-sao': aMark('retrieve') }, []).documents).toEqual([]);
    const marks = { 'ban-sao': aMark('change', { values: { copies: 1, name: 'Bản sao điện tử' } }) };
    expect(applyMarks(procedure, marks, []).documents[1]).toEqual(aDocument({ id: 'ban-sao', name: 'Bản sao điện tử', copies: 1 }));
  });

  test('a channel gets its new time and fees, a step its new text', () => {
    const time = { text: '5 ngày làm việc', amount: 5, unit: 'workingDay' as const };
    const marks: Marks = {
      'truc-tuyen': aMark('change', { values: { processingTime: time, fees: [] } }),
      'buoc-1': aMark('change', { values: { text: 'Nộp trực tuyến.' } }),
    };
    const after = applyMarks(procedure, marks, []);
    expect(after.channels).toEqual([aChannel({ processingTime: time, fees: [] })]);
    expect(after.steps).toEqual([aStep({ text: 'Nộp trực tuyến.' })]);
  });

  test('authority and result take a new text', () => {
    const marks = {
      authority: aMark('change', { values: { text: 'Ủy ban nhân dân cấp xã' } }),
      result: aMark('change', { values: { text: 'Bản điện tử' } }),
    };
    expect(applyMarks(procedure, marks, [])).toMatchObject({ authority: 'Ủy ban nhân dân cấp xã', result: 'Bản điện tử' });
  });

  test('values count only where the treatment is to change', () => {
    const marks = { 'buoc-1': aMark('keep', { values: { text: 'Khác.' } }) };
    expect(applyMarks(procedure, marks, []).steps).toEqual([aStep()]);
  });
});

describe('added fields', () => {
  const procedure = aProcedureOf(['a', 'b']);
  const place = (id: string, after?: string) => anAddedField({ id }, after === undefined ? {} : { after });

  test('stand first, or behind the field they name, in the order in which they were added', () => {
    const after = applyMarks(procedure, {}, [place('x', 'a'), place('y'), place('z', 'a')]);
    expect(fieldIds(after)).toEqual(['y', 'a', 'x', 'z', 'b']);
  });

  test('stand where the field stood that they replace', () => {
    expect(fieldIds(applyMarks(procedure, { a: aMark('remove') }, [place('x', 'a')]))).toEqual(['x', 'b']);
  });

  test('go to the form that they name', () => {
    const two = aProcedure({ forms: [aForm(), aForm({ id: 'phu-luc', fields: [] })] });
    const after = applyMarks(two, {}, [anAddedField({ id: 'x' }, { form: 'phu-luc' })]);
    expect(after.forms[1]?.fields.map((field) => field.id)).toEqual(['x']);
  });
});

describe('applying marks', () => {
  const anyRedesign = anyProcedure.chain((procedure) =>
    fc.tuple(fc.constant(procedure), anyMarks(procedure), fc.uniqueArray(anyAdded(procedure), { selector: (one) => one.field.id })),
  );

  test('does not depend on the order of the marks', () => {
    fc.assert(
      fc.property(anyRedesign, ([procedure, marks, added]) => {
        const reversed = Object.fromEntries(Object.entries(marks).toReversed());
        expect(applyMarks(procedure, reversed, added)).toEqual(applyMarks(procedure, marks, added));
      }),
    );
  });

  test('gives a valid definition, loses no added field and leaves its arguments alone', () => {
    fc.assert(
      fc.property(anyRedesign, ([procedure, marks, added]) => {
        const before = structuredClone({ procedure, marks, added });
        const after = applyMarks(procedure, marks, added);
        expect(Procedure.parse(after)).toEqual(after);
        const ids = fieldIds(after);
        expect(added.every((one) => ids.includes(one.field.id))).toBe(true);
        expect({ procedure, marks, added }).toEqual(before);
      }),
    );
  });

  test('leaves an unmarked sheet as it is', () => {
    fc.assert(
      fc.property(anyProcedure, (procedure) => {
        expect(applyMarks(procedure, {}, [])).toEqual(procedure);
      }),
    );
  });
});
