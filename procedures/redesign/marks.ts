// Looking up a mark: ids such as `constructor` are legal, so inherited properties must not answer.
import type { Mark, Marks } from './mark.ts';
import { leavesTheForm } from './treatments.ts';

/** The mark of an element, or undefined where it has none. */
export function markOf(marks: Marks, id: string): Mark | undefined {
  return Object.hasOwn(marks, id) ? marks[id] : undefined;
}

/** Whether the element is marked to leave the form or the dossier. */
export function isGone(marks: Marks, id: string): boolean {
  const mark = markOf(marks, id);
  return mark !== undefined && leavesTheForm(mark.treatment);
}
