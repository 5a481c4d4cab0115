// From the value of an official paper to the bytes of a Word file. The only place that knows how docx wants sections put.
import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, OfficialPaper, Section } from './blocks.ts';
import { BODY, FONT, PAGE, SIZE, halfPoints, pointTwips, textWidth, twips } from './official-style.ts';
import { partOf, sealed } from './seal.ts';
import { writeLetterhead, writeSignature, writeTitle } from './word-letterhead.ts';
import { writeTable } from './word-table.ts';
import { textRuns, writeHeading, writeItem, writeLeader, writeParagraph } from './word-text.ts';

/** Word joins two tables that touch; a thin empty line keeps them apart and ends a section that ends in a table. */
const gap = (keepNext = false) =>
  new Paragraph({ keepNext, spacing: { before: 0, after: 0, line: 120, lineRule: LineRuleType.EXACT }, children: [] });

function writeBlock(block: Block, landscape: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [writeParagraph(block, landscape)];
    case 'heading':
      return [writeHeading(block)];
    case 'item':
      return [writeItem(block)];
    case 'leader':
      return writeLeader(block, landscape);
    case 'table':
      return [writeTable(block, landscape), gap()];
    case 'letterhead':
      return [writeLetterhead(block), gap()];
    case 'title':
      return writeTitle(block);
    case 'signature':
      return [gap(true), writeSignature(block), gap()];
  }
}

const pageNumber = () => new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: halfPoints(SIZE.pageNumber) });

/** The number in the middle; a mark of the paper at the right margin beside it, so that the head keeps to the top margin. */
function pageHead(numbered: boolean, mark: string | undefined, landscape: boolean): Header {
  const number = numbered ? [pageNumber()] : [];
  if (mark === undefined) {
    return new Header({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 }, children: number })],
    });
  }
  const width = twips(textWidth(landscape));
  const tab = () => new TextRun({ children: [new Tab()] });
  return new Header({
    children: [
      new Paragraph({
        tabStops: [
          { type: TabStopType.CENTER, position: Math.round(width / 2) },
          { type: TabStopType.RIGHT, position: width },
        ],
        spacing: { before: 0, after: 0 },
        children: [tab(), ...number, tab(), ...textRuns(mark, SIZE.pageNumber, { bold: true })],
      }),
    ],
  });
}

/** Page number centred in the top margin, none on the first page of the paper (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục I). */
const sectionOf = (section: Section, first: boolean, mark: string | undefined) => ({
  properties: {
    titlePage: first,
    page: {
      size: {
        width: twips(PAGE.width),
        height: twips(PAGE.height),
        orientation: section.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: {
        top: twips(PAGE.top),
        bottom: twips(PAGE.bottom),
        left: twips(PAGE.left),
        right: twips(PAGE.right),
        header: twips(PAGE.header),
        footer: twips(PAGE.header),
      },
    },
  },
  headers: {
    default: pageHead(true, mark, section.landscape ?? false),
    ...(first ? { first: pageHead(false, mark, section.landscape ?? false) } : {}),
  },
  children: section.blocks.flatMap((block) => writeBlock(block, section.landscape ?? false)),
});

const bodySpacing = { after: pointTwips(BODY.spacingAfter), line: Math.round(240 * BODY.lineSpacing) };
const headingStyle = (italics: boolean) => ({
  run: { font: FONT, size: halfPoints(SIZE.body), bold: true, italics, color: '000000' },
  paragraph: { spacing: { ...bodySpacing, before: pointTwips(BODY.spacingAfter) }, indent: { firstLine: twips(BODY.firstLine) } },
});

/** The paper as docx puts it, with the time of the day in it. */
async function pack(paper: OfficialPaper): Promise<Uint8Array> {
  const document = new Document({
    title: paper.title,
    creator: paper.author ?? '',
    lastModifiedBy: paper.author ?? '',
    styles: {
      default: {
        document: { run: { font: FONT, size: halfPoints(SIZE.body), language: { value: 'vi-VN' } }, paragraph: { spacing: bodySpacing } },
        heading1: headingStyle(false),
        heading2: headingStyle(true),
        heading3: headingStyle(false),
      },
    },
    sections: paper.sections.map((section, index) => sectionOf(section, index === 0, paper.mark)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Writes an official paper as a Word file (.docx). The same value gives the same bytes. */
export const writeWord = async (paper: OfficialPaper): Promise<Uint8Array<ArrayBuffer>> => sealed(await pack(paper), paper.moment);

const BODY_PART = 'word/document.xml';

/** The markup of blocks, without the section around them. */
async function markupOf(blocks: readonly Block[], moment: string): Promise<string> {
  const xml = partOf(await pack({ title: '', moment, sections: [{ blocks }] }), BODY_PART);
  return xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr'));
}

/**
 * Writes a paper of one upright section whose blocks come batch by batch: only their markup is kept, never all of their values at once.
 * Batches must not refer to anything outside themselves, which no block does.
 */
export async function writeLongWord(
  paper: Omit<OfficialPaper, 'sections'>,
  batches: AsyncIterable<readonly Block[]>,
): Promise<Uint8Array<ArrayBuffer>> {
  const written: string[] = [];
  for await (const blocks of batches) written.push(await markupOf(blocks, paper.moment));
  const frame = await pack({ ...paper, sections: [{ blocks: [] }] });
  return sealed(frame, paper.moment, (path, xml) =>
    path === BODY_PART ? xml.replace('<w:body>', () => `<w:body>${written.join('')}`) : xml,
  );
}
