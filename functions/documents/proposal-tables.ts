// Mục 4 of a proposal's annex: every declared field before and after, on a wide page.
import { SUBJECT_NAMES } from '#procedures/definition/names.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { heading, item, paragraph, type Block, type Column, type Row, type Text } from './blocks.ts';
import { compareFields, NOT_COUNTED, type FieldRow } from '#procedures/proposal/field-comparison.ts';
import { groundText, NOT_CONNECTED, sourceText } from '#procedures/proposal/justification.ts';
import { capitalised } from '#procedures/text/wording.ts';

const COLUMNS: readonly Column[] = [
  { header: 'STT', share: 14, align: 'center' },
  { header: 'Thông tin phải khai', share: 48 },
  { header: 'Của ai', share: 24 },
  { header: 'Trước', share: 24 },
  { header: 'Sau', share: 44 },
  { header: 'Căn cứ', share: 40 },
  { header: 'Nguồn dữ liệu và phương án khi không khai thác được', share: 58 },
];

/** A long fallback that many fields share stands once below the table and is named by number in it. */
function fallbacksOf(rows: readonly FieldRow[]): string[] {
  return [...new Set(rows.flatMap((row) => (row.mark?.fallback ? [row.mark.fallback] : [])))];
}

const changed = (row: FieldRow): boolean => row.added || (row.mark !== undefined && row.mark.treatment !== 'keep');

function cellsOf(proposal: Proposal, row: FieldRow, number: number, fallbacks: readonly string[]): Text[] {
  const source = row.mark ? sourceText(proposal, row.mark) : '';
  const fallback = row.mark?.fallback ? `Không khai thác được: phương án (${fallbacks.indexOf(row.mark.fallback) + 1})` : '';
  const after = changed(row) ? [{ text: `${row.treatment}. `, bold: true }, { text: row.after }] : row.after;
  return [
    String(number),
    row.field.label,
    capitalised(SUBJECT_NAMES[row.field.whose]),
    row.before,
    after,
    changed(row) ? groundText(proposal, row.justification?.ground) : '',
    [source, fallback].filter((text) => text !== '').join('\n'),
  ];
}

/** A band names each form (where there are several) and each section, so that the table reads like the sheet. */
function rowsOf(proposal: Proposal, rows: readonly FieldRow[], fallbacks: readonly string[]): Row[] {
  const several = new Set(rows.map((row) => row.form.id)).size > 1;
  return rows.flatMap((row, index): Row[] => {
    const previous = rows[index - 1];
    const newForm = several && previous?.form.id !== row.form.id;
    const newSection = row.field.section !== undefined && (newForm || previous?.field.section !== row.field.section);
    return [
      ...(newForm ? [{ band: row.form.title }] : []),
      ...(newSection ? [{ band: row.field.section ?? '' }] : []),
      { cells: cellsOf(proposal, row, index + 1, fallbacks) },
    ];
  });
}

/** Words of the table that a reader may not know, where it uses them. */
function notesOn(proposal: Proposal, rows: readonly FieldRow[]): Block[] {
  const unconnected = rows.some((row) => row.mark && sourceText(proposal, row.mark).endsWith(NOT_CONNECTED));
  const uncounted = rows.some((row) => row.before === NOT_COUNTED);
  const notes = [
    ...(uncounted ? ['“Không tính” là mục không thuộc thông tin phải khai theo quy tắc đếm ở mục 5.'] : []),
    ...(unconnected ? ['“Chưa kết nối” là cơ sở dữ liệu mà tỉnh chưa khai thác được tại thời điểm chốt phương án.'] : []),
  ];
  return notes.length > 0 ? [paragraph(notes.join(' '), { keepWithNext: true })] : [];
}

/** Mục 4. */
export function comparisonBlocks(proposal: Proposal): Block[] {
  const rows = compareFields(proposal);
  const fallbacks = fallbacksOf(rows);
  const title = heading(1, '4. Bảng so sánh thông tin phải khai trước và sau đơn giản hóa');
  if (rows.length === 0) return [title, paragraph('Thủ tục chưa có mẫu đơn, tờ khai nào được nhập.')];
  return [
    title,
    ...notesOn(proposal, rows),
    { kind: 'table', columns: COLUMNS, rows: rowsOf(proposal, rows, fallbacks) },
    ...(fallbacks.length > 0 ? [paragraph('Phương án khi không khai thác được dữ liệu:', { keepWithNext: true })] : []),
    ...fallbacks.map((text, index) => item(`(${index + 1}) ${text}`)),
  ];
}
