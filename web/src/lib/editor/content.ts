// Parts of a redesign's content (marks and added fields), and keeping what did not change the very same object.
import { same } from '#procedures/definition/same.ts';
import { applyEdit, type Content, elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';

/** Only what is said about these elements: enough to tell later whether somebody else touched them. */
export function slice({ marks, added }: Content, elements: Iterable<string>): Content {
  const wanted = new Set(elements);
  return {
    marks: Object.fromEntries(Object.entries(marks).filter(([id]) => wanted.has(id))),
    added: added.filter((one) => wanted.has(one.field.id)),
  };
}

/** `next` with every mark and added field that says the same as before taken from `before`, so that its row does not redraw. */
export function sharing(next: Redesign, before: Content): Redesign {
  const marks = Object.fromEntries(
    Object.entries(next.marks).map(([id, mark]) => {
      const earlier = markOf(before.marks, id);
      return [id, earlier !== undefined && same(earlier, mark) ? earlier : mark];
    }),
  );
  return { ...next, marks, added: same(before.added, next.added) ? before.added : next.added };
}

/**
 * What I had started from, as far as the server knows: edits of a request that never got its answer may have arrived.
 * Those whose outcome stands in `theirs` are taken as mine, not as somebody else's change.
 */
export function arrived(base: Content, theirs: Content, lost: readonly Edit[]): Content {
  return lost.reduce<Content>((content, edit) => {
    const after = applyEdit(content, edit);
    const element = [elementOf(edit)];
    return same(slice(after, element), slice(theirs, element)) ? after : content;
  }, base);
}
