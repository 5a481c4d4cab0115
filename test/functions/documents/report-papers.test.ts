import { describe, expect, test } from 'vitest';
import { reportPaper } from '#functions/documents/report-paper.ts';
import { reportWord } from '#functions/documents/report-word.ts';
import { reportWorkbook } from '#functions/documents/report-workbook.ts';
import type { Report, Row, Table } from '#procedures/report/report.ts';
import { LETTERHEAD } from '../../support/submission.ts';
import { calculate, formulasOf } from './calculate.ts';
import { partsOf, sheetsOf, wordText } from './open-office.ts';

const row = (label: string, proposed: number, numerator: number, denominator: number, total = false): Row => ({
  id: label,
  label,
  ...(total ? { total: true } : {}),
  cells: [
    { value: { kind: 'count', count: proposed } },
    { value: { kind: 'ratio', ratio: { numerator, denominator } } },
    { value: { kind: 'nothing' } },
  ],
});
const BY_OFFICE: Table = {
  title: 'Phương án trong kỳ',
  stub: 'Phòng',
  columns: [
    { key: 'proposed.within.count', label: 'Trình' },
    { key: 'proposed.byEnd.pooled', label: 'Tỷ lệ cắt gộp' },
    { key: 'value', label: 'Số nhập' },
  ],
  rows: [row('Phòng một (minh họa)', 1_200, 8, 36), row('Phòng hai (minh họa)', 3, 0, 0), row('Cộng', 1_203, 8, 36, true)],
};

const aReport = (overrides: Partial<Report> = {}): Report => ({
  template: { id: 'mau', title: 'Số liệu định kỳ (minh họa)', source: 'Mẫu minh họa', unconfirmed: 'Cần xác nhận (minh họa)' },
  plan: { id: 'ke-hoach', name: 'Kế hoạch rà soát năm 2026 (minh họa)', year: 2026, demonstration: true },
  period: '2026-Q3',
  periodName: 'Quý III năm 2026',
  days: { from: '2026-07-01', until: '2026-09-30' },
  at: '2026-09-05T01:41:00Z',
  unfinished: true,
  sections: [{ title: 'Kết quả theo phòng', tables: [BY_OFFICE] }],
  notes: ['Mỗi phương án tính một lần.'],
  ...overrides,
});

describe('a report on paper', () => {
  test('stands on the letterhead of the Sở and says what its figures are of', async () => {
    const text = wordText(await reportWord(aReport(), LETTERHEAD));
    expect(text).toContain('Số:        /BC-SGDĐT');
    expect(text).toContain('BÁO CÁO\nSố liệu định kỳ (minh họa)\nQuý III năm 2026\n');
    expect(text).toContain('từ ngày 01 tháng 7 năm 2026 đến ngày 30 tháng 9 năm 2026, lấy lúc 08:41 05/09/2026.');
    expect(text).toContain('Kỳ báo cáo chưa kết thúc');
    expect(text).toContain('Nguồn biểu mẫu: Mẫu minh họa. Cần xác nhận (minh họa).');
    expect(text).toContain('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC');
  });

  test('prints a share with its fraction, a share of nothing as —, and what nobody entered as such', async () => {
    const text = wordText(await reportWord(aReport(), LETTERHEAD));
    expect(text).toContain('Phòng một (minh họa)\n1.200\n22,22%8/36\nchưa có số liệu');
    expect(text).toContain('Phòng hai (minh họa)\n3\n—\nchưa có số liệu');
    expect(text).toContain('- Mỗi phương án tính một lần.');
  });

  test('lays a wide table on its side and comes back upright', async () => {
    const wide = { ...BY_OFFICE, columns: Array.from({ length: 9 }, () => BY_OFFICE.columns[0] ?? { key: 'value' as const, label: 'x' }) };
    const report = aReport({ sections: [{ title: 'Rộng', tables: [wide] }] });
    expect(reportPaper(report, LETTERHEAD).sections.map(({ landscape }) => landscape)).toEqual([false, true, false]);
    const body = partsOf(await reportWord(report, LETTERHEAD))['word/document.xml'] ?? '';
    expect(body.match(/<w:pgSz w:w="(\d+)"/g)).toEqual(['<w:pgSz w:w="11906"', '<w:pgSz w:w="16838"', '<w:pgSz w:w="11906"']);
    expect(reportPaper(aReport(), LETTERHEAD).sections).toHaveLength(1);
  });
});

describe('a report as a workbook', () => {
  test('has a sheet for each table, whose total is a sum and whose shares are quotients', async () => {
    const sheets = sheetsOf(await reportWorkbook(aReport()));
    expect(sheets.map(({ name }) => name)).toEqual(['1. Phương án trong kỳ', 'Về số liệu']);
    const [table] = sheets;
    if (!table) throw new Error('No table');
    expect(formulasOf(table).map(([address]) => [address, table.cells[address]?.formula])).toEqual([
      ['C2', '8/36'],
      ['B4', 'SUM(B2:B3)'],
      ['C4', '8/36'],
    ]);
    const cell = calculate(sheets);
    for (const [address, written] of formulasOf(table)) expect(cell(table.name, address)).toBe(written);
    expect(table.cells.C3?.text).toBe('—');
    expect(table.cells.D2?.text).toBe('chưa có số liệu');
  });

  test('does not call a sum what is none', async () => {
    const rows = [row('Một', 2, 1, 2), row('Hai', 2, 1, 2), row('Cộng', 3, 1, 2, true)];
    const [table] = sheetsOf(await reportWorkbook(aReport({ sections: [{ title: 'x', tables: [{ ...BY_OFFICE, rows }] }] })));
    expect(table?.cells.B4).toMatchObject({ text: '3' });
    expect(table?.cells.B4?.formula).toBeUndefined();
  });

  test('names sheets as a spreadsheet allows, each once, however tables are called', async () => {
    const named = (title: string) => ({ title: 'x', tables: [{ ...BY_OFFICE, title }] });
    const long = `Bảng [1]: a/b*c?'d' ${'rất '.repeat(20)}dài`;
    const sheets = sheetsOf(await reportWorkbook(aReport({ sections: [named(long), named(long)] })));
    const names = sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]/\\:*?']/);
    }
  });

  test('says what the figures are of', async () => {
    const sheets = sheetsOf(await reportWorkbook(aReport()));
    const texts = Object.values(sheets.at(-1)?.cells ?? {}).map(({ text }) => text);
    for (const text of [
      'Quý III năm 2026 (01/07/2026 - 30/09/2026)',
      '08:41 05/09/2026; kỳ chưa kết thúc',
      'Mẫu minh họa',
      'Cần xác nhận (minh họa)',
    ]) {
      expect(texts).toContain(text);
    }
  });
});
