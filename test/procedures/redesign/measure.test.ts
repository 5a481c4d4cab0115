import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Measure } from '#procedures/proposal/proposal.ts';
import { measure, tally } from '#procedures/redesign/measure.ts';
import { anyAdded, anyMarks, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aDocument, aProcedure } from '../../support/build.ts';
import { aMark, anAddedField, ruleV1 } from '../../support/redesign.ts';

const rule = ruleV1();

describe('the measure', () => {
  test('one of four cut is 25 % and meets 20 %', () => {
    expect(measure(aProcedure(), { 'ngay-sinh': aMark('retrieve') }, [], rule, 2000)).toEqual({
      rule: 'v1',
      before: 4,
      after: 3,
      added: 0,
      cut: { numerator: 1, denominator: 4 },
      target: 2000,
      meets: true,
      missing: 0,
      treatments: { keep: 3, remove: 0, retrieve: 1, prefill: 0, merge: 0, makeOptional: 0 },
      documents: { before: 1, after: 1 },
      steps: { before: 1, after: 1 },
    });
  });

  test('an added field counts and can eat up the cut', () => {
    const result = measure(
      aProcedure(),
      { 'ngay-sinh': aMark('remove') },
      [anAddedField({ id: 'x' }), anAddedField({ id: 'y' })],
      rule,
      2000,
    );
    expect(result).toMatchObject({ before: 4, after: 5, added: 2, cut: { numerator: -1, denominator: 4 }, meets: false, missing: 2 });
  });

  test('pre-filling and making optional cut nothing under v1', () => {
    const marks = { 'ho-ten': aMark('prefill'), 'ngay-sinh': aMark('makeOptional') };
    expect(measure(aProcedure(), marks, [], rule, 2000)).toMatchObject({
      before: 4,
      after: 4,
      treatments: { prefill: 1, makeOptional: 1, keep: 2 },
    });
    expect(measure(aProcedure(), marks, [], { ...rule, prefillCounts: false }, 2000)).toMatchObject({ before: 4, after: 3, meets: true });
  });

  test('cutting a signature or a document cuts no declared information', () => {
    const procedure = aProcedure({ documents: [aDocument(), aDocument({ id: 'ban-sao' })] });
    const result = measure(procedure, { 'chu-ky': aMark('remove'), 'ban-sao': aMark('remove'), 'buoc-1': aMark('remove') }, [], rule, 2000);
    expect(result).toMatchObject({ before: 4, after: 4, treatments: { remove: 0 } });
    expect(result).toMatchObject({ documents: { before: 2, after: 1 }, steps: { before: 1, after: 0 } });
  });

  test('an added signature is not declared information', () => {
    expect(tally(aProcedure(), {}, [anAddedField({ kind: 'signature' })], rule)).toMatchObject({ before: 4, after: 4, added: 0 });
  });

  test('a procedure without a form has nothing to cut', () => {
    expect(measure(aProcedure({ forms: [] }), {}, [], rule, 2000)).toMatchObject({ before: 0, after: 0, meets: false, missing: 0 });
  });
});

test('treatments add up to before; after is before less what left plus what was added', () => {
  const anyRedesign = anyProcedure.chain((procedure) =>
    fc.tuple(fc.constant(procedure), anyMarks(procedure), fc.uniqueArray(anyAdded(procedure), { selector: (one) => one.field.id })),
  );
  fc.assert(
    fc.property(anyRedesign, fc.nat(10_000), fc.boolean(), ([procedure, marks, added], threshold, prefillCounts) => {
      const result = measure(procedure, marks, added, { ...rule, prefillCounts }, threshold);
      const { remove = 0, retrieve = 0, merge = 0, prefill = 0 } = result.treatments;
      expect(Object.values(result.treatments).reduce((sum, units) => sum + units, 0)).toBe(result.before);
      expect(result.after).toBe(result.before - remove - retrieve - merge - (prefillCounts ? 0 : prefill) + result.added);
      expect(Measure.parse(result)).toEqual(result);
      const { before, after, treatments } = tally(procedure, marks, added, { ...rule, prefillCounts });
      expect({ before, after, treatments }).toEqual({ before: result.before, after: result.after, treatments: result.treatments });
    }),
  );
});
