import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { carryOver, editsOf } from '#procedures/redesign/carry-over.ts';
import { applyEdit, type Content } from '#procedures/redesign/edit.ts';
import { refusals } from '#procedures/redesign/guards.ts';
import { anyPast, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aField, aForm, aProcedure, aStep } from '../../support/build.ts';
import { aMark, anAddedField, aProcedureOf } from '../../support/redesign.ts';

const NOTHING: Content = { marks: {}, added: [] };

const anyContent = (procedure: Procedure): fc.Arbitrary<Content> => anyPast(procedure).map(({ now }) => now);

/** A redesign on one definition, and another definition of the same procedure: they share the ids of some fields. */
const anyCase = fc
  .tuple(anyProcedure, anyProcedure, fc.array(fc.constantFrom<string>('f0', 'f1', 'f2', 'moi-1')))
  .chain(([from, to, leave]) => anyContent(from).map((content) => ({ from, to, leave, content })));

const idsOf = ({ marks, added }: Content) => [...Object.keys(marks), ...added.map(({ field }) => field.id)].toSorted();

describe('a redesign moved onto a newer revision', () => {
  test('keeps, loses with a reason, or was told to leave behind: every mark and added field is exactly one of these', () => {
    fc.assert(
      fc.property(anyCase, ({ from, to, leave, content }) => {
        const { kept, lost } = carryOver(content, from, to, leave);
        const left = idsOf(content).filter((id) => leave.includes(id));
        expect(
          [...kept, ...lost]
            .map(({ element }) => element)
            .concat(left)
            .toSorted(),
        ).toEqual(idsOf(content));
        expect(lost.every(({ because }) => because.endsWith('.'))).toBe(true);
      }),
    );
  });

  test('is what the guards take on the new revision, with the marks as they were', () => {
    fc.assert(
      fc.property(anyCase, ({ from, to, leave, content }) => {
        const carried = carryOver(content, from, to, leave);
        expect(refusals(to, carried.content.marks, carried.content.added)).toEqual([]);
        expect(idsOf(carried.content)).toEqual(carried.kept.map(({ element }) => element).toSorted());
        for (const [id, mark] of Object.entries(carried.content.marks)) expect(mark).toEqual(content.marks[id]);
        for (const { field } of carried.content.added) expect(content.added.map((one) => one.field)).toContainEqual(field);
      }),
    );
  });

  test('loses nothing where the revision says the same', () => {
    fc.assert(
      fc.property(
        anyProcedure.chain((procedure) => anyContent(procedure).map((content) => ({ procedure, content }))),
        ({ procedure, content }) => {
          const carried = carryOver(content, procedure, procedure);
          expect(carried).toMatchObject({ content: { marks: content.marks, added: content.added }, lost: [] });
          expect(carried.kept.every(({ was, changes }) => was === undefined && changes.length === 0)).toBe(true);
        },
      ),
    );
  });

  test('is told to the history in edits that make it out of nothing', () => {
    fc.assert(
      fc.property(anyCase, ({ from, to, content }) => {
        const carried = carryOver(content, from, to).content;
        expect(editsOf(carried).reduce<Content>(applyEdit, NOTHING)).toEqual(carried);
      }),
    );
  });
});

describe('what does not come along', () => {
  const reasons = (content: Partial<Content>, from: Procedure, to: Procedure) =>
    carryOver({ ...NOTHING, ...content }, from, to).lost.map(({ element, because }) => `${element}: ${because}`);

  test('is a mark on an element that is gone', () => {
    const marks = { 'ho-ten': aMark('remove'), 'buoc-1': aMark('remove') };
    const to = aProcedure({ forms: [aForm({ fields: aForm().fields.slice(1) })], steps: [aStep({ id: 'buoc-2' })] });
    expect(reasons({ marks }, aProcedure(), to)).toEqual([
      'ho-ten: Phiên bản mới không còn “Họ và tên”.',
      'buoc-1: Phiên bản mới không còn “Người dân nộp hồ sơ.”.',
    ]);
  });

  test('is a field added to a form that is gone', () => {
    const added = [anAddedField()];
    expect(reasons({ added }, aProcedure(), aProcedure({ forms: [aForm({ id: 'mau-moi' })] }))).toEqual([
      'moi: Phiên bản mới không còn mẫu “Đơn đề nghị (minh họa)”, nơi đã thêm “Trường mới”.',
    ]);
  });

  test('is a field added under an id that the new revision uses itself', () => {
    const to = aProcedure({ forms: [aForm({ fields: [...aForm().fields, aField({ id: 'moi' })] })] });
    expect(reasons({ added: [anAddedField()] }, aProcedure(), to)).toEqual(['moi: “Trường mới”: mã “moi” đã được dùng trong thủ tục này.']);
  });

  test('is a removal on which something new depends, and a merge into what is gone', () => {
    const from = aProcedureOf(['a', 'b', 'c', 'd']);
    const to = aProcedureOf(['a', 'b', 'd'], { d: 'a' });
    const marks = { a: aMark('remove'), b: aMark('merge', { into: 'c' }) };
    expect(reasons({ marks }, from, to)).toEqual([
      'a: “A” chưa thể rời mẫu vì còn phụ thuộc vào nó: “D”. Hãy xử lý các thành phần đó trước hoặc cùng lúc.',
      'b: “B”: không có trường mang mã “c” để gộp vào.',
    ]);
  });
});

describe('what comes along', () => {
  test('names an element that is called differently now, and what else was changed in it', () => {
    const fields = aForm().fields.map((field) =>
      field.id === 'ho-ten' ? { ...field, label: 'Họ, chữ đệm và tên', requirement: 'optional' as const } : field,
    );
    const { kept } = carryOver(
      { marks: { 'ho-ten': aMark('remove') }, added: [] },
      aProcedure(),
      aProcedure({ forms: [aForm({ fields })] }),
    );
    expect(kept).toEqual([
      {
        element: 'ho-ten',
        label: 'Họ, chữ đệm và tên',
        was: 'Họ và tên',
        changes: [
          'Đổi tên mục “Họ và tên” thành “Họ, chữ đệm và tên” (người nộp) ở phần “I. Người nộp”.',
          expect.stringContaining('mức bắt buộc'),
        ],
      },
    ]);
  });

  test('stands behind the nearest earlier field that is still on the sheet', () => {
    const from = aProcedureOf(['a', 'b', 'c', 'd']);
    const added = [anAddedField({ id: 'x' }, { after: 'c' }), anAddedField({ id: 'y' }, { after: 'b' }), anAddedField({ id: 'z' })];
    const after = (to: Procedure) => carryOver({ marks: {}, added }, from, to).content.added.map((one) => one.after);
    expect(after(aProcedureOf(['a', 'd']))).toEqual(['a', 'a', undefined]);
    expect(after(aProcedureOf(['d', 'b']))).toEqual(['b', 'b', undefined]);
    expect(after(aProcedureOf(['d']))).toEqual([undefined, undefined, undefined]);
  });
});
