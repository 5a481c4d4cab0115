import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { Chosen } from '#lib/review/chosen.svelte.ts';
import { reviewRows } from '#lib/review/review-rows.ts';
import { ReviewView } from '#lib/review/review-view.svelte.ts';
import ReviewTable from '../../../web/src/lib/review/ReviewTable.svelte';
import { aRedesignRow } from '../rows.ts';

const rowsOf = (...given: Parameters<typeof aRedesignRow>[0][]) =>
  reviewRows(given.map(aRedesignRow), new Map(), 2000, Date.parse('2026-01-10T02:00:00Z'));
const rows = rowsOf(
  { unread: true, talk: { open: 2, total: 3 } },
  {
    id: 'btc-2',
    procedureName: 'Phúc khảo bài thi (minh họa)',
    tally: { before: 15, after: 13, added: 0, treatments: { retrieve: 2 } },
  },
);

function open(given = rows) {
  const chosen = new Chosen(() => given.map(({ id }) => id));
  const opened: string[] = [];
  render(ReviewTable, {
    view: new ReviewView(new URLSearchParams()),
    rows: given,
    threshold: 2000,
    chosen,
    onopen: () => opened.push('list'),
  });
  return { chosen, opened };
}
const text = (row: HTMLElement | undefined) => row?.textContent.replaceAll(/\s+/gu, ' ') ?? '';
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

beforeAll(() => {
  // jsdom scrolls nothing, so nothing comes near.
  globalThis.IntersectionObserver = class {
    observe() {}
    disconnect() {}
  } as unknown as typeof IntersectionObserver;
});

describe('the review table', () => {
  test('prints the percentage with a comma and no space, and whether the target is met', () => {
    open();
    const [, first, second] = screen.getAllByRole('row').map(text);
    expect(first).toContain('45,83%');
    expect(first).toMatch(/(?<!chưa )đạt/u);
    expect(second).toContain('13,33%');
    expect(second).toContain('chưa đạt');
    expect(second).toContain('1 mục');
  });
  test('leads to the frozen proposal, and keeps the list that one comes from', async () => {
    const { opened } = open();
    const link = screen.getByRole('link', { name: 'Phúc khảo bài thi (minh họa)' });
    expect(link.getAttribute('href')).toBe('/phuong-an/btc-2/1');
    await fireEvent.click(link);
    expect(opened).toEqual(['list']);
  });
  test('says in words what is new and how many comments are open', () => {
    open();
    const [, first, second] = screen.getAllByRole('row').map(text);
    expect(first).toContain('Có điểm mới từ lần xem trước.');
    expect(first).toContain('2/3 góp ý còn mở');
    expect(second).not.toContain('điểm mới');
  });
  test('says to everyone by which column it is sorted', async () => {
    open();
    await fireEvent.click(screen.getByRole('button', { name: 'Tỷ lệ cắt' }));
    expect(screen.getByRole('columnheader', { name: 'Tỷ lệ cắt' }).getAttribute('aria-sort')).toBe('descending');
    await fireEvent.click(screen.getByRole('button', { name: 'Tỷ lệ cắt' }));
    expect(screen.getByRole('columnheader', { name: 'Tỷ lệ cắt' }).getAttribute('aria-sort')).toBe('ascending');
  });
  test('rows are chosen with Space, a range with Shift, all with Ctrl A', async () => {
    const many = rowsOf(...['a', 'b', 'c', 'd'].map((id) => ({ id, procedureName: `Thủ tục ${id} (minh họa)` })));
    const { chosen } = open(many);
    await fireEvent.keyDown(screen.getByRole('link', { name: /Thủ tục b/ }), { key: ' ' });
    expect([...chosen.ids]).toEqual(['b']);
    await fireEvent.click(box(/Chọn Thủ tục d/), { shiftKey: true });
    expect([...chosen.ids].toSorted()).toEqual(['b', 'c', 'd']);
    await fireEvent.keyDown(screen.getByRole('link', { name: /Thủ tục d/ }), { key: 'a', ctrlKey: true });
    expect(chosen.ids.size).toBe(4);
    expect(box(/Chọn tất cả 4/).checked).toBe(true);
  });
  test('a box that a range has chosen stays ticked when the range is drawn again', async () => {
    const { chosen } = open();
    chosen.toggle('btc-1');
    await fireEvent.click(box(/Phúc khảo/));
    await fireEvent.click(box(/Phúc khảo/), { shiftKey: true });
    expect(chosen.ids.has('btc-2')).toBe(true);
    await expect.poll(() => box(/Phúc khảo/).checked).toBe(true);
  });
  test('the arrows walk from row to row, and draw more rows where they end', async () => {
    const many = rowsOf(...Array.from({ length: 90 }, (_, at) => ({ id: `r${at}`, procedureName: `Thủ tục ${at} (minh họa)` })));
    const { chosen } = open(many);
    expect(screen.getAllByRole('row')).toHaveLength(61);
    const last = screen.getByRole('link', { name: many[59]?.procedureName ?? '' });
    last.focus();
    await fireEvent.keyDown(last, { key: 'ArrowDown', shiftKey: true });
    await expect.poll(() => document.activeElement?.textContent).toBe(many[60]?.procedureName);
    expect(chosen.ids.has('r60')).toBe(true);
  });
});
