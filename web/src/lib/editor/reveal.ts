// Bringing a place of the editor before the eyes and under the keyboard.
import { tick } from 'svelte';
import type { RedesignEditor } from './redesign-editor.svelte.ts';

/** The DOM id of the row of an element. */
export const rowId = (element: string) => `row-${element}`;
/** The control of the panel that answers a gap (`control-reason`…). */
export const controlId = (missing: string) => `control-${missing}`;

/** Focuses the row of an element that is in the page, and scrolls only as far as needed. */
export function focusRow(element: string): void {
  const row = document.getElementById(rowId(element));
  row?.scrollIntoView({ block: 'nearest' });
  row?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true });
}

/** Goes to an element, whatever tab it stands on; with `missing`, to the control that fills that gap. */
export async function reveal(editor: RedesignEditor, element: string, missing?: string): Promise<void> {
  editor.view = 'work';
  editor.show(element);
  await tick();
  focusRow(element);
  if (missing !== undefined) focusControl(missing);
}

/** False where the panel has no such control now. */
export function focusControl(missing: string): boolean {
  const control = document.getElementById(controlId(missing));
  control?.scrollIntoView({ block: 'nearest' });
  control?.focus();
  return control !== null;
}
