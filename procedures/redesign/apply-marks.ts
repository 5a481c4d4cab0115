// Baseline + marks + added fields → the procedure as it will be. The same function in the browser, on the server and on paper.
import type { Channel } from '#procedures/definition/channel.ts';
import type { Document } from '#procedures/definition/document.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Step } from '#procedures/definition/step.ts';
import type { AddedField, Mark, Marks, NewValues } from './mark.ts';
import { isGone, markOf } from './marks.ts';

/** The procedure after the redesign; the arguments stay as they are. Marks on ids that are not there have no effect. */
export function applyMarks(procedure: Procedure, marks: Marks, added: readonly AddedField[]): Procedure {
  const after: Procedure = {
    ...procedure,
    forms: procedure.forms.map((form) => markedForm(form, marks, added)),
    documents: remaining(procedure.documents, marks).map((document) => changed(document, marks, changedDocument)),
    channels: remaining(procedure.channels, marks).map((channel) => changed(channel, marks, changedChannel)),
    steps: remaining(procedure.steps, marks).map((step) => changed(step, marks, changedStep)),
  };
  const authority = newValues(markOf(marks, 'authority'))?.text;
  const result = newValues(markOf(marks, 'result'))?.text;
  if (authority !== undefined) after.authority = authority;
  if (result !== undefined) after.result = result;
  return after;
}

function remaining<Item extends { id: string }>(items: readonly Item[], marks: Marks): Item[] {
  return items.filter((item) => !isGone(marks, item.id));
}

/** Added fields stand behind the field they name, even where that field itself leaves; unplaced ones close the form. */
function markedForm(form: Form, marks: Marks, added: readonly AddedField[]): Form {
  const own = added.filter((one) => one.form === form.id);
  const placed = new Set(form.fields.map((field) => field.id));
  const first = own.filter((one) => one.after === undefined);
  const last = own.filter((one) => one.after !== undefined && !placed.has(one.after));
  const fields = form.fields.flatMap((field) => [
    ...(isGone(marks, field.id) ? [] : [markedField(field, markOf(marks, field.id))]),
    ...own.filter((one) => one.after === field.id).map((one) => one.field),
  ]);
  return { ...form, fields: [...first.map((one) => one.field), ...fields, ...last.map((one) => one.field)] };
}

function markedField(field: Field, mark: Mark | undefined): Field {
  if (mark?.treatment === 'prefill') return { ...field, prefilled: true };
  if (mark?.treatment !== 'makeOptional') return field;
  const { condition: _, ...unconditional } = field;
  return { ...unconditional, requirement: 'optional' };
}

function newValues(mark: Mark | undefined): NewValues | undefined {
  return mark?.treatment === 'change' ? mark.values : undefined;
}

function changed<Item extends { id: string }>(item: Item, marks: Marks, change: (item: Item, values: NewValues) => Item): Item {
  const values = newValues(markOf(marks, item.id));
  return values === undefined ? item : change(item, values);
}

function changedDocument(document: Document, values: NewValues): Document {
  const after = { ...document };
  if (values.name !== undefined) after.name = values.name;
  if (values.originals !== undefined) after.originals = values.originals;
  if (values.copies !== undefined) after.copies = values.copies;
  return after;
}

function changedChannel(channel: Channel, values: NewValues): Channel {
  const after = { ...channel };
  if (values.processingTime !== undefined) after.processingTime = values.processingTime;
  if (values.fees !== undefined) after.fees = values.fees;
  return after;
}

function changedStep(step: Step, values: NewValues): Step {
  return values.text === undefined ? step : { ...step, text: values.text };
}
