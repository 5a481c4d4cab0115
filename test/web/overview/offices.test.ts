import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, test } from 'vitest';
import { officeRows } from '#lib/overview/office-rows.ts';
import OfficeBars from '#lib/overview/OfficeBars.svelte';
import OfficeTable from '#lib/overview/OfficeTable.svelte';
import QueueFlow from '#lib/overview/QueueFlow.svelte';
import Chart from '#lib/ui/Chart.svelte';
import { noTotals, type Totals } from '#procedures/plan/totals.ts';
import type { Person } from '#procedures/review/person.ts';

const offices = [
  { id: 'a', name: 'Phòng A (minh họa)' },
  { id: 'b', name: 'Phòng B (minh họa)' },
  { id: 'c', name: 'Phòng C (minh họa)' },
];
function totals(overrides: Partial<Totals>): Totals {
  return { ...noTotals(), ...overrides };
}
const all = {
  b: totals({ procedures: 12, proposed: { procedures: 12, internal: 0, before: 100, after: 69, meets: 11 } }),
  a: totals({ procedures: 9, proposed: { procedures: 3, internal: 0, before: 1000, after: 801, meets: 1 } }),
};
const rows = officeRows(offices, all);

describe('the bars by office', () => {
  test('stand in the order of the plan, without offices that have nothing to review', () => {
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('judge by the exact cut: 19,90% falls short', () => {
    const { container } = render(OfficeBars, { rows, threshold: 2000 });
    expect([...container.querySelectorAll('.bar')].map((bar) => bar.classList.contains('short'))).toEqual([true, false]);
    const [a, b] = screen.getAllByRole('listitem').map(({ textContent }) => textContent.replaceAll(/\s+/gu, ' '));
    expect(a).toMatch(/cắt gộp 19,90%, 1\/3 thủ tục đã trình tự đạt, đã trình 3\/9 thủ tục/u);
    expect(b).toMatch(/31,00% · 11\/12/u);
  });

  test('say of an office that has handed nothing in that it has not', () => {
    const quiet = officeRows(offices, { c: totals({ procedures: 4 }) });
    render(OfficeBars, { rows: quiet, threshold: 2000 });
    expect(screen.getByRole('listitem').textContent).toContain('chưa trình');
  });

  test('have the same figures in the table behind them', () => {
    render(OfficeTable, { rows });
    const cells = within(screen.getByRole('row', { name: /Phòng A/ })).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['9', '3', '1.000', '801', '19,90%', '1', '0', '0']);
  });
});

test('a chart gives way to its table and comes back', async () => {
  const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }));
  render(Chart, { title: 'Theo phòng', chart: words('biểu đồ'), table: words('bảng') });
  await fireEvent.click(screen.getByRole('button', { name: /Xem bảng/ }));
  expect(screen.queryByText('biểu đồ')).toBeNull();
  expect(screen.getByRole('region', { name: 'Theo phòng, bảng' }).textContent).toBe('bảng');
  await fireEvent.click(screen.getByRole('button', { name: /Xem biểu đồ/ }));
  expect(screen.getByText('biểu đồ')).toBeTruthy();
});

describe('the way of the proposals', () => {
  const person = (role: Person['role']): Person => ({
    subject: 'p',
    name: 'Người thử (minh họa)',
    role,
    office: 'a',
    officeName: 'Phòng A',
  });
  const states = { ...noTotals().states, none: 5, submitted: 7, approved: 4 };
  const shown = (role: Person['role']) =>
    render(QueueFlow, {
      plan: 'ke-hoach',
      totals: totals({ procedures: 16, states }),
      own: totals({ states: { ...states, submitted: 2 } }),
      person: person(role),
    });

  test('leads from every state to the list of it', () => {
    shown('leader');
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links.slice(0, 4)).toEqual([
      '/ke-hoach?ke-hoach=ke-hoach&loc=none#thu-tuc',
      '/ke-hoach?ke-hoach=ke-hoach&loc=draft#thu-tuc',
      '/tham-dinh?trang-thai=submitted',
      '/tham-dinh?trang-thai=returned',
    ]);
  });

  test('shows the reviewer what waits for them, and a specialist what is of the own office', () => {
    const { unmount } = shown('reviewer');
    expect(screen.getByRole('link', { name: /^7 Chờ thẩm định \(bạn\)/ })).toBeTruthy();
    unmount();
    shown('specialist');
    expect(screen.getByRole('link', { name: /Chờ thẩm định/ }).textContent).toContain('phòng bạn: 2');
  });

  test('hides what was not approved while there is none', () => {
    shown('leader');
    expect(screen.queryByText('Không được phê duyệt')).toBeNull();
  });
});
