// Entry: a report as a workbook: one sheet a table, sums and shares as live formulas, then what the figures are of.
import { printed } from '#procedures/report/print.ts';
import type { Cell, Report, Row, Table, Value } from '#procedures/report/report.ts';
import { formatMoment, formatShortDay } from '#procedures/text/date.ts';
import { columnName, type CellValue, type SheetRow, type WorkbookSheet } from './sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What a sheet may be called at most, and what its name may not hold. */
const NAME_LENGTH = 31;
const UNSAFE = /[[\]/\\:*?']/gu;

const sheetName = (number: number, title: string): string => `${number}. ${title.replaceAll(UNSAFE, ' ')}`.slice(0, NAME_LENGTH).trim();

/** A count as a number, a share as the quotient that it is, anything else in the words of the page. */
function valueOf(value: Value): CellValue {
  if (value.kind === 'count') return value.count;
  if (value.kind !== 'ratio' || value.ratio.denominator === 0) return printed(value);
  const { numerator, denominator } = value.ratio;
  return { formula: `${numerator}/${denominator}`, value: numerator / denominator, percent: true };
}

const countOf = (cell: Cell | undefined): number | undefined => (cell?.value.kind === 'count' ? cell.value.count : undefined);

/** The total of a column as a sum of what stands above it, where that is what it is: no procedure belongs to two offices. */
function totalOf(total: Cell, above: readonly Row[], index: number): CellValue {
  const counts = above.map(({ cells }) => countOf(cells[index]));
  const sum = counts.reduce<number | undefined>((all, count) => (all === undefined || count === undefined ? undefined : all + count), 0);
  if (above.length === 0 || sum === undefined || sum !== countOf(total)) return valueOf(total.value);
  const column = columnName(index + 1);
  return { formula: `SUM(${column}2:${column}${above.length + 1})`, value: sum };
}

function rowsOf({ rows }: Table): SheetRow[] {
  return rows.map((row, place) => {
    const cells = row.cells.map((cell, index) => (row.total ? totalOf(cell, rows.slice(0, place), index) : valueOf(cell.value)));
    return { cells: [row.label, ...cells], ...(row.total ? { bold: true, band: true } : {}) };
  });
}

const isText = (table: Table, index: number): boolean => table.rows.some(({ cells }) => cells[index]?.value.kind === 'text');

const tableSheet = (table: Table, name: string): WorkbookSheet => ({
  name,
  columns: [
    { header: table.stub, width: 40 },
    ...table.columns.map(({ label }, index) =>
      isText(table, index) ? { header: label, width: 50, align: 'left' as const } : { header: label, width: 14, align: 'center' as const },
    ),
  ],
  rows: rowsOf(table),
});

function scopeSheet({ template, plan, periodName, days, at, unfinished, notes }: Report): WorkbookSheet {
  const lines: [string, string][] = [
    ['Báo cáo', template.title],
    ['Kế hoạch', plan.name],
    ['Kỳ', `${periodName} (${formatShortDay(days.from)} - ${formatShortDay(days.until)})`],
    ['Lấy số liệu lúc', `${formatMoment(at)}${unfinished ? '; kỳ chưa kết thúc' : ''}`],
    ['Nguồn biểu mẫu', template.source],
    ...(template.unconfirmed ? [['Cần xác nhận', template.unconfirmed] satisfies [string, string]] : []),
    ...(plan.demonstration ? [['Lưu ý', 'Số liệu minh họa, không phải văn bản chính thức'] satisfies [string, string]] : []),
    ...notes.map((text, index): [string, string] => [index === 0 ? 'Ghi chú' : '', text]),
  ];
  return {
    name: 'Về số liệu',
    columns: [
      { header: 'Mục', width: 24 },
      { header: 'Nội dung', width: 100, align: 'left' },
    ],
    rows: lines.map((cells) => ({ cells })),
  };
}

/** A report as an Excel file (.xlsx). The same report gives the same bytes. */
export function reportWorkbook(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const tables = report.sections.flatMap((section) => section.tables.map((table) => ({ table, title: table.title ?? section.title })));
  const sheets = tables.map(({ table, title }, index) => tableSheet(table, sheetName(index + 1, title)));
  return writeWorkbook([...sheets, scopeSheet(report)], report.at);
}
