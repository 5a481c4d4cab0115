import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import CatalogueRow from '../../../web/src/lib/catalogue/CatalogueRow.svelte';
import { aCatalogueRow } from '../rows.ts';

const common = { mayOpen: false, opening: false, onopen: () => undefined };

describe('a procedure in the catalogue', () => {
  test('offers its redesign to those who may open one', async () => {
    const onopen = vi.fn<(row: unknown) => void>();
    const row = aCatalogueRow();
    render(CatalogueRow, { ...common, row, mayOpen: true, onopen });
    await fireEvent.click(screen.getByRole('button', { name: /Tái cấu trúc/u }));
    expect(onopen).toHaveBeenCalledWith(row);
  });
  test('only shows itself to the others', () => {
    render(CatalogueRow, { ...common, row: aCatalogueRow() });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByRole('link', { name: /^Xem/u }).getAttribute('href')).toBe('/thu-tuc/3.000465');
  });
  test('leads to the redesign that is open, but not to one that was discarded', () => {
    render(CatalogueRow, { ...common, row: aCatalogueRow({ redesign: { id: 'btc-1', state: 'draft' } }) });
    expect(screen.getByRole('link', { name: /^Mở/u }).getAttribute('href')).toBe('/tai-cau-truc/btc-1');
    render(CatalogueRow, { ...common, mayOpen: true, row: aCatalogueRow({ redesign: { id: 'btc-2', state: 'discarded' } }) });
    expect(screen.getByRole('button', { name: /Tái cấu trúc/u })).toBeTruthy();
  });
  test('says what is missing, and pictures its declared fields in words too', () => {
    render(CatalogueRow, { ...common, row: aCatalogueRow() });
    expect(screen.getByText('thiếu 2 thông tin')).toBeTruthy();
    expect(screen.getByRole('img', { name: '36 mục khai: giữ 36' })).toBeTruthy();
  });
});
