// Fields of two definitions, compared wherever they stand: within a section, between sections, between forms.
import type { Id } from '#procedures/text/label.ts';
import { type About, attributeChanges, type Change, changeOf } from './change.ts';
import type { Field } from './field.ts';
import type { Form } from './form.ts';
import { interleave, keptInOrder, predecessor } from './order.ts';
import type { Procedure } from './procedure.ts';

type Placed = { field: Field; form: Form };

/** Every field of both definitions with its form, and whether a form must be named to tell places apart. */
export type FieldPlaces = { before: ReadonlyMap<Id, Placed>; after: ReadonlyMap<Id, Placed>; severalForms: boolean };

/** Finds every field of both definitions, so that one carried into another form is still the same field. */
export function fieldPlaces(before: Procedure, after: Procedure): FieldPlaces {
  const severalForms = new Set([...before.forms, ...after.forms].map(({ id }) => id)).size > 1;
  return { before: placesIn(before), after: placesIn(after), severalForms };
}

function placesIn(procedure: Procedure): ReadonlyMap<Id, Placed> {
  return new Map(procedure.forms.flatMap((form) => form.fields.map((field) => [field.id, { field, form }])));
}

/** Changes of the fields of one form (absent = it is not in that definition), in reading order; a field that left for another form is told there. */
export function fieldChanges(before: Form | undefined, after: Form | undefined, places: FieldPlaces): Change[] {
  const sections = before && after ? sectionRenames(before, after) : new Map<string, string>();
  const stays = ({ id, section }: Field) => {
    const was = places.before.get(id);
    return was !== undefined && was.form.id === after?.id && renamed(was.field.section, sections) === section;
  };
  const oldOrder = (before?.fields ?? []).map(({ id }) => id);
  const newOrder = (after?.fields ?? []).map(({ id }) => id);
  const kept = keptInOrder(
    oldOrder,
    (after?.fields ?? []).filter(stays).map(({ id }) => id),
  );

  const changesOf = (id: Id): Change[] => {
    const was = places.before.get(id);
    const now = places.after.get(id);
    if (!now) return was ? [changeOf('remove', aboutField(was, places))] : [];
    if (now.form.id !== after?.id) return [];
    const about = aboutField(now, places);
    if (!was) return [changeOf('add', about)];
    const changes = attributeChanges(about, was.field, now.field, ['section']);
    if (kept.has(id)) return changes;
    const reordered = stays(now.field);
    return [
      reordered ? changeOf('move', about, 'order', predecessor(oldOrder, id), predecessor(newOrder, id)) : carried(about, was, now),
      ...changes,
    ];
  };
  return interleave(before?.fields ?? [], after?.fields ?? []).flatMap(({ id }) => changesOf(id));
}

/** One change for each section that only got another name. */
export function sectionChanges(about: About, before: Form, after: Form): Change[] {
  return [...sectionRenames(before, after)].map(([from, to]) => changeOf('update', about, 'section', from, to));
}

/** Sections have no id: one was renamed when its name went, a new name came, and every field that is left of it stands under that one. */
function sectionRenames(before: Form, after: Form): ReadonlyMap<string, string> {
  const oldNames = new Set(before.fields.map(({ section }) => section));
  const newNames = new Set(after.fields.map(({ section }) => section));
  const oldSections = new Map(before.fields.map(({ id, section }) => [id, section]));
  const targets = new Map<string, Set<string | undefined>>();
  const origins = new Map<string, Set<string | undefined>>();
  for (const { id, section } of after.fields) {
    const old = oldSections.get(id);
    if (old !== undefined) add(targets, old, section);
    if (section !== undefined && oldSections.has(id)) add(origins, section, old);
  }
  const pairs = [...targets].flatMap(([old, news]) => {
    const [name] = news;
    const alone = news.size === 1 && name !== undefined && origins.get(name)?.size === 1;
    return alone && !newNames.has(old) && !oldNames.has(name) ? [[old, name] as const] : [];
  });
  return new Map(pairs);
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  sets.set(key, (sets.get(key) ?? new Set<V>()).add(value));
}

function renamed(section: string | undefined, sections: ReadonlyMap<string, string>): string | undefined {
  return section === undefined ? undefined : (sections.get(section) ?? section);
}

/** Into another form, or into another section of the same one. */
function carried(about: About, was: Placed, now: Placed): Change {
  if (was.form.id !== now.form.id) return changeOf('move', about, 'form', was.form.id, now.form.id);
  return changeOf('move', about, 'section', was.field.section, now.field.section);
}

function aboutField({ field, form }: Placed, { severalForms }: FieldPlaces): About {
  const formToo = severalForms || field.section === undefined;
  const place = { ...(formToo && { form: form.title }), ...(field.section !== undefined && { section: field.section }) };
  return { element: 'field', id: field.id, label: field.label, whose: field.whose, place };
}
