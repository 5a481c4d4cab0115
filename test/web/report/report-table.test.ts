import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { firstPeriod, periodChoices, periodIn } from '#lib/report/periods.ts';
import ReportTable from '#lib/report/ReportTable.svelte';
import type { Table } from '#procedures/report/report.ts';

const table: Table = {
  title: 'Lũy kế (minh họa)',
  stub: 'Phòng',
  columns: [
    { key: 'proposed.byEnd.count', label: 'Đã trình' },
    { key: 'proposed.byEnd.pooled', label: 'Tỷ lệ cắt gộp' },
    { key: 'source', label: 'Nguồn' },
  ],
  rows: [
    {
      id: 'a',
      label: 'Phòng A (minh họa)',
      office: 'a',
      cells: [
        { value: { kind: 'count', count: 1250 }, behind: 'proposed.byEnd.count' },
        { value: { kind: 'ratio', ratio: { numerator: 212, denominator: 906 } }, behind: 'proposed.byEnd.pooled' },
        { value: { kind: 'text', text: 'Hệ thống' } },
      ],
    },
    {
      id: 'toan-so',
      label: 'Cộng',
      total: true,
      cells: [
        { value: { kind: 'count', count: 0 }, behind: 'proposed.byEnd.count' },
        { value: { kind: 'ratio', ratio: { numerator: 0, denominator: 0 } }, behind: 'proposed.byEnd.pooled' },
        { value: { kind: 'nothing' } },
      ],
    },
  ],
};
const show = () =>
  render(ReportTable, { table, section: 'Phần', hrefOf: (figure: string, office?: string) => `/${figure}/${office ?? 'tat-ca'}` });

describe('a table of a report', () => {
  test('has a link from every number to the procedures of that row', () => {
    show();
    const links = within(screen.getByRole('row', { name: /Phòng A/ })).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/proposed.byEnd.count/a', '/proposed.byEnd.pooled/a']);
    expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
      'Đã trình, Phòng A (minh họa): 1.250; xem thủ tục',
      'Tỷ lệ cắt gộp, Phòng A (minh họa): 23,40%, 212/906; xem thủ tục',
    ]);
  });

  test('has none where nothing stands behind a zero or a share of nothing', () => {
    show();
    const total = screen.getByRole('row', { name: /Cộng/ });
    expect(within(total).queryAllByRole('link')).toEqual([]);
    expect(
      within(total)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent.trim().replaceAll(/\s+/gu, ' ')),
    ).toEqual(['0', '— 0/0', 'chưa có số liệu']);
  });
});

describe('the periods of a report', () => {
  test('are four quarters, two half-years and the year', () => {
    expect(periodChoices(2026).map(({ periods }) => periods.map(({ value }) => value))).toEqual([
      ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'],
      ['2026-H1', '2026-H2'],
      ['2026'],
    ]);
  });

  test('begin with the quarter under way; an older plan with its year', () => {
    expect(firstPeriod(2026, '2026-11-24')).toBe('2026-Q4');
    expect(firstPeriod(2025, '2026-11-24')).toBe('2025');
  });

  test('of an address are taken only when they are some', () => {
    expect(['2026-Q3', '2026', '2026-Q5', 'quy-3', null].map(periodIn)).toEqual(['2026-Q3', '2026', null, null, null]);
  });
});
