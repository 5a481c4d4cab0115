// A report of the plan's figures as an official paper (báo cáo): its tables with notes and source, nothing that was not computed or entered.
import type { Letterhead } from '#procedures/plan/plan.ts';
import { fraction, printed } from '#procedures/report/print.ts';
import type { Report, Row as ReportRow, Table as ReportTable, Value } from '#procedures/report/report.ts';
import { formatDay, formatMoment } from '#procedures/text/date.ts';
import { sentence } from '#procedures/text/wording.ts';
import {
  bold,
  heading,
  item,
  paragraph,
  plain,
  type Block,
  type Column,
  type OfficialPaper,
  type Row,
  type Section,
  type Text,
} from './blocks.ts';
import { roman } from './roman.ts';
import { yearOf } from './submission-words.ts';

/** More columns than this are read on a page that lies. */
const UPRIGHT_COLUMNS = 8;

/** Shares of a column by how long its texts are: a figure needs its room, a long name wraps. */
const LEAST_SHARE = 10;
const MOST_SHARE = 22;
const STUB_SHARE = 24;

/** The figure with its fraction below it; a share of nothing has none. */
function cellText(value: Value): string {
  const below = value.kind === 'ratio' && value.ratio.denominator > 0 ? [fraction(value)] : [];
  return [printed(value), ...below].join('\n');
}

/** Running text stands left, figures in the middle. */
function columnsOf({ stub, columns, rows }: ReportTable): Column[] {
  const widths = columns.map(({ label }, index): Column => {
    const values = rows.flatMap(({ cells }) => cells.slice(index, index + 1).map(({ value }) => value));
    const longest = Math.max(...values.map((value) => cellText(value).length), 0);
    const share = Math.min(Math.max(Math.ceil(longest / 2), LEAST_SHARE), MOST_SHARE);
    return { header: label, share, align: values.some(({ kind }) => kind === 'text') ? 'left' : 'center' };
  });
  return [{ header: stub, share: STUB_SHARE }, ...widths];
}

function rowOf({ label, cells, total }: ReportRow): Row {
  const texts = [label, ...cells.map(({ value }) => cellText(value))];
  return { cells: total ? texts.map((text): Text => [bold(text)]) : texts };
}

const tableBlocks = (table: ReportTable): Block[] => [
  ...(table.title ? [paragraph([bold(table.title)], { keepWithNext: true, indent: 'flush' })] : []),
  table.rows.length > 0
    ? { kind: 'table', columns: columnsOf(table), rows: table.rows.map(rowOf) }
    : paragraph('Chưa có số liệu.', { indent: 'flush' }),
];

const isWide = ({ tables }: Report['sections'][number]): boolean => tables.some(({ columns }) => columns.length >= UPRIGHT_COLUMNS);

/** What the figures are of, and when they were taken. */
function scopeBlocks({ plan, days, at, unfinished }: Report): Block[] {
  const text = `Số liệu của ${plan.name}, từ ${formatDay(days.from)} đến ${formatDay(days.until)}, lấy lúc ${formatMoment(at)}`;
  return [paragraph(sentence(text)), ...(unfinished ? [paragraph('Kỳ báo cáo chưa kết thúc; số liệu tính đến lúc lấy.')] : [])];
}

function closing({ template, notes }: Report, { letterSignature }: Letterhead): Block[] {
  return [
    ...(notes.length > 0 ? [paragraph([bold('Ghi chú:')], { keepWithNext: true }), ...notes.map((text) => item(text))] : []),
    paragraph(
      [
        plain('Nguồn biểu mẫu: '),
        plain(sentence(template.source)),
        ...(template.unconfirmed ? [plain(` ${sentence(template.unconfirmed)}`)] : []),
      ],
      {
        keepWithNext: true,
      },
    ),
    {
      kind: 'signature',
      recipients: ['…………………………;', 'Lưu: VT, …………'],
      titles: letterSignature?.titles ?? [],
      name: letterSignature?.name,
    },
  ];
}

/** Neighbouring pages that lie the same way are one section. */
function joined(sections: readonly Section[]): Section[] {
  const all: { landscape: boolean; blocks: Block[] }[] = [];
  for (const { landscape = false, blocks } of sections) {
    const last = all.at(-1);
    if (last?.landscape === landscape) last.blocks.push(...blocks);
    else all.push({ landscape, blocks: [...blocks] });
  }
  return all;
}

/** The value that `writeWord` turns into the file. `BC` is the abbreviation of Báo cáo (NĐ 30/2020/NĐ-CP, Phụ lục III). */
export function reportPaper(report: Report, letterhead: Letterhead): OfficialPaper {
  const { parentAgency, agency, place, symbol } = letterhead;
  const opening: Block[] = [
    { kind: 'letterhead', parentAgency, agency, place, symbol: symbol && `BC-${symbol}`, year: yearOf(report.at) },
    {
      kind: 'title',
      type: 'Báo cáo',
      abstract: [report.template.title, report.periodName],
      note: report.plan.demonstration ? '(Số liệu minh họa, không phải văn bản chính thức)' : undefined,
    },
    ...scopeBlocks(report),
  ];
  const parts = report.sections.map((section, index): Section => {
    const title = heading(1, `${roman(index + 1)}. ${section.title.toLocaleUpperCase('vi')}`);
    return { landscape: isWide(section), blocks: [title, ...section.tables.flatMap(tableBlocks)] };
  });
  return {
    title: `${report.template.title}, ${report.periodName}`,
    author: agency,
    moment: report.at,
    sections: joined([{ blocks: opening }, ...parts, { blocks: closing(report, letterhead) }]),
  };
}
