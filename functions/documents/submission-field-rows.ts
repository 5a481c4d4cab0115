// The sheet of every field of every proposal of a submission: what is asked, what becomes of it, why, by whose power, from which register.
import { SUBJECT_NAMES } from '#procedures/definition/names.ts';
import type { FieldRow } from '#procedures/proposal/field-comparison.ts';
import { connectionText, groundText, registerText } from '#procedures/proposal/justification.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Justification } from '#procedures/redesign/mark.ts';
import { AUTHORITY_NAMES, capitalised, orUnknown } from '#procedures/text/wording.ts';
import { columnName, type CellValue, type SheetColumn } from './sheets.ts';

export const FIELD_COLUMNS: readonly SheetColumn[] = [
  { header: 'STT', width: 6, align: 'center' },
  { header: 'Mã thủ tục', width: 11 },
  { header: 'Thông tin phải khai', width: 28 },
  { header: 'Của ai', width: 11 },
  { header: 'Tên thủ tục', width: 32 },
  { header: 'Mẫu đơn, tờ khai', width: 28 },
  { header: 'Phần', width: 18 },
  { header: 'Trước', width: 14 },
  { header: 'Xử lý', width: 12 },
  { header: 'Sau đơn giản hóa', width: 24 },
  { header: 'Tính trước', width: 7, align: 'center' },
  { header: 'Tính sau', width: 7, align: 'center' },
  { header: 'Căn cứ', width: 24 },
  { header: 'Lý do', width: 28 },
  { header: 'Thẩm quyền', width: 11 },
  { header: 'Điều, khoản cần sửa đổi', width: 26 },
  { header: 'Lộ trình', width: 11 },
  { header: 'Cơ sở dữ liệu', width: 26 },
  { header: 'Kết nối', width: 14 },
  { header: 'Phương án khi không khai thác được', width: 28 },
  { header: 'Trường hợp vẫn áp dụng', width: 16 },
  { header: 'Mã SHA-256 của phương án', width: 34 },
];

const letterOf = (header: string): string => columnName(FIELD_COLUMNS.findIndex((column) => column.header === header));
/** The columns of ones and zeros. */
export const COUNTED_BEFORE = letterOf('Tính trước');
export const COUNTED_AFTER = letterOf('Tính sau');

function whyCells(proposal: Proposal, why: Justification | undefined): CellValue[] {
  if (!why) return [null, null, null, null, null];
  const { ground, reason, authority, amends, timetable } = why;
  return [
    groundText(proposal, ground),
    orUnknown(reason),
    authority ? AUTHORITY_NAMES[authority] : orUnknown(undefined),
    amends ?? null,
    timetable ?? null,
  ];
}

/** The cells of a field, row `number` of the sheet; one that stays as it is has no reason to give. */
export function fieldCells(proposal: Proposal, row: FieldRow, number: number): CellValue[] {
  const { procedure } = proposal.baseline;
  const { field, form, mark } = row;
  return [
    number,
    orUnknown(procedure.code),
    field.label,
    capitalised(SUBJECT_NAMES[field.whose]),
    procedure.name,
    form.title,
    field.section ?? null,
    row.before,
    row.treatment,
    row.after,
    row.countsBefore,
    row.countsAfter,
    ...whyCells(proposal, row.justification),
    mark ? registerText(proposal, mark) : null,
    mark ? connectionText(proposal, mark) : null,
    mark?.fallback ?? null,
    mark?.exceptions ?? null,
    proposal.hash,
  ];
}
