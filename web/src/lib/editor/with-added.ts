import type { Form } from '#procedures/definition/form.ts';
import type { AddedField } from '#procedures/redesign/mark.ts';

/** The form with every field of the baseline and the added ones where `applyMarks` will put them; the form itself when nothing is added. */
export function withAdded(form: Form, added: readonly AddedField[]): Form {
  const own = added.filter((one) => one.form === form.id);
  if (own.length === 0) return form;
  const known = new Set(form.fields.map((field) => field.id));
  const first = own.filter((one) => one.after === undefined);
  const last = own.filter((one) => one.after !== undefined && !known.has(one.after));
  const behind = (id: string) => own.filter((one) => one.after === id).map((one) => one.field);
  const fields = form.fields.flatMap((field) => [field, ...behind(field.id)]);
  return { ...form, fields: [...first.map((one) => one.field), ...fields, ...last.map((one) => one.field)] };
}
