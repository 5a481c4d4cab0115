// From the value of a workbook to the bytes of an Excel file. The only place that knows how write-excel-file wants cells put.
import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/node';
import { FONT } from './official-style.ts';
import { sealed } from './seal.ts';
import { rowHeight, type CellValue, type SheetColumn, type SheetRow, type WorkbookSheet } from './sheets.ts';
import { finishSheet, finishWorkbook } from './workbook-parts.ts';

const BORDER = { borderStyle: 'thin', borderColor: '#8A94A0' } as const;
const BASE = { ...BORDER, wrap: true, alignVertical: 'top' } as const;
const HEAD = { ...BASE, fontWeight: 'bold', align: 'center', alignVertical: 'center', backgroundColor: '#E3EAF2' } as const;
const BAND = '#F2F2F2';
/** Typed text that begins so is taken for a formula; as a text cell it is none, and the text format keeps it so after editing. */
const LOOKS_LIKE_FORMULA = /^\s*[=+\-@]/u;
/** What a spreadsheet cell holds at most. */
const CELL_LENGTH = 32_767;

/** Text that is also the name of an inherited property would confuse the writer's table of texts; a trailing blank keeps it apart. */
const storable = (text: string): string => (text in {} ? `${text} ` : text.slice(0, CELL_LENGTH));

function cellOf(value: CellValue, row: SheetRow, column: SheetColumn): CellObject {
  const style: CellObject = {
    ...BASE,
    align: column.align ?? (typeof value === 'number' ? 'center' : 'left'),
    ...(row.bold || row.band ? { fontWeight: 'bold' as const } : {}),
    ...(row.band ? { backgroundColor: BAND } : {}),
  };
  if (value === null || value === '') return style;
  if (typeof value === 'number') return { ...style, type: Number, value };
  if (typeof value === 'string') {
    return { ...style, type: String, value: storable(value), ...(LOOKS_LIKE_FORMULA.test(value) ? { format: '@' } : {}) };
  }
  return { ...style, type: 'Formula', value: value.formula, ...(value.percent ? { format: '0.00%' } : {}) };
}

/** A row whose first cell carries the height of the whole row, as the writer wants it. */
function rowOf(row: SheetRow, columns: readonly SheetColumn[]): Cell[] {
  const height = rowHeight(row.cells, columns);
  return columns.map((column, index) => ({ ...cellOf(row.cells[index] ?? null, row, column), height }));
}

function headOf(columns: readonly SheetColumn[]): Cell[] {
  const headers = columns.map(({ header }) => header);
  const height = rowHeight(headers, columns) + 8;
  return headers.map((value): Cell => ({ ...HEAD, height, type: String, value }));
}

/**
 * Writes a workbook (.xlsx); the head row of each sheet is frozen and printed on every page. The same value and `moment` (ISO)
 * give the same bytes.
 */
export async function writeWorkbook(sheets: readonly WorkbookSheet[], moment: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      stickyColumnsCount: sheet.frozenColumns ?? 1,
      columns: sheet.columns.map(({ width }) => ({ width })),
      data: [headOf(sheet.columns), ...sheet.rows.map((row) => rowOf(row, sheet.columns))],
    })),
    { fontFamily: FONT, fontSize: 11 },
  );
  return sealed(new Uint8Array(await file.toBuffer()), moment, (path, xml) => {
    const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1]) - 1];
    if (sheet) return finishSheet(xml, sheet);
    return path === 'xl/workbook.xml' ? finishWorkbook(xml, sheets) : xml;
  });
}
