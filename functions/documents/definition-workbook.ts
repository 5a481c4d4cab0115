// A definition as a workbook: one sheet of fields, one of every other part.
import type { Document } from '#procedures/definition/document.ts';
import { FILLER_NAMES, KIND_NAMES, REQUIREMENT_NAMES, SUBJECT_NAMES } from '#procedures/definition/names.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Register } from '#procedures/registers/register.ts';
import { findDataItem } from '#procedures/registers/registers.ts';
import type { CellValue, SheetRow, WorkbookSheet } from './sheets.ts';
import {
  capitalised,
  channelText,
  countOrUnknown,
  documentText,
  listOrUnknown,
  NOT_KNOWN,
  orUnknown,
  revisionText,
} from '#procedures/text/wording.ts';
import { writeWorkbook } from './write-workbook.ts';

/** On which answer a field depends, by the label of that field. */
function conditionText(field: Field, form: Form): string | null {
  if (!field.condition) return null;
  const { field: id, is, text } = field.condition;
  const label = form.fields.find((one) => one.id === id)?.label ?? id;
  return text ?? (is ? `Khi “${label}” là: ${is.join('; ')}` : `Khi có “${label}”`);
}

/** The State register that holds the datum, by name. */
function dataItemText(field: Field, registers: readonly Register[]): string {
  if (!field.dataItem) return NOT_KNOWN;
  const found = findDataItem(registers, field.dataItem);
  return found ? `${found.register.name}: ${found.item.name}` : field.dataItem;
}

const fieldCells = (form: Form, field: Field, index: number, registers: readonly Register[]): CellValue[] => [
  index + 1,
  field.section ?? null,
  field.label,
  KIND_NAMES[field.kind],
  REQUIREMENT_NAMES[field.requirement],
  conditionText(field, form),
  field.group ?? null,
  capitalised(SUBJECT_NAMES[field.whose]),
  FILLER_NAMES[field.filledBy],
  field.sensitive === undefined ? NOT_KNOWN : field.sensitive ? 'Có' : 'Không',
  field.choices?.join('; ') ?? null,
  orUnknown(field.basis),
  orUnknown(field.useBasis),
  dataItemText(field, registers),
  field.note ?? null,
  form.title,
];

function fieldSheet(procedure: Procedure, registers: readonly Register[]): WorkbookSheet {
  const rows = procedure.forms.flatMap((form) => form.fields.map((field) => ({ form, field })));
  return {
    name: 'Thông tin phải khai',
    columns: [
      { header: 'STT', width: 5, align: 'center' },
      { header: 'Phần', width: 18 },
      { header: 'Nhãn', width: 32 },
      { header: 'Kiểu', width: 12 },
      { header: 'Yêu cầu', width: 13 },
      { header: 'Điều kiện', width: 24 },
      { header: 'Nhóm lặp lại', width: 16 },
      { header: 'Của ai', width: 12 },
      { header: 'Ai ghi', width: 12 },
      { header: 'Dữ liệu nhạy cảm', width: 12 },
      { header: 'Các lựa chọn', width: 26 },
      { header: 'Căn cứ của thông tin', width: 26 },
      { header: 'Căn cứ hỏi ở thủ tục này', width: 26 },
      { header: 'Mục trong cơ sở dữ liệu', width: 24 },
      { header: 'Ghi chú', width: 30 },
      { header: 'Mẫu đơn, tờ khai', width: 44 },
    ],
    frozenColumns: 3,
    pagesWide: 2,
    filterRows: rows.length,
    rows: rows.map(({ form, field }, index) => ({ cells: fieldCells(form, field, index, registers) })),
  };
}

const wholeDocument = (document: Document): string =>
  [documentText(document), document.cases && `Trường hợp: ${document.cases.join('; ')}`, document.note].filter(Boolean).join('\n');

/** A part with several entries takes a row each; one without any takes a row that says so. */
const several = (name: string, entries: readonly string[]): [string, string][] =>
  entries.length > 0 ? entries.map((entry, index) => [entries.length > 1 ? `${name} ${index + 1}` : name, entry]) : [[name, NOT_KNOWN]];

function partRows(revision: Revision): [string, CellValue][] {
  const { procedure } = revision;
  return [
    ['Tên thủ tục', procedure.name],
    ['Mã thủ tục', orUnknown(procedure.code)],
    ['Loại thủ tục', procedure.internal ? 'Thủ tục hành chính nội bộ' : 'Thủ tục hành chính'],
    ['Lĩnh vực', orUnknown(procedure.area)],
    ['Cấp thực hiện', listOrUnknown(procedure.levels)],
    ['Số quyết định công bố', orUnknown(procedure.decision)],
    ['Cơ quan ban hành', orUnknown(procedure.issuer)],
    ...several(
      'Bước',
      procedure.steps.map((step) => step.text),
    ),
    ...several(
      'Cách thức',
      procedure.channels.map((channel) => [channel.label, channelText(channel), channel.note].filter(Boolean).join('\n')),
    ),
    ...several('Thành phần hồ sơ', procedure.documents.map(wholeDocument)),
    ['Đối tượng thực hiện', listOrUnknown(procedure.subjects)],
    ['Cơ quan thực hiện', listOrUnknown(procedure.agencies)],
    ['Cơ quan có thẩm quyền', orUnknown(procedure.authority)],
    ...several(
      'Mẫu đơn, tờ khai',
      procedure.forms.map((form) => [form.title, form.basis].filter(Boolean).join('\n')),
    ),
    ['Kết quả thực hiện', orUnknown(procedure.result)],
    ['Yêu cầu, điều kiện', orUnknown(procedure.conditions)],
    ...several('Căn cứ pháp lý', procedure.legalBases),
    ['Số lần thực hiện trong 01 năm', countOrUnknown(procedure.timesPerYear)],
    ['Số đối tượng trong 01 năm', countOrUnknown(procedure.subjectsPerYear)],
    ...several('Nguồn', procedure.sources ?? []),
    ['Phiên bản', revisionText(revision)],
  ];
}

const partSheet = (revision: Revision): WorkbookSheet => ({
  name: 'Các phần của thủ tục',
  columns: [
    { header: 'Phần', width: 30 },
    { header: 'Nội dung', width: 100, align: 'left' },
  ],
  rows: partRows(revision).map((cells): SheetRow => ({ cells })),
});

/** A revision of a definition as an Excel file (.xlsx), data items by their names in `registers`. The same values give the same bytes. */
export const definitionWorkbook = (revision: Revision, registers: readonly Register[]): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([fieldSheet(revision.procedure, registers), partSheet(revision)], revision.publishedAt);
