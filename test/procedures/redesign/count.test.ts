import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_KINDS, type FieldKind, FILLERS } from '#procedures/definition/field.ts';
import { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { COUNTING_RULES, countingRule } from '#procedures/redesign/counting-rules.ts';
import { countDeclared, counts } from '#procedures/redesign/count.ts';
import { anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aField, aForm, aProcedure } from '../../support/build.ts';
import { ruleV1 } from '../../support/redesign.ts';

const rule = ruleV1();
const countOf = (fields: ReturnType<typeof aField>[]) => countDeclared(aProcedure({ forms: [aForm({ fields })] }), rule);

describe('counting rule v1', () => {
  test('is valid data and found by its id', () => {
    expect(COUNTING_RULES.map((one) => CountingRule.parse(one))).toEqual(COUNTING_RULES);
    expect(countingRule('v1')).toBe(rule);
    expect(countingRule('v0')).toBeUndefined();
  });

  test.each<[FieldKind, number]>([
    ['text', 1],
    ['longText', 1],
    ['number', 1],
    ['date', 1],
    ['dateTime', 1],
    ['digits', 1],
    ['choice', 1],
    ['checkbox', 1],
    ['tableColumn', 1],
    ['tableCell', 1],
    ['photo', 0],
    ['recipient', 0],
    ['placeDate', 0],
    ['signature', 0],
    ['consent', 0],
    ['printed', 0],
    ['legalReference', 0],
  ])('a field of kind %s that the applicant writes counts %i', (kind, units) => {
    expect(countOf([aField({ kind })])).toBe(units);
  });

  test('only what the applicant writes is declared information', () => {
    const counting = FILLERS.filter((filledBy) => counts(aField({ filledBy }), rule).counts);
    expect(counting).toEqual(['applicant']);
  });

  test('conditional and optional fields count', () => {
    const condition = { field: 'ho-ten' };
    expect(
      countOf([aField(), aField({ id: 'a', requirement: 'conditional', condition }), aField({ id: 'b', requirement: 'optional' })]),
    ).toBe(3);
  });

  test('a pre-filled field that the applicant confirms still counts, unless the rule says otherwise', () => {
    const field = aField({ prefilled: true });
    expect(counts(field, rule).counts).toBe(true);
    expect(counts(field, { ...rule, prefillCounts: false }).counts).toBe(false);
  });

  test('a repeated group counts its columns once, a composite counts one', () => {
    const column = (id: string) => aField({ id, kind: 'tableColumn', group: 'Thành viên hộ' });
    expect(countOf([column('ten'), column('ngay-sinh'), aField({ id: 'dia-chi', parts: 4 })])).toBe(3);
  });

  test('says why of every kind and filler in one Vietnamese sentence', () => {
    for (const kind of FIELD_KINDS) expect(counts(aField({ kind }), rule).why).toMatch(/^(Tính một|Không tính): .+\.$/u);
    expect(counts(aField({ filledBy: 'school' }), rule).why).toBe('Không tính: do nhà trường ghi.');
    expect(counts(aField({ kind: 'signature' }), rule).why).toBe('Không tính: chữ ký.');
  });
});

describe('counting over forms', () => {
  test('counts every form of the procedure', () => {
    const second = aForm({ id: 'phu-luc', fields: [aField({ id: 'ghi-chu' })] });
    expect(countDeclared(aProcedure(), rule)).toBe(4);
    expect(countDeclared(aProcedure({ forms: [aForm(), second] }), rule)).toBe(5);
  });

  test('never looks at groups or parts', () => {
    fc.assert(
      fc.property(anyProcedure, (procedure) => {
        const grouped = procedure.forms.map((form) => ({
          ...form,
          fields: form.fields.map((field) => ({ ...field, group: 'Bảng', parts: 3 })),
        }));
        expect(countDeclared({ ...procedure, forms: grouped }, rule)).toBe(countDeclared(procedure, rule));
      }),
    );
  });
});
