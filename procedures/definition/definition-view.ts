// A view of a definition file that may be broken: whatever objects its lists hold, with their places. Cross checks run on it.
import type { Form } from './form.ts';
import { isRecord, type Path, readText } from './issue.ts';

/** `form`: number of the form that holds a field, 0 for anything else. */
export type Part = { path: Path; value: Record<string, unknown>; form: number };

export type DefinitionView = {
  input: unknown;
  forms: Part[];
  /** Of all forms, those of a shared form at the place of its `use`. */
  fields: Part[];
  fieldById: Map<unknown, Part>;
  documents: Part[];
  channels: Part[];
  steps: Part[];
};

/** The view of a procedure file; forms named by `use` bring their fields along. */
export function viewOf(input: unknown, sharedForms: readonly Form[]): DefinitionView {
  const forms = parts(input, 'forms', []);
  const fields = forms.flatMap((form, at) => fieldsOf(form, at, usedBefore(forms, at) ? [] : sharedForms));
  const list = (key: string) => parts(input, key, []);
  return { input, forms, fields, fieldById: byId(fields), documents: list('documents'), channels: list('channels'), steps: list('steps') };
}

/** The view of a form file that stands alone. */
export function viewOfForm(input: unknown): DefinitionView {
  const fields = parts(input, 'fields', []);
  return { input, forms: [], fields, fieldById: byId(fields), documents: [], channels: [], steps: [] };
}

/** The objects of a list, with their places; what is not an object is the schema's affair. */
export function parts(owner: unknown, key: string, path: Path, form = 0): Part[] {
  const list = isRecord(owner) ? owner[key] : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, at) => (isRecord(value) ? [{ path: [...path, key, at], value, form }] : []));
}

/** The id by which a procedure knows one of its forms. */
export function formId(form: Part): string | undefined {
  return readText(form.value['use']) ?? readText(form.value['id']);
}

/** Whether a field comes from a shared form: its own file answers for it. */
export function isBorrowed(field: Part): boolean {
  return field.path.at(-1) === 'use';
}

function fieldsOf(form: Part, at: number, sharedForms: readonly Form[]): Part[] {
  const used = sharedForms.find((candidate) => candidate.id === readText(form.value['use']));
  if (!used) return parts(form.value, 'fields', form.path, at);
  const path = [...form.path, 'use'];
  return used.fields.map((value) => ({ path, value, form: at }));
}

/** A form named twice is one mistake; its fields need not be told as repeated, too. */
function usedBefore(forms: readonly Part[], at: number): boolean {
  const use = readText(forms[at]?.value['use']);
  return use !== undefined && forms.slice(0, at).some((form) => formId(form) === use);
}

function byId(fields: readonly Part[]): Map<unknown, Part> {
  return new Map(fields.map((field) => [readText(field.value['id']), field]));
}
