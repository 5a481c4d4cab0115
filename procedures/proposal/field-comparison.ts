// Every field of the forms before and after, row by row in form order: what the table of the Word file and the first sheet of the
// workbook show alike.
import { elements } from '#procedures/definition/elements.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';
import { REQUIREMENT_NAMES } from '#procedures/definition/names.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Proposal } from './proposal.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import { counts } from '#procedures/redesign/count.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import type { AddedField, Justification, Mark } from '#procedures/redesign/mark.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import { fieldName } from '#procedures/text/wording.ts';

export type FieldRow = {
  readonly form: Form;
  readonly field: Field;
  readonly mark: Mark | undefined;
  readonly added: boolean;
  readonly justification: Justification | undefined;
  /** What was asked and what becomes of it, in words. */
  readonly before: string;
  readonly treatment: string;
  readonly after: string;
  /** 1 or 0 under the frozen rule. */
  readonly countsBefore: 0 | 1;
  readonly countsAfter: 0 | 1;
};

/** What the frozen rule does not count: signatures, printed text, what others write. */
export const NOT_COUNTED = 'Không tính';

const asked = (field: Field, rule: CountingRule): string => {
  if (!counts(field, rule).counts) return NOT_COUNTED;
  const condition = field.condition?.text ? `: ${field.condition.text}` : '';
  return `${REQUIREMENT_NAMES[field.requirement]}${condition}`;
};

const outcome = (mark: Mark, fields: ReadonlyMap<string, Field>): string => {
  switch (mark.treatment) {
    case 'remove':
      return 'Không còn khai';
    case 'retrieve':
      return 'Không còn khai; cơ quan giải quyết khai thác dữ liệu';
    case 'prefill':
      return 'Điền sẵn, người khai xác nhận';
    case 'merge': {
      const target = mark.into ? fields.get(mark.into) : undefined;
      return `Không còn khai riêng; lấy theo ${target ? fieldName(target) : (mark.into ?? '')}`;
    }
    case 'makeOptional':
      return 'Không bắt buộc khai';
    default:
      return 'Giữ nguyên';
  }
};

type Entry = { field: Field; added?: AddedField };

/** Baseline and added fields together, in the places that `applyMarks` gives the added ones. */
function withAdded(form: Form, added: readonly AddedField[]): Entry[] {
  const own = added.filter((one) => one.form === form.id).map((one) => ({ field: one.field, added: one }));
  const placed = new Set(form.fields.map((field) => field.id));
  return [
    ...own.filter((entry) => entry.added.after === undefined),
    ...form.fields.flatMap((field): Entry[] => [{ field }, ...own.filter((entry) => entry.added.after === field.id)]),
    ...own.filter((entry) => entry.added.after !== undefined && !placed.has(entry.added.after)),
  ];
}

const fieldsById = (procedure: Procedure): Map<string, Field> =>
  new Map(elements(procedure).flatMap((element) => (element.field ? [[element.id, element.field] as const] : [])));

const one = (field: Field | undefined, rule: CountingRule): 0 | 1 => (field && counts(field, rule).counts ? 1 : 0);

/**
 * One row a field, added ones included. The sums of `countsBefore` and `countsAfter` are the frozen measure's before and after,
 * because both are counted by the rule frozen with it.
 */
export function compareFields(proposal: Proposal): FieldRow[] {
  const { marks, added, rule } = proposal;
  const procedure = proposal.baseline.procedure;
  const before = fieldsById(procedure);
  const after = fieldsById(applyMarks(procedure, marks, added));
  return procedure.forms.flatMap((form) =>
    withAdded(form, added).map((entry): FieldRow => {
      const { field } = entry;
      const mark = entry.added ? undefined : markOf(marks, field.id);
      const still = after.get(field.id);
      return {
        form,
        field,
        mark,
        added: entry.added !== undefined,
        justification: entry.added ?? mark,
        before: entry.added ? 'Không có' : asked(field, rule),
        treatment: entry.added ? 'Bổ sung' : TREATMENT_NAMES[mark?.treatment ?? 'keep'],
        after: entry.added ? REQUIREMENT_NAMES[field.requirement] : mark ? outcome(mark, before) : 'Giữ nguyên',
        countsBefore: entry.added ? 0 : one(before.get(field.id), rule),
        countsAfter: one(still, rule),
      };
    }),
  );
}
