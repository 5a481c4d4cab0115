// Two people on one redesign: my unsent edits moved onto what the others have saved since (product.md §7, no lost work).
import { same } from '#procedures/definition/same.ts';
import { applyEdit, type Content, elementOf } from './edit.ts';
import type { Edit } from './edit-schema.ts';
import type { AddedField, Mark } from './mark.ts';
import { markOf } from './marks.ts';

/** Both changed the same element differently. `mine` turns theirs into mine; `theirsAdded` where it is about an added field. */
export type Conflict = { element: string; mine: Edit; theirs: Mark | null; theirsAdded?: AddedField };
export type Rebased = { edits: Edit[]; conflicts: Conflict[] };

/**
 * `base`: what I started from; `theirs`: what is saved now; `edits`: mine on `base`, in order.
 * Elements that they left alone keep my edits; where they came to the same outcome my edits are dropped; anything else is a conflict.
 */
export function rebase(base: Content, theirs: Content, edits: readonly Edit[]): Rebased {
  const mine = edits.reduce<Content>(applyEdit, { marks: base.marks, added: base.added });
  const kept = new Set<string>();
  const conflicts: Conflict[] = [];
  for (const element of new Set(edits.map(elementOf))) {
    const [before, now, wanted] = [base, theirs, mine].map((content) => standing(content, element));
    if (same(wanted, now)) continue;
    if (same(before, now)) kept.add(element);
    else conflicts.push(conflict(theirs, mine, element));
  }
  return { edits: edits.filter((edit) => kept.has(elementOf(edit))), conflicts };
}

/** What an element, or an added field, has become in a redesign. */
function standing(content: Content, element: string): { mark: Mark | null; added: AddedField | null } {
  return { mark: markOf(content.marks, element) ?? null, added: addedOf(content, element) ?? null };
}

function addedOf({ added }: Content, id: string): AddedField | undefined {
  return added.find((one) => one.field.id === id);
}

function conflict(theirs: Content, mine: Content, element: string): Conflict {
  const added = addedOf(theirs, element);
  return {
    element,
    mine: towards(mine, added !== undefined, element, theirs),
    theirs: markOf(theirs.marks, element) ?? null,
    ...(added === undefined ? {} : { theirsAdded: added }),
  };
}

/** The one edit that brings an element of `theirs` to where `mine` has it. */
function towards(mine: Content, standsThere: boolean, element: string, theirs: Content): Edit {
  const added = addedOf(mine, element);
  if (added !== undefined) return { kind: standsThere ? 'changeField' : 'addField', added };
  if (standsThere) return { kind: 'dropField', field: element };
  const mark = markOf(mine.marks, element);
  if (mark !== undefined) return { kind: 'mark', element, mark };
  return markOf(theirs.marks, element) === undefined ? { kind: 'dropField', field: element } : { kind: 'unmark', element };
}
