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
  /** Rows that the filter of the head row covers; without it there is no filter. */
  readonly filterRows?: number;
};

/** `A`, `B`, … `AA` of a column counted from 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
