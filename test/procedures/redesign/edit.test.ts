import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { applyEdit, applyEdits, inverse } from '#procedures/redesign/edit.ts';
import { type Edit, Edits } from '#procedures/redesign/edit-schema.ts';
import { tally } from '#procedures/redesign/measure.ts';
import { Redesign } from '#procedures/redesign/redesign.ts';
import { anyEdits, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aProcedure } from '../../support/build.ts';
import { aMark, anAddedField, aProcedureOf, aRedesign, ruleV1 } from '../../support/redesign.ts';

const rule = ruleV1();
const by = { name: 'Trần Văn Thử (minh họa)', at: '2026-02-01T03:00:00Z' };
const mark = (element: string, treatment: Parameters<typeof aMark>[0] = 'remove', more = {}): Edit => ({
  kind: 'mark',
  element,
  mark: aMark(treatment, more),
});
const unmark = (element: string): Edit => ({ kind: 'unmark', element });
const add = (id: string, more = {}): Edit => ({ kind: 'addField', added: anAddedField({ id }, more) });
const drop = (field: string): Edit => ({ kind: 'dropField', field });

function edited(procedure: Procedure, edits: Edit[], redesign = aRedesign(procedure)): Redesign {
  const result = applyEdits(redesign, procedure, edits, rule, by);
  if (!result.ok) throw new Error(result.refusals.map((one) => one.message).join('\n'));
  return result.redesign;
}

function refused(procedure: Procedure, edits: Edit[], redesign = aRedesign(procedure)): string[] {
  const result = applyEdits(redesign, procedure, edits, rule, by);
  return result.ok ? [] : result.refusals.map((one) => `${one.element}: ${one.code}`);
}

describe('a batch of edits', () => {
  test('moves the version, the tally, the person and the time', () => {
    const redesign = edited(aProcedure(), [mark('ngay-sinh'), add('moi')]);
    expect(redesign).toMatchObject({ version: 2, updatedBy: by.name, updatedAt: by.at, tally: { before: 4, after: 4, added: 1 } });
    expect(Redesign.parse(redesign)).toEqual(redesign);
  });

  test('leaves the redesign that it was given as it is', () => {
    const before = aRedesign();
    edited(aProcedure(), [mark('ngay-sinh'), add('moi')], before);
    expect(before).toEqual(aRedesign());
  });

  test('replaces a mark as a whole', () => {
    const redesign = edited(aProcedure(), [mark('ngay-sinh', 'remove', { reason: 'Trùng.' }), mark('ngay-sinh', 'prefill')]);
    expect(redesign.marks).toEqual({ 'ngay-sinh': { treatment: 'prefill' } });
  });

  test('to take away a mark that is not there changes nothing', () => {
    expect(edited(aProcedure(), [unmark('ngay-sinh')]).marks).toEqual({});
  });
});

describe('a batch is judged by its final state', () => {
  const procedure = aProcedureOf(['a', 'b', 'c', 'd'], { b: 'a', c: 'a' });

  test('what depends on each other may go together, in any order', () => {
    expect(refused(procedure, [mark('a'), mark('b'), mark('c')])).toEqual([]);
    expect(refused(procedure, [mark('b'), mark('a'), mark('c')])).toEqual([]);
  });

  test('and come back together', () => {
    const gone = edited(procedure, [mark('a'), mark('b'), mark('c')]);
    expect(refused(procedure, [unmark('b'), unmark('a')], gone)).toEqual([]);
    expect(refused(procedure, [unmark('b')], gone)).toEqual(['b: depends-on-gone']);
    expect(refused(procedure, [unmark('b'), mark('a', 'retrieve')], gone)).toEqual(['a: has-dependants']);
  });

  test('every offending element gets one refusal, all at once, and nothing is applied', () => {
    const edits = [mark('a'), mark('khong-co'), mark('d', 'change'), mark('khong-co', 'keep'), drop('khong-them')];
    expect(refused(procedure, edits)).toEqual([
      'khong-co: unknown-element',
      'khong-them: unknown-element',
      'a: has-dependants',
      'd: treatment-not-allowed',
    ]);
  });

  test('an added field that others ask cannot be dropped alone', () => {
    const asking: Edit = { kind: 'addField', added: anAddedField({ id: 'hai', condition: { field: 'mot' } }) };
    const redesign = edited(procedure, [add('mot'), asking, mark('d', 'merge', { into: 'mot' })]);
    expect(refused(procedure, [drop('mot')], redesign)).toEqual(['mot: has-dependants']);
    expect(refused(procedure, [drop('mot'), drop('hai'), unmark('d')], redesign)).toEqual([]);
  });
});

describe('added fields', () => {
  const procedure = aProcedure();

  test('are changed and dropped, not marked', () => {
    const redesign = edited(procedure, [add('moi')]);
    expect(refused(procedure, [mark('moi')], redesign)).toEqual(['moi: added-field']);
    expect(refused(procedure, [unmark('moi')], redesign)).toEqual(['moi: added-field']);
    const renamed = edited(procedure, [{ kind: 'changeField', added: anAddedField({ label: 'Tên khác' }) }], redesign);
    expect(renamed.added.map((one) => one.field.label)).toEqual(['Tên khác']);
    expect(edited(procedure, [drop('moi')], renamed).added).toEqual([]);
  });

  test('cannot be added twice, nor changed or dropped where they are not', () => {
    expect(refused(procedure, [add('moi'), add('moi')])).toEqual(['moi: id-taken']);
    expect(refused(procedure, [{ kind: 'changeField', added: anAddedField() }])).toEqual(['moi: unknown-element']);
    expect(refused(procedure, [drop('ho-ten')])).toEqual(['ho-ten: unknown-element']);
  });

  test('a field dropped in the same batch takes no mark', () => {
    expect(refused(procedure, [add('moi'), drop('moi'), mark('moi')])).toEqual(['moi: unknown-element']);
    expect(edited(procedure, [add('moi'), drop('moi')]).added).toEqual([]);
  });

  test('one added behind another joins it behind the same field of the sheet', () => {
    const redesign = edited(procedure, [add('mot', { after: 'ho-ten' }), add('ba', { after: 'ho-ten' }), add('hai', { after: 'mot' })]);
    expect(redesign.added.map((one) => [one.field.id, one.after])).toEqual([
      ['mot', 'ho-ten'],
      ['hai', 'ho-ten'],
      ['ba', 'ho-ten'],
    ]);
  });

  test('are no more than five hundred', () => {
    const full = aRedesign(procedure, { added: Array.from({ length: 500 }, (_, index) => anAddedField({ id: `moi-${index}` })) });
    expect(refused(procedure, [add('them')], full)).toEqual(['them: too-many']);
    expect(refused(procedure, [drop('moi-0'), add('them')], full)).toEqual([]);
  });
});

describe('edits as data', () => {
  test('are parsed as a batch of 1 to 1,000', () => {
    expect(Edits.parse([mark('ho-ten'), add('moi'), drop('moi')])).toHaveLength(3);
    expect(Edits.safeParse([]).success).toBe(false);
    expect(Edits.safeParse(Array.from({ length: 1001 }, () => unmark('ho-ten'))).success).toBe(false);
  });

  test('refuse ids that name no element and kinds that are none', () => {
    expect(Edits.safeParse([mark('__proto__')]).success).toBe(false);
    expect(Edits.safeParse([{ kind: 'erase', element: 'ho-ten' }]).success).toBe(false);
  });
});

describe('for any procedure and edits', () => {
  const anyCase = anyProcedure.chain((procedure) => fc.tuple(fc.constant(procedure), anyEdits(procedure), anyEdits(procedure)));

  test('an edit and its inverse leave marks and added fields as they were', () => {
    fc.assert(
      fc.property(anyCase, ([, first, second]) => {
        const start = first.reduce(applyEdit, { marks: {}, added: [] });
        let content = start;
        const undo: Edit[] = [];
        for (const edit of second) {
          undo.unshift(inverse(content, edit));
          content = applyEdit(content, edit);
        }
        expect(undo.reduce(applyEdit, content)).toEqual(start);
      }),
    );
  });

  test('what is accepted has a true tally and can be taken back', () => {
    fc.assert(
      fc.property(anyCase, ([procedure, edits]) => {
        const start = aRedesign(procedure);
        const result = applyEdits(start, procedure, edits, rule, by);
        if (!result.ok) return;
        const { marks, added } = result.redesign;
        expect(result.redesign.tally).toEqual(tally(procedure, marks, added, rule));
        const undo: Edit[] = [];
        edits.reduce(
          (content, edit) => {
            undo.unshift(inverse(content, edit));
            return applyEdit(content, edit);
          },
          start as { marks: typeof marks; added: typeof added },
        );
        const back = applyEdits(result.redesign, procedure, undo, rule, by);
        expect(back).toMatchObject({ ok: true, redesign: { marks: {}, added: [], version: 3, tally: start.tally } });
      }),
    );
  });
});
