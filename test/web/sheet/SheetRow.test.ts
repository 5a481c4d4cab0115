import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import SheetRow from '../../../web/src/lib/sheet/SheetRow.svelte';
import { aField } from '../../support/build.ts';

describe('a line of the sheet', () => {
  test('carries its number and its label', () => {
    render(SheetRow, { field: aField(), number: 7 });
    expect(screen.getByText('7')).toBeTruthy();
    expect(screen.getByText('Họ và tên')).toBeTruthy();
  });
  test('says whose datum it is when it is not the applicant’s', () => {
    render(SheetRow, { field: aField({ whose: 'father' }), number: 1 });
    expect(screen.getByText('(cha)')).toBeTruthy();
  });
  test('strikes a field through that leaves the form, for the eye and for the ear', () => {
    const { container } = render(SheetRow, { field: aField(), number: 1, gone: true });
    expect(container.querySelector('del')?.textContent).toBe('Họ và tên');
  });
  test('gives no number to what is not declared', () => {
    const { container } = render(SheetRow, { field: aField({ kind: 'signature', label: 'Người làm đơn ký' }), number: undefined });
    expect(container.textContent.replaceAll(/\s+/gu, ' ').trim()).toBe('Người làm đơn ký');
  });
  test('shows markup in a label as the letters that they are', () => {
    const { container } = render(SheetRow, { field: aField({ label: '<b>Họ</b> & tên' }), number: 1 });
    expect(container.querySelector('b')).toBeNull();
    expect(screen.getByText('<b>Họ</b> & tên')).toBeTruthy();
  });
});
