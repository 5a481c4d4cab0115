// The fixed parts of an official paper: head, title and signature block (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II).
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Letterhead, Signature, Title } from './blocks.ts';
import { BLANK, MOTTO, NATIONAL_NAME, SIZE, pointTwips, textWidth, twips } from './official-style.ts';
import { textRuns } from './word-text.ts';

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };
const upper = (text: string) => text.toLocaleUpperCase('vi');

/** Line spacing of the fixed parts, in 240ths of a line. */
const LINE = 252;

type Line = { readonly text: string; readonly size: number; readonly bold?: boolean; readonly italic?: boolean };

const centred = (line: Line, after = 0) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: pointTwips(after), line: LINE, lineRule: LineRuleType.AUTO },
    children: textRuns(line.text, line.size, line),
  });

/** A thin rule of `length` millimetres in the middle of a column `width` millimetres wide. */
const rule = (width: number, length: number, after: number) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: twips((width - length) / 2), right: twips((width - length) / 2) },
    spacing: { before: pointTwips(2), after: pointTwips(after), line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });

/** Rows of a left and a right column without lines, the left one `leftWidth` millimetres wide. */
const sideBySide = (rows: readonly (readonly [Paragraph[], Paragraph[]])[], leftWidth: number) => {
  const widths = [twips(leftWidth), twips(textWidth()) - twips(leftWidth)] as const;
  const side = (children: Paragraph[], width: number) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, borders: NO_BORDERS, margins: { left: 0, right: 0 }, children });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: rows.map(([left, right]) => new TableRow({ cantSplit: true, children: [side(left, widths[0]), side(right, widths[1])] })),
  });
};

const AGENCY_WIDTH = 70;

/** A people's committee takes two lines, broken before its place and not wherever the column ends. */
const agencyLines = (text: string | undefined): string => upper(text ?? BLANK).replace(/^([ỦU][ỶY] BAN NHÂN DÂN) (?=\S)/u, '$1\n');

/** Quốc hiệu, tiêu ngữ with its rule, agencies with theirs, number, place and date; the day stays open for whoever signs. */
export function writeLetterhead(block: Letterhead): Table {
  const right = textWidth() - AGENCY_WIDTH;
  const names = [
    ...(block.highest ? [] : [centred({ text: agencyLines(block.parentAgency), size: SIZE.agency })]),
    centred({ text: agencyLines(block.agency), size: SIZE.agency, bold: true }),
    rule(AGENCY_WIDTH, 26, 6),
  ];
  const motto = [
    centred({ text: NATIONAL_NAME, size: SIZE.nationalName, bold: true }),
    centred({ text: MOTTO, size: SIZE.motto, bold: true }),
    rule(right, 58, 6),
  ];
  const number = centred({ text: `Số:        /${block.symbol ?? '…………'}`, size: SIZE.number });
  const date = `${block.place ?? '……………'}, ngày      tháng      năm ${block.year}`;
  return sideBySide(
    [
      [names, motto],
      [[number], [centred({ text: date, size: SIZE.placeDate, italic: true })]],
    ],
    AGENCY_WIDTH,
  );
}

/** Tên loại, trích yếu and the rule below, a third of the line. */
export function writeTitle(block: Title): Paragraph[] {
  const type = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: pointTwips(18), after: pointTwips(4), line: LINE, lineRule: LineRuleType.AUTO },
    keepNext: true,
    children: textRuns(upper(block.type), SIZE.paperType, { bold: true }),
  });
  const abstract = block.abstract.map((line) => centred({ text: line, size: SIZE.abstract, bold: true }));
  const belongsTo = block.belongsTo ? [centred({ text: block.belongsTo, size: SIZE.body, italic: true })] : [];
  const note = block.note ? [centred({ text: block.note, size: SIZE.body, italic: true }, 12)] : [];
  return [type, ...abstract, ...belongsTo, rule(textWidth(), 50, note.length > 0 ? 4 : 12), ...note];
}

/** Points to sign in. */
const SIGNING_ROOM = 72;
const RECIPIENTS_WIDTH = 80;

/** Nơi nhận on the left, titles on the right; only a name that was set is printed. */
export function writeSignature(block: Signature): Table {
  const left = (text: string, size: number, bold: boolean, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      spacing: { before: pointTwips(before), after: 0, line: LINE, lineRule: LineRuleType.AUTO },
      children: textRuns(text, size, { bold, italic: bold }),
    });
  const recipients = block.recipients.map((text) => left(`- ${text}`, SIZE.recipients, false));
  const remark = block.remark ? [left(block.remark, SIZE.remark, false, 12)] : [];
  const titles = (block.titles.length > 0 ? block.titles : [BLANK]).map((text) =>
    centred({ text: upper(text), size: SIZE.signer, bold: true }),
  );
  const room = centred({ text: block.hint ?? '', size: SIZE.body, italic: true }, SIGNING_ROOM);
  const name = block.name ? [centred({ text: block.name, size: SIZE.signer, bold: true })] : [];
  return sideBySide(
    [
      [
        [left('Nơi nhận:', SIZE.recipientsHead, true), ...recipients, ...remark],
        [...titles, room, ...name],
      ],
    ],
    RECIPIENTS_WIDTH,
  );
}
