// Entry: the journal of a month as a workbook, one row a line, newest first.
import { ACTION_NAMES } from '#procedures/review/action-names.ts';
import { journalWords, type Told } from '#procedures/review/journal-words.ts';
import type { Role } from '#procedures/review/person.ts';
import { ROLE_NAMES } from '#procedures/review/role-names.ts';
import { formatMoment } from '#procedures/text/date.ts';
import type { CellValue, SheetRow, WorkbookSheet } from './sheets.ts';
import { writeWorkbook } from './write-workbook.ts';

/** A line as the index keeps it. */
type Line = Told & {
  at: string;
  by: { name: string; role: Role | 'guest' };
  action: keyof typeof ACTION_NAMES;
  procedure?: string | undefined;
  was?: string | undefined;
  because?: string | undefined;
};
/** `names` of procedures by id; `about`: month and filter in words; `whole`: whether older lines of the month were left out. */
export type JournalSheet = { events: readonly Line[]; names: Readonly<Record<string, string>>; about: string; whole: boolean; at: string };

const cellsOf = ({ at, by, action, procedure, was, because, ...told }: Line, names: JournalSheet['names']): CellValue[] => [
  formatMoment(at),
  by.name,
  by.role === 'guest' ? 'Khách' : ROLE_NAMES[by.role],
  ACTION_NAMES[action],
  procedure ?? null,
  procedure === undefined ? null : (names[procedure] ?? null),
  journalWords(told) || null,
  was ?? null,
  because ?? null,
];

function linesSheet({ events, names }: JournalSheet): WorkbookSheet {
  return {
    name: 'Nhật ký',
    columns: [
      { header: 'Thời điểm', width: 17, align: 'center' },
      { header: 'Người', width: 28 },
      { header: 'Vai trò', width: 16 },
      { header: 'Việc', width: 24 },
      { header: 'Mã thủ tục', width: 13, align: 'center' },
      { header: 'Tên thủ tục', width: 40 },
      { header: 'Nội dung', width: 46 },
      { header: 'Trước đó', width: 36 },
      { header: 'Bị từ chối', width: 36 },
    ],
    filterRows: events.length,
    rows: events.map((event): SheetRow => ({ cells: cellsOf(event, names) })),
  };
}

const scopeSheet = ({ events, about, whole, at }: JournalSheet): WorkbookSheet => ({
  name: 'Phạm vi',
  columns: [
    { header: 'Mục', width: 24 },
    { header: 'Nội dung', width: 90, align: 'left' },
  ],
  rows: [
    ['Phạm vi', about],
    ['Số dòng', events.length],
    ['Đầy đủ', whole ? 'Có' : 'Không: chỉ gồm những dòng mới nhất; hãy lọc hẹp hơn để xuất các dòng cũ hơn.'],
    ['Xuất lúc', formatMoment(at)],
  ].map((cells): SheetRow => ({ cells })),
});

/** The journal as an Excel file (.xlsx); the same lines and moment give the same bytes. */
export const journalWorkbook = (sheet: JournalSheet): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([linesSheet(sheet), scopeSheet(sheet)], sheet.at);
