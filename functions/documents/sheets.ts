// A workbook as a value: sheets of rows of cells. Text is always text, whatever it begins with; formulas are only those we write.

/** A live formula with the value it has on the day, for readers that do not calculate (previews, converters). */
export type Formula = { readonly formula: string; readonly value: number | string; readonly percent?: boolean };
export type CellValue = string | number | Formula | null;
export type SheetRow = { readonly cells: readonly CellValue[]; readonly bold?: boolean; readonly band?: boolean };
/** `width` in characters. */
export type SheetColumn = { readonly header: string; readonly width: number; readonly align?: 'left' | 'center' };

export type WorkbookSheet = {
  /** At most 31 characters, none of []/\:*? */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** How many columns stay in view beside the frozen head row; one when absent. */
  readonly frozenColumns?: number;
  /** Pages side by side when printed; the frozen columns stand on each. One when absent. */
  readonly pagesWide?: number;
  /** Rows that the filter of the head row covers; without it there is no filter. */
  readonly filterRows?: number;
  /** Stands in the head of every printed page. */
  readonly mark?: string;
};

/** `A`, `B`, … `AA` of a column counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Text of a cell as far as it takes room on the sheet. */
const roomOf = (value: CellValue): string => (typeof value === 'string' ? value : '');

/** Points; a line of 11-point type, and the most that a spreadsheet row takes. */
const LINE_HEIGHT = 14.5;
const ROW_HEIGHT_LIMIT = 400;

/** Height in points in which all wrapped text of a row can be read; programs do not all find it by themselves. */
export function rowHeight(cells: readonly CellValue[], columns: readonly SheetColumn[]): number {
  const lines = columns.map((column, index) =>
    roomOf(cells[index] ?? null)
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (column.width * 1.1))), 0),
  );
  return Math.min(Math.max(...lines) * LINE_HEIGHT + 2, ROW_HEIGHT_LIMIT);
}
