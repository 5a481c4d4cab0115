// The guards: what a mark, an unmark or an added field must not do to the rest of the sheet (product.md §4).
import { AUTHORITY, type Element, RESULT } from '#procedures/definition/elements.ts';
import { nearestWord } from '#procedures/definition/nearest-word.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { formatInteger } from '#procedures/text/number.ts';
import type { AddedField, Mark, Marks } from './mark.ts';
import { isGone, markOf } from './marks.ts';
import { dependsOnGone, dependsOnUnknown, hasDependants, quoted, type Refusal, unknownElement } from './refusal.ts';
import { conditions, fieldLives, type Situation, situation } from './situation.ts';
import { allowedTreatments, allowedValues, TREATMENT_NAMES } from './treatments.ts';

/** Longest name of an authority, shorter than other new texts: it is one line of the definition. */
const AUTHORITY_LENGTH = 2000;

/** The still living elements that depend on a field: conditions of fields, documents and fees that ask it, fields merged into it. */
export function dependants(procedure: Procedure, marks: Marks, added: readonly AddedField[], id: string): readonly Element[] {
  return situation(procedure, marks, added).dependants.get(id) ?? [];
}

/** Why the element cannot bear this mark beside the others, or null. */
export function refusalOfMark(procedure: Procedure, marks: Marks, added: readonly AddedField[], id: string, mark: Mark): Refusal | null {
  return refusals(procedure, { ...marks, [id]: mark }, added, [id])[0] ?? null;
}

/** Why the element cannot go back to what it was beside the other marks, or null. */
export function refusalOfUnmark(procedure: Procedure, marks: Marks, added: readonly AddedField[], id: string): Refusal | null {
  const { [id]: _, ...others } = marks;
  return refusals(procedure, others, added, [id])[0] ?? null;
}

/** Why the field cannot be added, or take the place of the added field of the same id, or null. */
export function refusalOfAdded(procedure: Procedure, marks: Marks, added: readonly AddedField[], one: AddedField): Refusal | null {
  const others = added.filter((other) => other.field.id !== one.field.id);
  return refusals(procedure, marks, [...others, one], [one.field.id])[0] ?? null;
}

/**
 * Everything that is wrong with the touched elements in this state, at most one refusal each, in their order.
 * A batch of edits is judged by its final state: what goes together may go. Without `touched`, all marks and added fields are judged.
 * `dropped`: added fields that this batch took away; others may still depend on them.
 */
export function refusals(
  procedure: Procedure,
  marks: Marks,
  added: readonly AddedField[],
  touched: readonly string[] = [...Object.keys(marks), ...added.map((one) => one.field.id)],
  dropped: readonly AddedField[] = [],
): Refusal[] {
  const state = situation(procedure, marks, added);
  const batch = new Set(touched);
  const labels = new Map(dropped.map((one) => [one.field.id, one.field.label]));
  return [...batch].flatMap((id) => refusalOf(state, batch, labels, id) ?? []);
}

function refusalOf(state: Situation, batch: ReadonlySet<string>, dropped: ReadonlyMap<string, string>, id: string): Refusal | undefined {
  const one = state.added.get(id);
  if (one !== undefined)
    return refusalOfPlacement(state, one) ?? refusalOfDependence(state, batch, id, one.field.label, addedConditions(one));
  const label = dropped.get(id);
  if (label !== undefined) return refusalOfLeaving(state, id, label);
  const element = state.baseline.get(id);
  if (element === undefined) return unknownElement(id, nearestWord(id, [...state.baseline.keys()]));
  if (isGone(state.marks, id))
    return refusalOfForm(element, state.marks) ?? refusalOfMerge(state, batch, element) ?? refusalOfLeaving(state, id, element.label);
  const asked = conditions(element, state.marks).map((each) => each.condition.field);
  return refusalOfForm(element, state.marks) ?? refusalOfDependence(state, batch, id, element.label, asked);
}

/** Whether the mark itself fits the kind of element. */
function refusalOfForm(element: Element, marks: Marks): Refusal | undefined {
  const mark = markOf(marks, element.id);
  if (mark === undefined) return undefined;
  const name = quoted(element.label);
  const treatments = allowedTreatments(element.kind);
  if (!treatments.includes(mark.treatment)) {
    const choices = treatments.map((treatment) => TREATMENT_NAMES[treatment]).join(', ');
    const message = `${name} không nhận đề xuất “${TREATMENT_NAMES[mark.treatment]}”. Có thể chọn: ${choices}.`;
    return { code: 'treatment-not-allowed', element: element.id, message };
  }
  if (element.kind === AUTHORITY && (mark.values?.text ?? '').length > AUTHORITY_LENGTH) {
    const message = `${name}: tên cơ quan có thẩm quyền dài quá ${formatInteger(AUTHORITY_LENGTH)} ký tự. Hãy rút ngắn.`;
    return { code: 'values-not-allowed', element: element.id, message };
  }
  const values: readonly string[] = mark.treatment === 'change' ? allowedValues(element.kind) : [];
  if (Object.keys(mark.values ?? {}).every((key) => values.includes(key))) return undefined;
  return { code: 'values-not-allowed', element: element.id, message: `${name}: giá trị mới không đúng loại thành phần này.` };
}

/** A field merges only into another field that stays on the sheet; so merges cannot run in a circle. */
function refusalOfMerge(state: Situation, batch: ReadonlySet<string>, element: Element): Refusal | undefined {
  const mark = markOf(state.marks, element.id);
  if (mark?.treatment !== 'merge' || mark.into === undefined) return undefined;
  const name = quoted(element.label);
  if (mark.into === element.id) return { code: 'merge-into-self', element: element.id, message: `${name} không thể gộp vào chính nó.` };
  if (fieldLives(state, mark.into)) return undefined;
  const target = state.baseline.get(mark.into);
  if (target?.kind !== 'field') {
    const message = `${name}: không có trường mang mã ${quoted(mark.into)} để gộp vào.`;
    return { code: 'merge-into-unknown', element: element.id, message };
  }
  // Where the target goes in the same batch, the target is the offender: it still has this dependant.
  if (batch.has(target.id)) return undefined;
  const message = `${name} không thể gộp vào ${quoted(target.label)} vì trường đó cũng rời mẫu.`;
  return { code: 'merge-into-gone', element: element.id, message };
}

function refusalOfLeaving(state: Situation, id: string, label: string): Refusal | undefined {
  const living = state.dependants.get(id) ?? [];
  return living.length === 0 ? undefined : hasDependants(id, label, living);
}

/** A living element must not depend on a field that is gone. */
function refusalOfDependence(
  state: Situation,
  batch: ReadonlySet<string>,
  id: string,
  label: string,
  asked: readonly string[],
): Refusal | undefined {
  // As with merges: where the field that is asked goes in the same batch, it is the offender.
  const missing = asked.find((field) => !fieldLives(state, field) && !batch.has(field));
  if (missing === undefined) return undefined;
  const gone = state.baseline.get(missing);
  return gone?.kind === 'field' ? dependsOnGone(id, label, gone.label) : dependsOnUnknown(id, label, missing);
}

function addedConditions(one: AddedField): string[] {
  return one.field.condition === undefined ? [] : [one.field.condition.field];
}

/** Whether the added field has an id of its own, a form, a field of that form to stand behind, and does not ask itself. */
function refusalOfPlacement({ procedure, baseline }: Situation, { form: formId, after, field }: AddedField): Refusal | undefined {
  const name = quoted(field.label);
  if (baseline.has(field.id) || field.id === AUTHORITY || field.id === RESULT) {
    return { code: 'id-taken', element: field.id, message: `${name}: mã ${quoted(field.id)} đã được dùng trong thủ tục này.` };
  }
  const form = procedure.forms.find((candidate) => candidate.id === formId);
  if (form === undefined) {
    return { code: 'unknown-form', element: field.id, message: `${name}: thủ tục không có mẫu đơn mang mã ${quoted(formId)}.` };
  }
  if (field.condition?.field === field.id) {
    return { code: 'depends-on-unknown', element: field.id, message: `${name} không thể phụ thuộc vào chính nó.` };
  }
  if (after === undefined || form.fields.some((candidate) => candidate.id === after)) return undefined;
  return {
    code: 'unknown-after',
    element: field.id,
    message: `${name}: ${quoted(form.title)} không có trường mang mã ${quoted(after)} để đứng sau.`,
  };
}
