// What changed between two definitions of a procedure (two revisions, or baseline and redesign), matched by stable id: a rename or a move is
// never a removal and an addition.
import type { Id } from '#procedures/text/label.ts';
import { type About, attributeChanges, type Attributes, type Change, changeOf, mentioned } from './change.ts';
import { AUTHORITY, elements, RESULT } from './elements.ts';
import { fieldChanges, fieldPlaces, sectionChanges } from './field-difference.ts';
import type { Form } from './form.ts';
import { interleave, keptInOrder, predecessor } from './order.ts';
import type { Procedure } from './procedure.ts';

export type { Change } from './change.ts';

/**
 * All changes from `before` to `after`, in the order in which a definition is read: the procedure itself, its forms field by field, documents,
 * channels, steps. Empty exactly when both say the same (`id` of the procedure aside). Only what was carried out of order is a `move`.
 */
export function difference(before: Procedure, after: Procedure): Change[] {
  const labels = new Map([...labelsOf(before), ...labelsOf(after)]);
  return [
    ...attributeChanges({ element: 'procedure', id: after.id, label: after.name }, before, after, ['authority', 'result']),
    ...singleChanges('authority', AUTHORITY, before.authority, after.authority),
    ...singleChanges('result', RESULT, before.result, after.result),
    ...formChanges(before, after),
    ...listChanges(before.documents, after.documents, ({ id, name }) => ({ element: 'document', id, label: name })),
    ...listChanges(before.channels, after.channels, ({ id, label }) => ({ element: 'channel', id, label })),
    ...listChanges(before.steps, after.steps, ({ id, text }) => ({ element: 'step', id, label: text })),
  ].map((change) => withNames(change, labels));
}

function formChanges(before: Procedure, after: Procedure): Change[] {
  const places = fieldPlaces(before, after);
  return listChanges(before.forms, after.forms, aboutForm, (was, now) => [
    ...(was && now ? sectionChanges(aboutForm(now), was, now) : []),
    ...fieldChanges(was, now, places),
  ]);
}

function aboutForm({ id, title }: Form): About {
  return { element: 'form', id, label: title };
}

/** Changes of a list of things with ids, each followed by what `inside` finds within it. */
function listChanges<T extends Attributes & { id: Id }>(
  before: readonly T[],
  after: readonly T[],
  about: (item: T) => About,
  inside: (was: T | undefined, now: T | undefined) => Change[] = () => [],
): Change[] {
  const [oldOrder, newOrder] = [before.map(({ id }) => id), after.map(({ id }) => id)];
  const [olds, news] = [new Map(before.map((item) => [item.id, item])), new Map(after.map((item) => [item.id, item]))];
  const kept = keptInOrder(oldOrder, newOrder);
  const own = (id: Id, was: T | undefined, now: T | undefined): Change[] => {
    if (!now) return was ? [changeOf('remove', about(was))] : [];
    if (!was) return [changeOf('add', about(now))];
    const changes = attributeChanges(about(now), was, now);
    if (kept.has(id)) return changes;
    return [changeOf('move', about(now), 'order', predecessor(oldOrder, id), predecessor(newOrder, id)), ...changes];
  };
  return interleave(before, after)
    .map(({ id }) => ({ id, was: olds.get(id), now: news.get(id) }))
    .flatMap(({ id, was, now }) => own(id, was, now).concat(inside(was, now)));
}

/** Authority and result: elements that a procedure has once or not at all. */
function singleChanges(element: 'authority' | 'result', id: Id, from: string | undefined, to: string | undefined): Change[] {
  if (from === to) return [];
  if (to === undefined) return [{ op: 'remove', element, id, label: from ?? '' }];
  if (from === undefined) return [{ op: 'add', element, id, label: to }];
  return [{ op: 'update', element, id, label: to, attribute: element, from, to }];
}

function labelsOf(procedure: Procedure): (readonly [Id, string])[] {
  return [
    ...procedure.forms.map(({ id, title }) => [id, title] as const),
    ...elements(procedure).map(({ id, label }) => [id, label] as const),
  ];
}

/** A field that a condition names may be gone from both; then there is only its id. */
function withNames(change: Change, labels: ReadonlyMap<Id, string>): Change {
  const ids = mentioned(change);
  return ids.length === 0 ? change : { ...change, named: Object.fromEntries(ids.map((id) => [id, labels.get(id) ?? id])) };
}
