// A baseline that was superseded (domain.md §10.13): the marks and added fields of a redesign moved onto a newer revision, one by one.
// What cannot come along says why; nothing is bent to fit.
import { difference } from '#procedures/definition/difference.ts';
import { type Element, elements } from '#procedures/definition/elements.ts';
import type { Form } from '#procedures/definition/form.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { changeSentences } from '#procedures/text/sentences.ts';
import type { Content } from './edit.ts';
import type { Edit } from './edit-schema.ts';
import { refusals } from './guards.ts';
import type { AddedField, Mark } from './mark.ts';
import { quoted } from './refusal.ts';

/** What comes along; `was`: what the element was called before, where it was renamed; `changes`: what else the new revision says of it. */
type Kept = { element: string; label: string; was?: string; changes: string[] };
export type Lost = { element: string; label: string; because: string };
export type CarriedOver = { content: Content; kept: Kept[]; lost: Lost[] };

type Carried = { element: string; label: string; was?: string };
type Piece = Carried & ({ mark: Mark } | { added: AddedField });
type Fate = Piece | Lost;

/**
 * The content on `to` instead of `from`. `leave`: ids that are left behind on purpose; they stand in neither list. What the guards refuse
 * on the new revision is lost, and so is, in turn, what depends on it.
 */
export function carryOver({ marks, added }: Content, from: Procedure, to: Procedure, leave: readonly string[] = []): CarriedOver {
  const left = new Set(leave);
  const [old, now] = [byId(from), byId(to)];
  const fates = [
    ...Object.entries(marks).map(([element, mark]) => fateOfMark(element, mark, old, now)),
    ...added.map((one) => fateOfField(one, from, to)),
  ].filter(({ element }) => !left.has(element));
  const lost = fates.flatMap((fate) => ('because' in fate ? [fate] : []));
  let pieces = fates.flatMap((fate) => ('because' in fate ? [] : [fate]));
  for (;;) {
    const content = contentOf(pieces);
    const refused = new Map(refusals(to, content.marks, content.added).map(({ element, message }) => [element, message]));
    if (refused.size === 0) return { content, kept: keptOf(pieces, from, to), lost };
    lost.push(...pieces.flatMap(({ element, label }) => lostTo(refused.get(element), element, label)));
    pieces = pieces.filter(({ element }) => !refused.has(element));
  }
}

/** Edits that make the content out of nothing, for the history. */
export const editsOf = ({ marks, added }: Content): Edit[] => [
  ...Object.entries(marks).map(([element, mark]): Edit => ({ kind: 'mark', element, mark })),
  ...added.map((one, place): Edit => ({ kind: 'addField', added: one, place })),
];

const byId = (procedure: Procedure): ReadonlyMap<string, Element> => new Map(elements(procedure).map((element) => [element.id, element]));

const lostTo = (because: string | undefined, element: string, label: string): Lost[] =>
  because === undefined ? [] : [{ element, label, because }];

const contentOf = (pieces: readonly Piece[]): Content => ({
  marks: Object.fromEntries(pieces.flatMap((piece) => ('mark' in piece ? [[piece.element, piece.mark]] : []))),
  added: pieces.flatMap((piece) => ('added' in piece ? [piece.added] : [])),
});

function keptOf(pieces: readonly Piece[], from: Procedure, to: Procedure): Kept[] {
  const changes = difference(from, to);
  return pieces.map(({ element, label, was }) => ({
    element,
    label,
    ...(was !== undefined && { was }),
    changes: changeSentences(changes.filter(({ id }) => id === element)),
  }));
}

function fateOfMark(element: string, mark: Mark, from: ReadonlyMap<string, Element>, to: ReadonlyMap<string, Element>): Fate {
  const [was, now] = [from.get(element), to.get(element)];
  const label = was?.label ?? element;
  if (now === undefined || now.kind !== was?.kind) return { element, label, because: `Phiên bản mới không còn ${quoted(label)}.` };
  return { element, label: now.label, mark, ...(now.label !== label && { was: label }) };
}

/** An added field stays behind the nearest field before it that the new sheet still has. */
function fateOfField(one: AddedField, from: Procedure, to: Procedure): Fate {
  const { id: element, label } = one.field;
  const [was, now] = [from, to].map(({ forms }) => forms.find(({ id }) => id === one.form));
  if (now === undefined) {
    const because = `Phiên bản mới không còn mẫu ${quoted(was?.title ?? one.form)}, nơi đã thêm ${quoted(label)}.`;
    return { element, label, because };
  }
  const { after: _, ...unplaced } = one;
  const after = anchor(one.after, was, now);
  return { element, label, added: after === undefined ? unplaced : { ...unplaced, after } };
}

function anchor(after: string | undefined, was: Form | undefined, now: Form): string | undefined {
  if (after === undefined) return undefined;
  const there = new Set(now.fields.map(({ id }) => id));
  const order = (was ?? now).fields.map(({ id }) => id);
  return order.slice(0, order.indexOf(after) + 1).findLast((id) => there.has(id));
}
