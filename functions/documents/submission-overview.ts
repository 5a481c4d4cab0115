// The sheet of all proposals of a submission: one row each, then the two kinds of procedures, the sum, and the pooled test. Percentages,
// sums and verdicts are live formulas on whole numbers; beside each stands the value that was frozen.
import type { Dossier } from '#procedures/proposal/dossier.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { figuresOf, type SubmissionFigures } from '#procedures/proposal/submission-figures.ts';
import type { Entry } from '#procedures/proposal/submission.ts';
import { countText } from './submission-words.ts';
import { targetText, testText } from './proposal-measure.ts';
import { columnName, type CellValue, type Formula, type SheetColumn, type SheetRow } from './sheets.ts';
import { orUnknown } from '#procedures/text/wording.ts';

export const OVERVIEW_COLUMNS: readonly SheetColumn[] = [
  { header: 'STT', width: 5, align: 'center' },
  { header: 'Mã thủ tục', width: 11 },
  { header: 'Tên thủ tục', width: 44 },
  { header: 'Loại', width: 14 },
  { header: 'Nhóm', width: 22 },
  { header: 'Lĩnh vực', width: 22 },
  { header: 'Đơn vị đề xuất', width: 22 },
  { header: 'Số thủ tục', width: 8, align: 'center' },
  { header: 'Thông tin trước', width: 10, align: 'center' },
  { header: 'Thông tin sau', width: 10, align: 'center' },
  { header: 'Cắt giảm', width: 9, align: 'center' },
  { header: 'Tỷ lệ', width: 9, align: 'center' },
  { header: 'Chỉ tiêu', width: 8, align: 'center' },
  { header: 'Đạt chỉ tiêu', width: 10, align: 'center' },
  { header: 'Tỉnh quyết định', width: 9, align: 'center' },
  { header: 'Kiến nghị', width: 9, align: 'center' },
  { header: 'Phương án số', width: 9, align: 'center' },
  { header: 'Mã SHA-256 của phương án', width: 34 },
];

const letterOf = (header: string): string => columnName(OVERVIEW_COLUMNS.findIndex((column) => column.header === header));
const KIND = letterOf('Loại');
const COUNT = letterOf('Số thủ tục');
const BEFORE = letterOf('Thông tin trước');
const AFTER = letterOf('Thông tin sau');
const CUT = letterOf('Cắt giảm');
const MEETS = letterOf('Đạt chỉ tiêu');
const DECIDES = letterOf('Tỉnh quyết định');
const RECOMMENDS = letterOf('Kiến nghị');

const PUBLIC = 'TTHC';
const INTERNAL = 'TTHC nội bộ';

const verdict = (meets: boolean): string => (meets ? 'Đạt' : 'Chưa đạt');

/** Cut and rate of the row `row`, counted from 1. */
const cutCells = (row: number, { before, after }: { before: number; after: number }): [Formula, Formula] => [
  { formula: `${BEFORE}${row}-${AFTER}${row}`, value: before - after },
  {
    formula: `IF(${BEFORE}${row}=0,"—",${CUT}${row}/${BEFORE}${row})`,
    value: before === 0 ? '—' : (before - after) / before,
    percent: true,
  },
];

/** Whole numbers against whole numbers; nothing to cut from never meets a target. */
const testCell = (row: number, target: number, meets: boolean): Formula => ({
  formula: `IF(AND(${BEFORE}${row}>0,${CUT}${row}*10000>=${target}*${BEFORE}${row}),"Đạt","Chưa đạt")`,
  value: verdict(meets),
});

/** The row of a proposal, number `number` in printing order; `group` is the title of its group. */
export function overviewRow(entry: Entry, proposal: Proposal, group: string, number: number): SheetRow {
  const row = number + 1;
  const { code, name, internal, area, officeName, standing, decides, recommends } = entry;
  return {
    cells: [
      number,
      orUnknown(code),
      name,
      internal ? INTERNAL : PUBLIC,
      group || null,
      orUnknown(area),
      officeName,
      1,
      standing.before,
      standing.after,
      ...cutCells(row, standing),
      targetText(proposal.measure),
      testCell(row, proposal.measure.target, standing.meets),
      decides,
      recommends,
      entry.number,
      entry.hash,
    ],
  };
}

/** A row of sums over rows 2 to `last`; with `kind`, of the procedures of that kind alone. */
function sumRow(label: string, figures: SubmissionFigures, row: number, last: number, kind?: string): SheetRow {
  const area = (column: string) => `${column}2:${column}${last}`;
  const sum = (column: string, value: number): Formula => ({
    formula: last < 2 ? '0' : kind ? `SUMIF(${area(KIND)},"${kind}",${area(column)})` : `SUM(${area(column)})`,
    value,
  });
  const meeting = kind ? `COUNTIFS(${area(KIND)},"${kind}",${area(MEETS)},"Đạt")` : `COUNTIF(${area(MEETS)},"Đạt")`;
  return {
    bold: true,
    band: true,
    cells: [
      null,
      null,
      label,
      null,
      null,
      null,
      null,
      sum(COUNT, figures.entries),
      sum(BEFORE, figures.before),
      sum(AFTER, figures.after),
      ...cutCells(row, figures),
      'Số đạt:',
      { formula: last < 2 ? '0' : meeting, value: figures.meets },
      sum(DECIDES, figures.decides),
      sum(RECOMMENDS, figures.recommends),
    ],
  };
}

/** A band with a label, figures before and after, and a verdict. */
const lineRow = (label: string, values: readonly CellValue[], note: string | null = null): SheetRow => ({
  bold: true,
  band: true,
  cells: [null, null, label, null, null, null, note, null, ...values],
});

/**
 * The rows below the proposals. `fields`: the name of the sheet of all fields, its columns of ones and zeros before and after, and how many
 * rows it has, so that both sheets are held against each other.
 */
export function overviewTotals(dossier: Dossier, fields: { sheet: string; before: string; after: string; rows: number }): SheetRow[] {
  const { entries, plan } = dossier;
  const last = entries.length + 1;
  const figures = figuresOf(entries);
  const total = last + 3;
  const pooled = figures.before > 0 && (figures.before - figures.after) * 10_000 >= plan.target * figures.before;
  const counted = (column: string, value: number): Formula => ({
    formula: fields.rows === 0 ? '0' : `SUM('${fields.sheet}'!${column}2:${column}${fields.rows + 1})`,
    value,
  });
  return [
    sumRow('Cộng thủ tục hành chính', figuresOf(entries.filter(({ internal }) => !internal)), last + 1, last, PUBLIC),
    sumRow('Cộng thủ tục hành chính nội bộ', figuresOf(entries.filter(({ internal }) => internal)), last + 2, last, INTERNAL),
    sumRow(`Tổng cộng ${countText(figures)}`, figures, total, last),
    lineRow(
      'Tính gộp tất cả thủ tục',
      [null, null, null, null, targetText(plan), testCell(total, plan.target, pooled)],
      testText({ ...figures, target: plan.target }),
    ),
    lineRow('Cộng lại từ trang từng thông tin', [
      counted(fields.before, figures.before),
      counted(fields.after, figures.after),
      null,
      null,
      null,
      {
        formula: `IF(AND(${BEFORE}${total + 2}=${BEFORE}${total},${AFTER}${total + 2}=${AFTER}${total}),"Khớp","Không khớp")`,
        value: 'Khớp',
      },
    ]),
  ];
}
