// The elements (thành phần) of a procedure: whatever can carry a mark, under one name and one id.
import type { Id } from '#procedures/text/label.ts';
import type { Channel } from './channel.ts';
import type { Document } from './document.ts';
import type { Field } from './field.ts';
import type { Form } from './form.ts';
import type { Procedure } from './procedure.ts';
import type { Step } from './step.ts';

export type ElementKind = 'field' | 'document' | 'channel' | 'step' | 'authority' | 'result';

/** One element; `form` stands beside `field`, and the part of the kind's own name holds the whole of it. */
export type Element = {
  kind: ElementKind;
  id: Id;
  label: string;
  form?: Form;
  field?: Field;
  document?: Document;
  channel?: Channel;
  step?: Step;
};

/** Fixed ids of the two elements that a procedure has at most once. */
export const AUTHORITY = 'authority';
export const RESULT = 'result';

/** All elements: fields form by form as on the sheet, then documents, channels, steps, authority and result where the definition has them. */
export function elements(procedure: Procedure): Element[] {
  const { forms, documents, channels, steps, authority, result } = procedure;
  return [
    ...forms.flatMap((form) => form.fields.map((field): Element => ({ kind: 'field', id: field.id, label: field.label, form, field }))),
    ...documents.map((document): Element => ({ kind: 'document', id: document.id, label: document.name, document })),
    ...channels.map((channel): Element => ({ kind: 'channel', id: channel.id, label: channel.label, channel })),
    ...steps.map((step): Element => ({ kind: 'step', id: step.id, label: step.text, step })),
    ...(authority === undefined ? [] : [{ kind: 'authority', id: AUTHORITY, label: authority } as const]),
    ...(result === undefined ? [] : [{ kind: 'result', id: RESULT, label: result } as const]),
  ];
}

/** The element with this id; ids are unique in a whole procedure. */
export function findElement(procedure: Procedure, id: Id): Element | undefined {
  return elements(procedure).find((element) => element.id === id);
}
