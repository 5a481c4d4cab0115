// Entry: a submission as a workbook: one row a proposal with live totals, one row a field of all of them, the rule of counting with the seal.
import type { Dossier } from '#procedures/proposal/dossier.ts';
import { groupEntries } from '#procedures/proposal/entry-groups.ts';
import { compareFields } from '#procedures/proposal/field-comparison.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import type { CellValue, SheetRow, WorkbookSheet } from './sheets.ts';
import { targetText } from './proposal-measure.ts';
import { COUNTED_AFTER, COUNTED_BEFORE, FIELD_COLUMNS, fieldCells } from './submission-field-rows.ts';
import { OVERVIEW_COLUMNS, overviewRow, overviewTotals } from './submission-overview.ts';
import { demonstrationNote, draftMark, sealText } from './submission-words.ts';
import { writeWorkbook } from './write-workbook.ts';

type Drawn = { overview: SheetRow[]; fields: SheetRow[] };

/** Rows drawn from the proposals as they pass by; none of these is kept. */
async function draw(dossier: Dossier, batches: AsyncIterable<readonly Proposal[]>): Promise<Drawn> {
  const drawn: Drawn = { overview: [], fields: [] };
  const printed = groupEntries(dossier).flatMap(({ title, entries }) => entries.map((entry) => ({ entry, title })));
  for await (const batch of batches) {
    for (const proposal of batch) {
      const next = printed[drawn.overview.length];
      if (!next) throw new RangeError('More proposals than the submission has entries.');
      drawn.overview.push(overviewRow(next.entry, proposal, next.title, drawn.overview.length + 1));
      for (const row of compareFields(proposal)) drawn.fields.push({ cells: fieldCells(proposal, row, drawn.fields.length + 1) });
    }
  }
  return drawn;
}

function ruleLines(dossier: Dossier): [string, CellValue][] {
  const { plan, title } = dossier;
  const sentences = countingRule(plan.rule)?.sentences ?? [];
  const note = demonstrationNote(dossier);
  return [
    ['Tờ trình', title],
    ['Kế hoạch rà soát', plan.name],
    ['Chỉ tiêu', `Cắt ít nhất ${targetText(plan)} thông tin phải khai; xét trên số mục, không xét trên tỷ lệ đã làm tròn`],
    ['Quy tắc đếm', plan.ruleName],
    ...sentences.map((text, index): [string, CellValue] => [index === 0 ? 'Nội dung quy tắc' : '', text]),
    ['Hồ sơ', sealText(dossier) ?? 'Dự thảo, chưa được ký duyệt'],
    ...(note ? [['Ghi chú', note] satisfies [string, CellValue]] : []),
  ];
}

/** A submission as an Excel file (.xlsx) of proposals that come batch by batch in printing order. The same dossier gives the same bytes. */
export async function submissionWorkbook(dossier: Dossier, batches: AsyncIterable<readonly Proposal[]>): Promise<Uint8Array<ArrayBuffer>> {
  const { overview, fields } = await draw(dossier, batches);
  const mark = draftMark(dossier);
  const named = (name: string) => (mark ? `${mark} - ${name}` : name);
  const fieldSheet = named('Từng thông tin');
  const totals = overviewTotals(dossier, { sheet: fieldSheet, before: COUNTED_BEFORE, after: COUNTED_AFTER, rows: fields.length });
  const sheets: WorkbookSheet[] = [
    {
      name: named('Tổng hợp'),
      columns: OVERVIEW_COLUMNS,
      frozenColumns: 3,
      pagesWide: 2,
      filterRows: overview.length,
      rows: [...overview, ...totals],
      mark,
    },
    {
      name: fieldSheet,
      columns: FIELD_COLUMNS,
      frozenColumns: 3,
      pagesWide: 3,
      filterRows: fields.length,
      rows: fields,
      mark,
    },
    {
      name: named('Cách đếm'),
      columns: [
        { header: 'Mục', width: 24 },
        { header: 'Nội dung', width: 100, align: 'left' },
      ],
      rows: ruleLines(dossier).map((cells) => ({ cells })),
      mark,
    },
  ];
  return writeWorkbook(sheets, dossier.moment);
}
