import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { keyAct } from '#lib/editor/keys.ts';
import { perform } from '#lib/editor/perform.ts';
import { anEditor } from './an-editor.ts';
import Rows from './Rows.svelte';

beforeEach(() => localStorage.clear());

function aSheet() {
  const { editor } = anEditor();
  Element.prototype.scrollIntoView = () => undefined;
  const { container } = render(Rows, { editor, ondraw: () => undefined });
  container.setAttribute('data-work', '');
  const row = (id: string) => container.querySelector<HTMLElement>(`[data-row="${id}"]`);
  const press = async (key: string, keys: Partial<KeyboardEvent> = {}) => {
    const act = keyAct({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...keys });
    const done = act !== null && perform(editor, act, document.activeElement);
    await tick();
    return done;
  };
  return { editor, container, row, press };
}

test('one walks and marks without leaving the keyboard', async () => {
  const { editor, row, press } = aSheet();
  row('ho-ten')?.focus();
  editor.selection.go('ho-ten');
  await press('ArrowDown');
  expect(document.activeElement).toBe(row('ngay-sinh'));
  await press('k');
  expect(editor.markOf('ngay-sinh')?.treatment).toBe('retrieve');
  await press('ArrowDown', { shiftKey: true });
  await press('b');
  expect(editor.measure.after).toBe(2);
  await press('z', { ctrlKey: true });
  expect(editor.measure.after).toBe(3);
});

test('only one row is a tab stop, and it follows', async () => {
  const { editor, container, press } = aSheet();
  const stops = () => [...container.querySelectorAll('[data-row][tabindex="0"]')].map((one) => one.getAttribute('data-row'));
  expect(stops()).toEqual(['ho-ten']);
  editor.selection.go('ngay-sinh');
  await press('Escape');
  expect(stops()).toEqual(['ngay-sinh']);
});

test('letters typed into a box mark nothing', async () => {
  const { editor, container, press } = aSheet();
  editor.selection.go('ngay-sinh');
  const box = container.appendChild(document.createElement('textarea'));
  box.focus();
  expect(await press('b')).toBe(false);
  expect(await press('z', { ctrlKey: true })).toBe(false);
  expect(editor.changes).toBe(0);
});

test('letters outside the working area mark nothing', async () => {
  const { editor, press } = aSheet();
  editor.selection.go('ngay-sinh');
  const link = document.body.appendChild(document.createElement('button'));
  link.focus();
  expect(await press('b')).toBe(false);
  expect(editor.changes).toBe(0);
  link.remove();
});
