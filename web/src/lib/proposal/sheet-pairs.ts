// The sheet before and after, line beside line: what both sides show of each field.
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';
import { compareFields, type FieldRow } from '#procedures/proposal/field-comparison.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import { counts } from '#procedures/redesign/count.ts';
import { fieldNumbers, type Section, sectionsOf } from '#lib/sheet/sections.ts';
import type { Treated } from '#lib/ticks/ticks.ts';

export type Pair = {
  id: string;
  label: string;
  /** Absent on the side where the field does not stand. */
  before?: Field;
  after?: Field;
  numberBefore?: number;
  numberAfter?: number;
  treatment?: Treated;
  /** What becomes of it, in words. */
  outcome: string;
};
export type PairedForm = { form: Form; sections: { key: string; title?: string; blocks: { group?: string; pairs: Pair[] }[] }[] };

/** Every form of a frozen proposal, in reading order, added fields in their places. */
export function pairedForms(proposal: Proposal): PairedForm[] {
  const { rule, marks, added } = proposal;
  const { procedure } = proposal.baseline;
  const later = applyMarks(procedure, marks, added).forms;
  const [before, after] = [procedure.forms, later].map((forms) => fieldNumbers(forms, (field) => counts(field, rule).counts));
  const still = new Map(later.flatMap((form) => form.fields.map((field) => [field.id, field])));
  const rows = Map.groupBy(compareFields(proposal), (row) => row.form.id);

  const pair = (row: FieldRow): Pair => {
    const { id, label } = row.field;
    const treatment = row.added ? 'added' : row.mark?.treatment;
    const now = still.get(id);
    const [numberBefore, numberAfter] = [before?.get(id), after?.get(id)];
    return {
      id,
      label,
      outcome: row.after,
      ...(!row.added && { before: row.field }),
      ...(now && { after: now }),
      ...(numberBefore !== undefined && { numberBefore }),
      ...(numberAfter !== undefined && { numberAfter }),
      ...(treatment !== undefined && treatment !== 'keep' && { treatment }),
    };
  };

  return procedure.forms.map((form) => {
    const own = rows.get(form.id) ?? [];
    const pairs = new Map(own.map((row) => [row.field.id, pair(row)]));
    const paired = ({ blocks, ...section }: Section) => ({
      ...section,
      blocks: blocks.map(({ group, fields }) => ({
        ...(group !== undefined && { group }),
        pairs: fields.flatMap(({ id }) => pairs.get(id) ?? []),
      })),
    });
    return { form, sections: sectionsOf({ ...form, fields: own.map((row) => row.field) }).map(paired) };
  });
}
