import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { Chosen } from '#lib/review/chosen.svelte.ts';
import type { EntryRow } from '#lib/submissions/submission-api.ts';
import EntryTable from '../../../web/src/lib/submissions/bundle/EntryTable.svelte';
import { anEntry } from '../../support/submission.ts';

const NAMES = [
  ['mot', 'Một'],
  ['hai', 'Hai'],
  ['ba', 'Ba'],
] as const;
const rows = NAMES.map(([redesign, name], index): EntryRow => ({
  ...anEntry({ redesign, name: `${name} (minh họa)` }),
  group: index === 2 ? 'internal' : 'public',
  index,
  state: 'bundled',
  outcome: undefined,
}));
const groups = [
  { key: 'public', title: 'Thủ tục hành chính', count: 2 },
  { key: 'internal', title: 'Thủ tục hành chính nội bộ', count: 1 },
];

function show(arranging = true) {
  const onmove = vi.fn<(redesign: string, to: number) => void>();
  const chosen = new Chosen(() => rows.map(({ redesign }) => redesign));
  render(EntryTable, { props: { rows, groups, total: 3, target: 2000, arranging, busy: false, chosen, focused: null, onmove } });
  return { onmove, chosen };
}

describe('the order of a submission', () => {
  test('is changed by a step up or down, and not beyond its ends', async () => {
    const { onmove } = show();
    await fireEvent.click(screen.getByRole('button', { name: 'Chuyển xuống: Hai (minh họa)' }));
    expect(onmove).toHaveBeenCalledWith('hai', 2);
    expect(screen.getByRole('button', { name: 'Chuyển lên: Một (minh họa)' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: 'Chuyển xuống: Ba (minh họa)' })).toHaveProperty('disabled', true);
  });
  test('is changed from anywhere in a row with Alt and an arrow', async () => {
    const { onmove } = show();
    await fireEvent.keyDown(screen.getByRole('link', { name: 'Ba (minh họa)' }), { key: 'ArrowUp', altKey: true });
    expect(onmove).toHaveBeenCalledWith('ba', 1);
    await fireEvent.keyDown(screen.getByRole('link', { name: 'Ba (minh họa)' }), { key: 'ArrowUp' });
    await fireEvent.keyDown(screen.getByRole('link', { name: 'Ba (minh họa)' }), { key: 'ArrowDown', altKey: true });
    expect(onmove).toHaveBeenCalledTimes(1);
  });
  test('is changed by typing another place; what is no place changes nothing', async () => {
    const { onmove } = show();
    const box = screen.getByRole('textbox', { name: /^Vị trí của Một/ });
    for (const [typed, times] of [
      ['x', 0],
      ['1', 0],
      ['3', 1],
    ] as const) {
      await fireEvent.input(box, { target: { value: typed } });
      await fireEvent.submit(box.closest('form') ?? box);
      expect(onmove).toHaveBeenCalledTimes(times);
    }
    expect(onmove).toHaveBeenCalledWith('mot', 2);
  });
  test('is only read by whoever may not arrange', () => {
    show(false);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
  test('shows each group with its name and count', () => {
    show();
    expect(screen.getByRole('rowheader', { name: /^Thủ tục hành chính 2 phương án/ })).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: /^Thủ tục hành chính nội bộ 1 phương án/ })).toBeTruthy();
  });
  test('lets many be chosen at once', async () => {
    const { chosen } = show();
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Chọn cả trang này' }));
    expect([...chosen.ids]).toEqual(['mot', 'hai', 'ba']);
  });
});
