import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { reviewRows } from '#lib/review/review-rows.ts';
import { ReviewView } from '#lib/review/review-view.svelte.ts';
import ReviewTable from '../../../web/src/lib/review/ReviewTable.svelte';
import { aRedesignRow } from '../rows.ts';

const rows = reviewRows(
  [
    aRedesignRow(),
    aRedesignRow({
      id: 'btc-2',
      procedureName: 'Phúc khảo bài thi (minh họa)',
      tally: { before: 15, after: 13, added: 0, treatments: { retrieve: 2 } },
    }),
  ],
  new Map(),
  2000,
  Date.parse('2026-01-10T02:00:00Z'),
);

describe('the review table', () => {
  test('prints the percentage with a comma and no space, and whether the target is met', () => {
    render(ReviewTable, { view: new ReviewView(new URLSearchParams()), rows, threshold: 2000 });
    const [, first, second] = screen.getAllByRole('row').map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' '));
    expect(first).toContain('45,83%');
    expect(first).toMatch(/(?<!chưa )đạt/u);
    expect(second).toContain('13,33%');
    expect(second).toContain('chưa đạt');
    expect(second).toContain('1 mục');
  });
  test('leads to the frozen proposal', () => {
    render(ReviewTable, { view: new ReviewView(new URLSearchParams()), rows, threshold: 2000 });
    expect(screen.getByRole('link', { name: 'Phúc khảo bài thi (minh họa)' }).getAttribute('href')).toBe('/phuong-an/btc-2/1');
  });
  test('says to everyone by which column it is sorted', async () => {
    render(ReviewTable, { view: new ReviewView(new URLSearchParams()), rows, threshold: 2000 });
    await fireEvent.click(screen.getByRole('button', { name: 'Tỷ lệ cắt' }));
    expect(screen.getByRole('columnheader', { name: 'Tỷ lệ cắt' }).getAttribute('aria-sort')).toBe('descending');
    await fireEvent.click(screen.getByRole('button', { name: 'Tỷ lệ cắt' }));
    expect(screen.getByRole('columnheader', { name: 'Tỷ lệ cắt' }).getAttribute('aria-sort')).toBe('ascending');
  });
});
