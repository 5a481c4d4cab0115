import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { aProcedureOf } from '../../support/redesign.ts';
import { anEditor } from './an-editor.ts';
import Rows from './Rows.svelte';

const IDS = Array.from({ length: 300 }, (_, index) => `truong-${index + 1}`);

beforeEach(() => localStorage.clear());

function aLongSheet() {
  const drawn: string[] = [];
  const { editor } = anEditor({ procedure: aProcedureOf(IDS) });
  render(Rows, { editor, ondraw: (id: string) => drawn.push(id) });
  return {
    editor,
    /** Ids of the rows that drew again since the last time. */
    drawnSince: async () => {
      await tick();
      return drawn.splice(0);
    },
  };
}

test('marking one of 300 fields draws one row again, and saving it none', async () => {
  const { editor, drawnSince } = aLongSheet();
  expect(await drawnSince()).toHaveLength(300);
  editor.treat(['truong-7'], 'remove');
  expect(await drawnSince()).toEqual(['truong-7']);
  await editor.queue.flush();
  expect(await drawnSince()).toEqual([]);
  editor.patch(['truong-7'], { reason: 'Không dùng' });
  expect(await drawnSince()).toEqual(['truong-7']);
});

test('moving on draws the row that was left and the one that was reached', async () => {
  const { editor, drawnSince } = aLongSheet();
  editor.selection.go('truong-1');
  await drawnSince();
  editor.selection.move(1);
  expect((await drawnSince()).toSorted()).toEqual(['truong-1', 'truong-2']);
});

test('a row says in words what it shows in colour', async () => {
  const { editor } = aLongSheet();
  editor.treat(['truong-2'], 'retrieve');
  await tick();
  expect(screen.getByRole('button', { name: /^Mục 2, TRUONG-2, của người nộp, Khai thác dữ liệu, thiếu nguồn \+4$/ })).toBeDefined();
});
