// What a key does, and where: letters only in the working area and outside of boxes, undo everywhere outside of boxes.
import type { KeyAct } from './keys.ts';
import type { RedesignEditor } from './redesign-editor.svelte.ts';
import { focusControl, focusRow } from './reveal.ts';

/** Carries out a key's act; false when the key is not ours there and must do what it always does. */
export function perform(editor: RedesignEditor, act: KeyAct, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (act.kind === 'close') return close(editor);
  if (target.matches('textarea, select, input:not([type=checkbox])')) return false;
  if (act.kind === 'undo' || act.kind === 'redo') {
    editor[act.kind]();
    return true;
  }
  const row = target instanceof HTMLElement ? target.dataset['row'] : undefined;
  const onRow = row !== undefined;
  if (!answersLetters(target)) return false;
  // Where Tab has brought one to a line and nothing is chosen yet, that line is meant.
  if (onRow && editor.selection.active === null) editor.selection.go(row);
  const { active, targets } = editor.selection;
  switch (act.kind) {
    case 'move':
      return move(editor, act.by, act.extend, target === document.body);
    case 'treat':
      return targets.length > 0 && (editor.treat(targets, act.treatment), true);
    case 'all':
      return onRow && (editor.chooseAll(), true);
    case 'toggle':
      return onRow && active !== null && (editor.selection.toggle(active), true);
    case 'reason':
      return onRow && openReason(editor);
    default:
      return false;
  }
}

/** Whether single keys are ours there: in the working area and outside of boxes (WCAG 2.1.4). */
export function answersLetters(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.matches('textarea, select, input:not([type=checkbox])')) return false;
  const inWork = target === document.body || target.closest('[data-work]') !== null || target.matches('[data-tick]');
  return inWork && target.closest('[role=tablist]') === null;
}

function move(editor: RedesignEditor, by: number, extend: boolean, scrolls: boolean): boolean {
  // With nothing chosen yet, arrows on the bare page scroll it.
  if (scrolls && editor.selection.active === null) return false;
  const id = editor.selection.move(by, extend);
  if (id !== null) focusRow(id);
  return id !== null;
}

function close(editor: RedesignEditor): boolean {
  const { active, chosen } = editor.selection;
  if (chosen.size > 0) editor.selection.clear();
  else if (editor.refused !== null) editor.refused = null;
  else if (editor.adding !== null) editor.adding = null;
  else editor.panelOpen = false;
  if (active !== null) focusRow(active);
  return true;
}

function openReason(editor: RedesignEditor): boolean {
  editor.panelOpen = true;
  if (!focusControl('reason')) editor.announcement = 'Chọn cách xử lý trước, rồi mới ghi lý do.';
  return true;
}
