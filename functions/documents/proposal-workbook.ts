// A frozen proposal as a workbook: every field, every other part, the rule of counting with the seal.
import { REQUIREMENT_NAMES, SUBJECT_NAMES } from '#procedures/definition/names.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Justification, Mark } from '#procedures/redesign/mark.ts';
import { formatMoment } from '#procedures/text/date.ts';
import { compareFields, type FieldRow } from '#procedures/proposal/field-comparison.ts';
import { groundText, sourceText } from '#procedures/proposal/justification.ts';
import { compareParts, PART_NAMES } from '#procedures/proposal/part-comparison.ts';
import { cutText, targetText, testText, verdict } from './proposal-measure.ts';
import { columnName, type CellValue, type SheetColumn, type SheetRow, type WorkbookSheet } from './sheets.ts';
import { AUTHORITY_NAMES, capitalised, orUnknown, revisionText } from '#procedures/text/wording.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Columns that fields and other parts share: why, from where, by whose power. */
const WHY: readonly SheetColumn[] = [
  { header: 'Căn cứ', width: 24 },
  { header: 'Lý do', width: 28 },
  { header: 'Nguồn dữ liệu', width: 24 },
  { header: 'Phương án khi không khai thác được', width: 28 },
  { header: 'Trường hợp vẫn áp dụng', width: 16 },
  { header: 'Thẩm quyền', width: 11 },
  { header: 'Điều, khoản cần sửa đổi', width: 26 },
  { header: 'Lộ trình', width: 10 },
];

function whyCells(proposal: Proposal, justification: Justification | undefined, mark: Mark | undefined): CellValue[] {
  if (!justification) return WHY.map(() => null);
  const { ground, reason, authority, amends, timetable } = justification;
  return [
    groundText(proposal, ground),
    orUnknown(reason),
    mark ? sourceText(proposal, mark) : null,
    mark?.fallback ?? null,
    mark?.exceptions ?? null,
    authority ? AUTHORITY_NAMES[authority] : orUnknown(undefined),
    amends ?? null,
    timetable ?? null,
  ];
}

const FIELD_COLUMNS: readonly SheetColumn[] = [
  { header: 'STT', width: 5, align: 'center' },
  { header: 'Phần', width: 18 },
  { header: 'Thông tin phải khai', width: 28 },
  { header: 'Của ai', width: 11 },
  { header: 'Yêu cầu trước', width: 12 },
  { header: 'Xử lý', width: 12 },
  { header: 'Sau đơn giản hóa', width: 24 },
  { header: 'Tính trước', width: 7, align: 'center' },
  { header: 'Tính sau', width: 7, align: 'center' },
  ...WHY,
  { header: 'Mẫu đơn, tờ khai', width: 44 },
];
const BEFORE = FIELD_COLUMNS.findIndex((column) => column.header === 'Tính trước');
const AFTER = FIELD_COLUMNS.findIndex((column) => column.header === 'Tính sau');

const fieldCells = (proposal: Proposal, row: FieldRow, index: number): CellValue[] => [
  index + 1,
  row.field.section ?? null,
  row.field.label,
  capitalised(SUBJECT_NAMES[row.field.whose]),
  row.added ? row.before : REQUIREMENT_NAMES[row.field.requirement],
  row.treatment,
  row.after,
  row.countsBefore,
  row.countsAfter,
  ...whyCells(proposal, row.justification, row.mark),
  row.form.title,
];

/** Sums, cut, rate and test as live formulas over the rows above; the frozen fraction stands beside them as text. */
function totals(proposal: Proposal, count: number): SheetRow[] {
  const { measure } = proposal;
  const [before, after] = [columnName(BEFORE), columnName(AFTER)];
  const sum = count + 2;
  const difference = `(${before}${sum}-${after}${sum})`;
  const line = (label: string, values: readonly CellValue[], note: string | null = null): SheetRow => ({
    bold: true,
    band: true,
    cells: [null, null, label, null, null, null, note, ...values],
  });
  const total = (column: string, value: number) => ({ formula: count === 0 ? '0' : `SUM(${column}2:${column}${count + 1})`, value });
  const rate = measure.before === 0 ? '—' : (measure.before - measure.after) / measure.before;
  return [
    line('Tổng số mục được tính', [total(before, measure.before), total(after, measure.after)]),
    line('Cắt giảm', [null, { formula: `${before}${sum}-${after}${sum}`, value: measure.before - measure.after }], cutText(measure)),
    line('Tỷ lệ cắt giảm', [null, { formula: `IF(${before}${sum}=0,"—",${difference}/${before}${sum})`, value: rate, percent: true }]),
    line(
      `Chỉ tiêu ${targetText(measure)}`,
      [
        null,
        {
          formula: `IF(AND(${before}${sum}>0,${difference}*10000>=${measure.target}*${before}${sum}),"Đạt","Chưa đạt")`,
          value: measure.meets ? 'Đạt' : 'Chưa đạt',
        },
      ],
      testText(measure),
    ),
  ];
}

function fieldSheet(proposal: Proposal): WorkbookSheet {
  const rows = compareFields(proposal);
  return {
    name: 'So sánh',
    columns: FIELD_COLUMNS,
    frozenColumns: 3,
    pagesWide: 2,
    filterRows: rows.length,
    rows: [...rows.map((row, index) => ({ cells: fieldCells(proposal, row, index) })), ...totals(proposal, rows.length)],
  };
}

function partSheet(proposal: Proposal): WorkbookSheet {
  const rows = compareParts(proposal);
  return {
    name: 'Thành phần khác',
    columns: [
      { header: 'STT', width: 5, align: 'center' },
      { header: 'Phần của thủ tục', width: 22 },
      { header: 'Trước', width: 44 },
      { header: 'Xử lý', width: 12 },
      { header: 'Sau đơn giản hóa', width: 40 },
      ...WHY,
    ],
    frozenColumns: 2,
    pagesWide: 2,
    filterRows: rows.length,
    rows: rows.map((row, index) => ({
      cells: [
        index + 1,
        PART_NAMES[row.kind],
        row.kind === 'channel' ? `${row.label}\n${row.before}` : row.before,
        row.treatment,
        row.after,
        ...whyCells(proposal, row.mark, row.mark),
      ],
    })),
  };
}

function ruleSheet(proposal: Proposal): WorkbookSheet {
  const { measure, rule, baseline } = proposal;
  const pair = (values: { before: number; after: number }) => `${values.before} → ${values.after}`;
  const lines: [string, CellValue][] = [
    ['Thủ tục', baseline.procedure.name],
    ['Mã thủ tục', orUnknown(baseline.procedure.code)],
    ['Đối chiếu với', revisionText(baseline)],
    ['Kế hoạch rà soát', proposal.plan.name],
    ['Đơn vị đề xuất', proposal.officeName],
    ['Thông tin phải khai (trước → sau)', `${pair(measure)}, trong đó bổ sung ${measure.added}`],
    ['Kết quả', `${cutText(measure)}, ${verdict(measure)}`],
    ['Phép thử', testText(measure)],
    ['Thành phần hồ sơ (trước → sau)', pair(measure.documents)],
    ['Bước thực hiện (trước → sau)', pair(measure.steps)],
    ['Quy tắc đếm', rule.name],
    ...rule.sentences.map((text, index): [string, CellValue] => [index === 0 ? 'Nội dung quy tắc' : '', text]),
    ['Phương án số', proposal.number],
    ['Chốt lúc', `${formatMoment(proposal.submittedAt)}, người trình: ${proposal.submittedBy}`],
    ['Mã SHA-256 của nội dung', proposal.hash],
  ];
  return {
    name: 'Quy tắc đếm',
    columns: [
      { header: 'Mục', width: 32 },
      { header: 'Nội dung', width: 100, align: 'left' },
    ],
    rows: lines.map((cells) => ({ cells })),
  };
}

/** A frozen proposal as an Excel file (.xlsx). The same proposal gives the same bytes. */
export const proposalWorkbook = (proposal: Proposal): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([fieldSheet(proposal), partSheet(proposal), ruleSheet(proposal)], proposal.submittedAt);
