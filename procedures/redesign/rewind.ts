// Going back (product.md §7, restore): what stood in a redesign at an earlier version, played again from its history, and the edits that
// lead there. The history keeps every edit, so playing it from the start gives the very content, the order of added fields included.
import { same } from '#procedures/definition/same.ts';
import { applyEdit, type Content } from './edit.ts';
import type { Edit } from './edit-schema.ts';
import { markOf } from './marks.ts';

/** A line of the history that changed the content: the version that it made, and its edits. `anew`: it began from nothing, on another baseline. */
export type PastLine = { version: number; edits: readonly Edit[]; anew: boolean };

const NOTHING: Content = { marks: {}, added: [] };

/** What stood there at `version`; lines oldest first. */
export function contentAt(past: readonly PastLine[], version: number): Content {
  return past
    .filter((line) => line.version <= version)
    .reduce<Content>((content, { edits, anew }) => edits.reduce<Content>(applyEdit, anew ? NOTHING : content), NOTHING);
}

/** The first version on the baseline on which the last line stands; 1 where it was never carried over. */
export const firstOnBaseline = (past: readonly PastLine[]): number => past.findLast(({ anew }) => anew)?.version ?? 1;

/** Edits that turn one content into the other, both on the same baseline; none where they are the same. */
export function editsTowards(from: Content, to: Content): Edit[] {
  const ids = [...new Set([...Object.keys(from.marks), ...Object.keys(to.marks)])];
  const marks = ids.flatMap((element): Edit[] => {
    const mark = markOf(to.marks, element);
    if (same(mark, markOf(from.marks, element))) return [];
    return [mark === undefined ? { kind: 'unmark', element } : { kind: 'mark', element, mark }];
  });
  return [...marks, ...addedTowards(from, to)];
}

/** Drops come first; then each field is put where it belongs, from the first on, so that the ones before it stand already. */
function addedTowards(from: Content, to: Content): Edit[] {
  const staying = new Set(to.added.map(({ field }) => field.id));
  const edits: Edit[] = from.added.flatMap(({ field }) => (staying.has(field.id) ? [] : [{ kind: 'dropField', field: field.id }]));
  let { added } = edits.reduce<Content>(applyEdit, from);
  for (const [place, one] of to.added.entries()) {
    if (same(added[place], one)) continue;
    const isThere = added.some(({ field }) => field.id === one.field.id);
    const edit: Edit = { kind: isThere ? 'changeField' : 'addField', added: one, place };
    edits.push(edit);
    added = applyEdit({ marks: {}, added }, edit).added;
  }
  return edits;
}
