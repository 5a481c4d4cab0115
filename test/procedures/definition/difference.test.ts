import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, difference } from '#procedures/definition/difference.ts';
import { elements } from '#procedures/definition/elements.ts';
import { ATTRIBUTE_NAMES } from '#procedures/definition/names.ts';
import { Channel } from '#procedures/definition/channel.ts';
import { Document } from '#procedures/definition/document.ts';
import { Field } from '#procedures/definition/field.ts';
import { Form } from '#procedures/definition/form.ts';
import { Procedure } from '#procedures/definition/procedure.ts';
import { Step } from '#procedures/definition/step.ts';
import { arbitraryProcedure } from '../../support/arbitrary-procedure.ts';
import { aChannel, aDocument, aField, aForm, aProcedure, aStep } from '../../support/build.ts';

const LISTS = new Set(['id', 'forms', 'fields', 'documents', 'channels', 'steps']);

function withFields(...fields: Field[]): Procedure {
  return aProcedure({ forms: [aForm({ fields })] });
}

function numbered(count: number): Field[] {
  return Array.from({ length: count }, (_, at) => aField({ id: `f${at}`, label: `Mục ${at}` }));
}

function asJson(procedure: Procedure): unknown {
  return JSON.parse(JSON.stringify(procedure));
}

function idsOf(procedure: Procedure): string[] {
  return [...procedure.forms, ...elements(procedure)].map(({ id }) => id);
}

function idsWith(changes: Change[], op: Change['op']): string[] {
  return changes.filter((change) => change.op === op).map(({ id }) => id);
}

describe('any two definitions', () => {
  test('the same definition has no differences', () => {
    fc.assert(
      fc.property(arbitraryProcedure, (procedure) => {
        expect(difference(procedure, structuredClone(procedure))).toEqual([]);
      }),
    );
  });

  test('differences in one part only are found, and none means the same definition', () => {
    const parts = ['forms', 'documents', 'channels', 'steps', 'result', 'legalBases'] as const;
    fc.assert(
      fc.property(arbitraryProcedure, arbitraryProcedure, fc.constantFrom(...parts), (a, b, part) => {
        const mixed = { ...a, [part]: b[part] };
        expect(difference(a, mixed).length === 0).toBe(isDeepStrictEqual(asJson(a), asJson(mixed)));
      }),
      { numRuns: 500 },
    );
  });

  test('an id that is new is added once, one that is gone is removed once, one that stayed neither', () => {
    fc.assert(
      fc.property(arbitraryProcedure, arbitraryProcedure, (a, b) => {
        const changes = difference(a, b);
        const [before, after] = [idsOf(a), idsOf(b)];
        expect(idsWith(changes, 'add').toSorted()).toEqual(after.filter((id) => !before.includes(id)).toSorted());
        expect(idsWith(changes, 'remove').toSorted()).toEqual(before.filter((id) => !after.includes(id)).toSorted());
      }),
    );
  });

  test('an element moves at most once, and the way back takes as many moves', () => {
    fc.assert(
      fc.property(arbitraryProcedure, arbitraryProcedure, (a, b) => {
        const moved = idsWith(difference(a, b), 'move');
        expect(new Set(moved).size).toBe(moved.length);
        expect(idsWith(difference(b, a), 'move')).toHaveLength(moved.length);
      }),
    );
  });
});

describe('fields', () => {
  test('a rename is one update and nothing else', () => {
    const changes = difference(withFields(aField({ label: 'A' })), withFields(aField({ label: 'B' })));
    expect(changes).toMatchObject([{ op: 'update', element: 'field', id: 'ho-ten', label: 'B', attribute: 'label', from: 'A', to: 'B' }]);
    expect(changes).toHaveLength(1);
  });

  test('one field carried anywhere is one move, whatever passes by it', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), (from, to) => {
        const fields = numbered(9);
        const [carried] = fields.splice(from, 1);
        fields.splice(to, 0, carried ?? aField());
        const moves = difference(withFields(...numbered(9)), withFields(...fields));
        expect(moves).toHaveLength(from === to ? 0 : 1);
        expect(moves.every(({ op, attribute }) => op === 'move' && attribute === 'order')).toBe(true);
      }),
    );
  });

  test('a move into another section says from where to where', () => {
    const before = withFields(aField({ section: 'I' }), aField({ id: 'b', section: 'I' }), aField({ id: 'c', section: 'II' }));
    const after = withFields(aField({ section: 'I' }), aField({ id: 'b', section: 'II' }), aField({ id: 'c', section: 'II' }));
    expect(difference(before, after)).toMatchObject([
      { op: 'move', id: 'b', attribute: 'section', from: 'I', to: 'II', place: { section: 'II' } },
    ]);
  });

  test('a section that only got another name is one change, not a move of each of its fields', () => {
    const before = withFields(
      aField({ section: 'I. Người nộp' }),
      aField({ id: 'b', section: 'I. Người nộp' }),
      aField({ id: 'c', section: 'II' }),
    );
    const after = withFields(
      aField({ section: 'I. Người đề nghị' }),
      aField({ id: 'b', section: 'I. Người đề nghị' }),
      aField({ id: 'c', section: 'II' }),
    );
    expect(difference(before, after)).toMatchObject([
      { op: 'update', element: 'form', id: 'don', attribute: 'section', from: 'I. Người nộp', to: 'I. Người đề nghị' },
    ]);
    expect(difference(before, after)).toHaveLength(1);
  });

  test('two sections made one are moves, since neither was only renamed', () => {
    const before = withFields(aField({ section: 'I' }), aField({ id: 'b', section: 'II' }));
    const after = withFields(aField({ section: 'Chung' }), aField({ id: 'b', section: 'Chung' }));
    expect(idsWith(difference(before, after), 'move')).toEqual(['ho-ten', 'b']);
  });

  test('a move into another form is no removal, and is told in the form where the field is now', () => {
    const other = aForm({ id: 'to-khai', title: 'Tờ khai', fields: [] });
    const before = aProcedure({ forms: [aForm({ fields: [aField()] }), other] });
    const after = aProcedure({ forms: [aForm({ fields: [] }), { ...other, fields: [aField()] }] });
    expect(difference(before, after)).toMatchObject([
      {
        op: 'move',
        id: 'ho-ten',
        attribute: 'form',
        from: 'don',
        to: 'to-khai',
        place: { form: 'Tờ khai' },
        named: { 'to-khai': 'Tờ khai' },
      },
    ]);
  });

  test('removed fields are told where they stood, between their neighbours', () => {
    const [a, b, c] = numbered(3);
    const changes = difference(
      withFields(a ?? aField(), b ?? aField(), c ?? aField()),
      withFields({ ...aField(a), label: 'A' }, { ...aField(c), label: 'C' }),
    );
    expect(changes.map(({ op, id }) => `${op} ${id}`)).toEqual(['update f0', 'remove f1', 'update f2']);
  });
});

describe('other elements', () => {
  test('time and fees change on their channel', () => {
    const before = aProcedure();
    const after = aProcedure({
      channels: [aChannel({ processingTime: { text: '7 ngày làm việc', amount: 7, unit: 'workingDay' }, fees: undefined })],
    });
    expect(difference(before, after)).toMatchObject([
      { op: 'update', element: 'channel', id: 'truc-tuyen', attribute: 'processingTime', from: { amount: 10 }, to: { amount: 7 } },
      { op: 'update', element: 'channel', id: 'truc-tuyen', attribute: 'fees', from: [{ label: 'Phí', amount: 0 }] },
    ]);
  });

  test('the order of keys is no change, the order of documents is', () => {
    const [first, second] = [aDocument({ id: 'a' }), aDocument({ id: 'b' })];
    const turned = Object.fromEntries(Object.entries(aStep()).toReversed());
    expect(difference(aProcedure(), aProcedure({ steps: [{ ...aStep(), ...turned }] }))).toEqual([]);
    expect(difference(aProcedure({ documents: [first, second] }), aProcedure({ documents: [second, first] }))).toMatchObject([
      { op: 'move', attribute: 'order' },
    ]);
  });

  test('authority and result are elements with fixed ids', () => {
    const changes = difference(aProcedure({ result: undefined }), aProcedure({ authority: 'UBND cấp xã' }));
    expect(changes).toMatchObject([
      { op: 'update', element: 'authority', id: 'authority', from: 'Sở Giáo dục và Đào tạo', to: 'UBND cấp xã' },
      { op: 'add', element: 'result', id: 'result', label: 'Bản sao từ sổ gốc' },
    ]);
  });

  test('every key of the schemas has its word, so none is passed over', () => {
    const keys = [Procedure, Form, Field, Document, Channel, Step].flatMap((schema) => Object.keys(schema.shape));
    expect(keys.filter((key) => !LISTS.has(key) && !(key in ATTRIBUTE_NAMES))).toEqual([]);
  });
});
