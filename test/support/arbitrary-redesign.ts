// Arbitrary procedures, marks and edits for property tests: fields of every kind and filler, conditions among them, two forms.
import fc from 'fast-check';
import { FIELD_KINDS, FILLERS, type Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { applyEdits } from '#procedures/redesign/edit.ts';
import type { AddedField, Mark, Marks } from '#procedures/redesign/mark.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { PastLine } from '#procedures/redesign/rewind.ts';
import { aField, aForm, aProcedure } from './build.ts';
import { aRedesign, ruleV1 } from './redesign.ts';

const anyField = (id: string, earlier: readonly string[]): fc.Arbitrary<Field> =>
  fc
    .record({
      kind: fc.constantFrom(...FIELD_KINDS),
      filledBy: fc.constantFrom('applicant' as const, ...FILLERS),
      group: fc.option(fc.constant('Bảng'), { nil: undefined }),
      parts: fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined }),
      on: fc.option(fc.constantFrom('', ...earlier), { nil: '', freq: 2 }),
    })
    .map(({ on, kind, filledBy, group, parts }) =>
      aField({
        id,
        label: `Trường ${id}`,
        kind,
        filledBy,
        ...(group === undefined ? {} : { group }),
        ...(parts === undefined ? {} : { parts }),
        ...(on === '' ? {} : { requirement: 'conditional', condition: { field: on } }),
      }),
    );

/** Up to twelve fields `f0`, `f1`… over two forms; some ask an earlier one. */
export const anyProcedure: fc.Arbitrary<Procedure> = fc.integer({ min: 1, max: 12 }).chain((size) => {
  const ids = Array.from({ length: size }, (_, index) => `f${index}`);
  return fc
    .tuple(fc.integer({ min: 0, max: size }), ...ids.map((id, index) => anyField(id, ids.slice(0, index))))
    .map(([split, ...fields]) =>
      aProcedure({
        forms: [aForm({ fields: fields.slice(0, split) }), aForm({ id: 'phu-luc', title: 'Phụ lục', fields: fields.slice(split) })],
      }),
    );
});

export const fieldIds = (procedure: Procedure): string[] => procedure.forms.flatMap((form) => form.fields.map((field) => field.id));

const anyMark = (procedure: Procedure): fc.Arbitrary<Mark> =>
  fc.record(
    {
      treatment: fc.constantFrom('keep', 'remove', 'retrieve', 'prefill', 'merge', 'makeOptional'),
      reason: fc.constantFrom('Trùng.', 'Đã có dữ liệu.'),
      into: fc.constantFrom(...fieldIds(procedure)),
    },
    { requiredKeys: ['treatment'] },
  );

/** Marks on some of the fields, guarded by nothing. */
export const anyMarks = (procedure: Procedure): fc.Arbitrary<Marks> =>
  fc.dictionary(fc.constantFrom(...fieldIds(procedure)), anyMark(procedure), { noNullPrototype: true });

export const anyAdded = (procedure: Procedure): fc.Arbitrary<AddedField> =>
  fc
    .record({
      form: fc.constantFrom(...procedure.forms),
      id: fc.constantFrom('moi-1', 'moi-2', 'moi-3'),
      label: fc.constantFrom('Một', 'Hai'),
      at: fc.nat(12),
      kind: fc.constantFrom('text' as const, 'signature' as const),
    })
    .map(({ form, id, label, at, kind }) => {
      const after = form.fields[at]?.id;
      return { form: form.id, ...(after === undefined ? {} : { after }), field: aField({ id, label, kind }) };
    });

/** Edits that make sense one by one; the guards may still refuse them. */
export const anyEdits = (procedure: Procedure): fc.Arbitrary<Edit[]> => {
  const element = fc.constantFrom(...fieldIds(procedure));
  return fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('mark' as const), element, mark: anyMark(procedure) }),
      fc.record({ kind: fc.constant('unmark' as const), element }),
      fc.record({ kind: fc.constant('addField' as const), added: anyAdded(procedure) }),
      fc.record({ kind: fc.constant('changeField' as const), added: anyAdded(procedure) }),
      fc.record({ kind: fc.constant('dropField' as const), field: fc.constantFrom('moi-1', 'moi-2', 'moi-3') }),
    ),
    { maxLength: 8 },
  );
};

/** A redesign through several batches, guarded: what the guards refuse leaves nothing behind. Every version, and the lines of its history. */
export const anyPast = (procedure: Procedure): fc.Arbitrary<{ versions: [Redesign, ...Redesign[]]; now: Redesign; past: PastLine[] }> =>
  fc.array(anyEdits(procedure), { minLength: 1, maxLength: 6 }).map((batches) => {
    const versions: [Redesign, ...Redesign[]] = [aRedesign(procedure)];
    const past: PastLine[] = [];
    // Most batches are refused for one of their edits: each edit by itself has a better chance.
    for (const edits of batches.flatMap((batch) => [batch, ...batch.map((edit) => [edit])])) {
      const edited = applyEdits(versions.at(-1) ?? versions[0], procedure, edits, ruleV1(), {
        name: 'Minh họa',
        at: '2026-02-01T03:00:00Z',
      });
      if (!edited.ok || edits.length === 0) continue;
      versions.push(edited.redesign);
      past.push({ version: edited.redesign.version, edits, anew: false });
    }
    return { versions, now: versions.at(-1) ?? versions[0], past };
  });
