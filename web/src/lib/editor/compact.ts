// Unsent edits, made as few as possible: of several edits of one element only the outcome travels.
import { elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';

/** The shortest list with the same outcome. Order is kept where it means something: added fields stand behind one another. */
export function compact(edits: readonly Edit[]): Edit[] {
  return edits.reduce<Edit[]>(joined, []);
}

function joined(before: Edit[], edit: Edit): Edit[] {
  const element = elementOf(edit);
  const index = before.findLastIndex((one) => elementOf(one) === element);
  const earlier = before[index];
  if (earlier === undefined) return [...before, edit];
  if (edit.kind === 'mark' || edit.kind === 'unmark') return [...before.toSpliced(index, 1), edit];
  if (edit.kind === 'changeField' && edit.place === undefined && (earlier.kind === 'addField' || earlier.kind === 'changeField')) {
    return before.with(index, { ...earlier, added: edit.added });
  }
  if (edit.kind === 'dropField' && earlier.kind === 'addField') return before.toSpliced(index, 1);
  if (edit.kind === 'dropField' && earlier.kind === 'changeField') return [...before.toSpliced(index, 1), edit];
  return [...before, edit];
}
