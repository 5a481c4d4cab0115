// Paragraphs of an official paper in WordprocessingML.
import { AlignmentType, HeadingLevel, LeaderType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { Align, Heading, Item, Leader, Paragraph as ParagraphBlock, Run, Text } from './blocks.ts';
import { BODY, FONT, halfPoints, pointTwips, SIZE, textWidth, twips } from './official-style.ts';

export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>;

const runsOf = (text: Text): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

/** Runs of text at a size in points. A line break in the text is a line break on paper; everything else is text, never markup. */
export function textRuns(text: Text, size: number, style: Pick<Run, 'bold' | 'italic'> = {}): TextRun[] {
  return runsOf(text).flatMap((run) =>
    run.text.split(/\r\n|\r|\n/).map(
      (line, index) =>
        new TextRun({
          text: line,
          font: FONT,
          size: halfPoints(size),
          bold: run.bold ?? style.bold,
          italics: run.italic ?? style.italic,
          ...(index > 0 ? { break: 1 } : {}),
        }),
    ),
  );
}

const indentOf = (indent: ParagraphBlock['indent'], landscape: boolean) => {
  if (indent === 'flush') return undefined;
  if (indent === 'half') return { left: twips(textWidth(landscape) / 2) };
  return { firstLine: twips(BODY.firstLine) };
};

/** A paragraph at body size; `landscape` tells how wide the half is in which people sign. */
export function writeParagraph(block: ParagraphBlock, landscape: boolean): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENT[block.align ?? 'justify'],
    indent: indentOf(block.indent, landscape),
    keepNext: block.keepWithNext,
    spacing: block.after === undefined ? undefined : { after: pointTwips(block.after) },
    children: textRuns(block.text, block.small ? SIZE.remark : SIZE.body),
  });
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Real Word headings, so that the navigation pane and screen readers see the order of the paper. */
export function writeHeading(block: Heading): Paragraph {
  return new Paragraph({
    heading: LEVELS[block.level],
    keepNext: true,
    pageBreakBefore: block.pageBreak,
    children: textRuns(block.text, SIZE.body, { bold: true, italic: block.level === 2 && !block.upright }),
  });
}

/** A line of a list, its sign written as text, so that Word neither numbers nor changes it. */
export function writeItem(block: Item): Paragraph {
  const sign = block.level === 1 ? '- ' : '+ ';
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: twips(BODY.firstLine), left: block.level === 2 ? twips(BODY.firstLine / 2) : 0 },
    children: textRuns([{ text: sign }, ...runsOf(block.text)], SIZE.body),
  });
}

/** A label, then dots up to the right margin; further lines are dots alone. */
export function writeLeader(block: Leader, landscape: boolean): Paragraph[] {
  const tabStops = [{ type: TabStopType.RIGHT, position: twips(textWidth(landscape)), leader: LeaderType.DOT }];
  const line = (text: Text) =>
    new Paragraph({
      alignment: AlignmentType.LEFT,
      tabStops,
      children: [...textRuns(text, SIZE.body), new TextRun({ children: [new Tab()], font: FONT, size: halfPoints(SIZE.body) })],
    });
  return [line(block.label), ...Array.from({ length: (block.lines ?? 1) - 1 }, () => line(''))];
}
