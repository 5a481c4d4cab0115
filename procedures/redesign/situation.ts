// A redesign as the guards see it: which elements are there, which leave, and what still living hangs on which field.
import { type Element, elements } from '#procedures/definition/elements.ts';
import type { Condition } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { AddedField, Marks } from './mark.ts';
import { isGone, markOf } from './marks.ts';

export type Situation = {
  procedure: Procedure;
  marks: Marks;
  /** Elements of the baseline by id. */
  baseline: ReadonlyMap<string, Element>;
  /** Added fields by id. */
  added: ReadonlyMap<string, AddedField>;
  /** By the id of a field: every still living element whose condition asks it, and every field merged into it. */
  dependants: ReadonlyMap<string, readonly Element[]>;
};

/** Looks at the whole state once; all guards ask the result. */
export function situation(procedure: Procedure, marks: Marks, added: readonly AddedField[]): Situation {
  const baseline = new Map(elements(procedure).map((element) => [element.id, element]));
  const dependants = new Map<string, Element[]>();
  const depend = (on: string | undefined, element: Element) => {
    if (on !== undefined && on !== element.id) dependants.set(on, [...(dependants.get(on) ?? []), element]);
  };
  for (const element of baseline.values()) {
    const mark = markOf(marks, element.id);
    if (mark?.treatment === 'merge') depend(mark.into, element);
    if (!isGone(marks, element.id))
      for (const one of conditions(element, marks)) depend(one.condition.field, { ...element, label: one.label });
  }
  for (const one of added) depend(one.field.condition?.field, addedElement(procedure, one));
  return { procedure, marks, baseline, added: new Map(added.map((one) => [one.field.id, one])), dependants };
}

/** The conditions that an element has after its mark; a fee's is labelled with channel and fee. */
export function conditions(element: Element, marks: Marks): { label: string; condition: Condition }[] {
  const mark = markOf(marks, element.id);
  const own = mark?.treatment === 'makeOptional' ? undefined : (element.field?.condition ?? element.document?.condition);
  const fees = (mark?.treatment === 'change' ? mark.values?.fees : undefined) ?? element.channel?.fees ?? [];
  return [
    ...(own === undefined ? [] : [{ label: element.label, condition: own }]),
    ...fees.flatMap((fee) => (fee.condition === undefined ? [] : [{ label: `${element.label}: ${fee.label}`, condition: fee.condition }])),
  ];
}

/** Whether a field of that id, of the baseline or added, will stand on the sheet. */
export function fieldLives({ baseline, added, marks }: Situation, id: string): boolean {
  return added.has(id) || (baseline.get(id)?.kind === 'field' && !isGone(marks, id));
}

/** The added field as an element of its form. */
function addedElement(procedure: Procedure, one: AddedField): Element {
  const form = procedure.forms.find((candidate) => candidate.id === one.form);
  return { kind: 'field', id: one.field.id, label: one.field.label, field: one.field, ...(form === undefined ? {} : { form }) };
}
