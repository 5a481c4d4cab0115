import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { same } from '#procedures/definition/same.ts';
import { applyEdit, applyEdits, type Content } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { contentAt, editsTowards, firstOnBaseline, type PastLine } from '#procedures/redesign/rewind.ts';
import { anyPast, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aMark, anAddedField, ruleV1 } from '../../support/redesign.ts';

const by = { name: 'Trần Văn Thử (minh họa)', at: '2026-02-01T03:00:00Z' };
const contentOf = ({ marks, added }: Content): Content => ({ marks, added });

const anyHistory = anyProcedure.chain((procedure) => anyPast(procedure).map((history) => ({ procedure, ...history })));

describe('going back', () => {
  test('to any version finds what stood there', () => {
    fc.assert(
      fc.property(anyHistory, ({ versions, past }) => {
        for (const there of versions) expect(contentAt(past, there.version)).toEqual(contentOf(there));
      }),
    );
  });

  test('from any version to any other is a batch that the guards take, and leads there in order', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(), fc.nat(), ({ procedure, versions }, a, b) => {
        const [from, to] = [a, b].map((n) => versions[n % versions.length] ?? versions[0]) as [Redesign, Redesign];
        const back = applyEdits(from, procedure, editsTowards(from, to), ruleV1(), by);
        expect(back).toMatchObject({ ok: true, redesign: { ...contentOf(to), tally: to.tally } });
        expect(back.ok && same(contentOf(back.redesign), contentOf(to))).toBe(true);
      }),
    );
  });

  test('to where one is needs no edit', () => {
    fc.assert(fc.property(anyHistory, ({ versions }) => versions.every((there) => editsTowards(there, there).length === 0)));
  });

  test('puts added fields back into their order', () => {
    const add = (id: string): Edit => ({ kind: 'addField', added: anAddedField({ id }) });
    const start = ['a', 'b', 'c'].map(add).reduce<Content>(applyEdit, { marks: {}, added: [] });
    const end = applyEdit(applyEdit(start, { kind: 'dropField', field: 'a' }), add('d'));
    const back = editsTowards(end, start).reduce<Content>(applyEdit, end);
    expect(back.added.map(({ field }) => field.id)).toEqual(['a', 'b', 'c']);
  });
});

describe('a history with a carry-over', () => {
  const mark = (element: string): Edit => ({ kind: 'mark', element, mark: aMark('remove') });
  const past: PastLine[] = [
    { version: 2, edits: [mark('a'), mark('b')], anew: false },
    { version: 4, edits: [mark('b')], anew: true },
    { version: 5, edits: [mark('c')], anew: false },
  ];

  test('begins anew with what was carried over', () => {
    expect(Object.keys(contentAt(past, 3).marks)).toEqual(['a', 'b']);
    expect(Object.keys(contentAt(past, 4).marks)).toEqual(['b']);
    expect(Object.keys(contentAt(past, 9).marks)).toEqual(['b', 'c']);
  });

  test('leads back to it and no further', () => {
    expect(firstOnBaseline(past)).toBe(4);
    expect(firstOnBaseline(past.slice(0, 1))).toBe(1);
  });
});
