// Tables of an official paper in WordprocessingML: ruled, the head row repeated on every page, no row torn in two.
import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Align, Column, Row, Table as TableBlock, Text } from './blocks.ts';
import { SIZE, textWidth, twips } from './official-style.ts';
import { ALIGNMENT, textRuns } from './word-text.ts';

const PADDING = { top: twips(0.7), bottom: twips(0.7), left: twips(1.5), right: twips(1.5) };
/** A row taller than this many characters may break over pages: keeping it whole would leave half a page empty. */
const LONG_ROW = 600;

/** Column widths in twips that add up to the text width exactly, whatever the shares are. */
export function columnWidths(columns: readonly Column[], landscape: boolean): number[] {
  const total = twips(textWidth(landscape));
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((total * column.share) / shares));
  const rest = total - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

const cellParagraph = (text: Text, align: Align, bold: boolean) =>
  new Paragraph({
    alignment: ALIGNMENT[align],
    spacing: { before: 0, after: 0, line: 240 },
    children: textRuns(text, SIZE.table, { bold }),
  });

function cell(text: Text, width: number, options: { align: Align; bold?: boolean; span?: number; middle?: boolean }) {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: options.span,
    margins: PADDING,
    verticalAlign: options.middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: [cellParagraph(text, options.align, options.bold ?? false)],
  });
}

const lengthOf = (text: Text) => (typeof text === 'string' ? text.length : text.reduce((sum, run) => sum + run.text.length, 0));

function writeRow(row: Row, columns: readonly Column[], widths: readonly number[]): TableRow {
  if ('band' in row) {
    const width = widths.reduce((sum, one) => sum + one, 0);
    return new TableRow({ cantSplit: true, children: [cell(row.band, width, { align: 'left', bold: true, span: columns.length })] });
  }
  return new TableRow({
    cantSplit: row.cells.every((text) => lengthOf(text) < LONG_ROW),
    height: row.height === undefined ? undefined : { value: twips(row.height), rule: HeightRule.ATLEAST },
    children: columns.map((column, index) => cell(row.cells[index] ?? '', widths[index] ?? 0, { align: column.align ?? 'left' })),
  });
}

/** A table as wide as the text of its page (`landscape` says which way it lies); missing cells stay empty. */
export function writeTable(block: TableBlock, landscape: boolean): Table {
  const widths = columnWidths(block.columns, landscape);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map((column, index) => cell(column.header, widths[index] ?? 0, { align: 'center', bold: true, middle: true })),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [...(block.head === false ? [] : [head]), ...block.rows.map((row) => writeRow(row, block.columns, widths))],
  });
}
