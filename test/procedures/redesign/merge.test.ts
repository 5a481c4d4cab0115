import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { same } from '#procedures/definition/same.ts';
import { applyEdit, type Content, elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { rebase } from '#procedures/redesign/merge.ts';
import { anyEdits, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aMark, anAddedField } from '../../support/redesign.ts';

const empty: Content = { marks: {}, added: [] };
const mark = (element: string, treatment: Parameters<typeof aMark>[0]): Edit => ({ kind: 'mark', element, mark: aMark(treatment) });
const after = (edits: readonly Edit[], start = empty): Content => edits.reduce(applyEdit, start);

describe('two people on one redesign', () => {
  test('marks on different elements both stand', () => {
    const theirs = after([mark('a', 'remove')]);
    const mine = [mark('b', 'retrieve'), mark('c', 'prefill')];
    expect(rebase(empty, theirs, mine)).toEqual({ edits: mine, conflicts: [] });
  });

  test('the same mark on the same element is no conflict', () => {
    expect(rebase(empty, after([mark('a', 'remove')]), [mark('a', 'remove')])).toEqual({ edits: [], conflicts: [] });
    const base = after([mark('a', 'remove')]);
    expect(rebase(base, empty, [{ kind: 'unmark', element: 'a' }])).toEqual({ edits: [], conflicts: [] });
  });

  test('different marks on the same element are asked about; the rest goes on', () => {
    const theirs = after([mark('a', 'remove')]);
    expect(rebase(empty, theirs, [mark('a', 'prefill'), mark('b', 'remove')])).toEqual({
      edits: [mark('b', 'remove')],
      conflicts: [{ element: 'a', mine: mark('a', 'prefill'), theirs: aMark('remove') }],
    });
  });

  test('one marks while the other takes the mark away', () => {
    const base = after([mark('a', 'remove')]);
    expect(rebase(base, empty, [mark('a', 'prefill')]).conflicts).toEqual([{ element: 'a', mine: mark('a', 'prefill'), theirs: null }]);
    const theirs = after([mark('a', 'prefill')]);
    expect(rebase(base, theirs, [{ kind: 'unmark', element: 'a' }]).conflicts).toEqual([
      { element: 'a', mine: { kind: 'unmark', element: 'a' }, theirs: aMark('prefill') },
    ]);
  });

  test('an added field that they dropped while I changed it comes back only if I say so', () => {
    const base = after([{ kind: 'addField', added: anAddedField() }]);
    const changed = anAddedField({ label: 'Tên khác' });
    expect(rebase(base, empty, [{ kind: 'changeField', added: changed }]).conflicts).toEqual([
      { element: 'moi', mine: { kind: 'addField', added: changed }, theirs: null },
    ]);
    const theirs = after([{ kind: 'changeField', added: changed }], base);
    expect(rebase(base, theirs, [{ kind: 'dropField', field: 'moi' }]).conflicts).toEqual([
      { element: 'moi', mine: { kind: 'dropField', field: 'moi' }, theirs: null, theirsAdded: changed },
    ]);
  });
});

describe('no edit is lost', () => {
  const anyCase = anyProcedure.chain((procedure) => fc.tuple(anyEdits(procedure), anyEdits(procedure), anyEdits(procedure)));
  const standing = (content: Content, id: string) => [content.marks[id] ?? null, content.added.find((one) => one.field.id === id) ?? null];

  test('each is kept, already so, or asked about', () => {
    fc.assert(
      fc.property(anyCase, ([common, other, own]) => {
        const base = after(common);
        const [theirs, mine] = [after(other, base), after(own, base)];
        const { edits, conflicts } = rebase(base, theirs, own);
        const kept = new Set(edits.map(elementOf));
        const asked = new Set(conflicts.map((one) => one.element));
        for (const id of own.map(elementOf)) {
          expect([kept.has(id), asked.has(id), same(standing(mine, id), standing(theirs, id))].filter(Boolean)).toHaveLength(1);
        }
        const choices = conflicts.map((one) => one.mine);
        const rebased = after([...edits, ...choices], theirs);
        for (const id of own.map(elementOf)) expect(standing(rebased, id)).toEqual(standing(mine, id));
      }),
    );
  });

  test('what I did not touch stays as they left it', () => {
    fc.assert(
      fc.property(anyCase, ([common, other, own]) => {
        const base = after(common);
        const theirs = after(other, base);
        const rebased = after(rebase(base, theirs, own).edits, theirs);
        const touched = new Set(own.map(elementOf));
        for (const id of other.map(elementOf).filter((each) => !touched.has(each)))
          expect(standing(rebased, id)).toEqual(standing(theirs, id));
      }),
    );
  });
});
