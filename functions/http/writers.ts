// What the app of the files asks of the papers: each writer is handed in, so that nothing else carries them.
import type { OfficialPaper } from '#functions/documents/blocks.ts';
import type { JournalSheet } from '#functions/documents/journal-workbook.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';
import type { Letterhead } from '#procedures/plan/plan.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Register } from '#procedures/registers/register.ts';
import type { Report } from '#procedures/report/report.ts';

type Bytes = Promise<Uint8Array<ArrayBuffer>>;
/** Frozen proposals in the order in which they are printed, some at a time. */
export type Batches = AsyncIterable<readonly Proposal[]>;

export type Writers = {
  proposalDocx: (proposal: Proposal) => Bytes;
  proposalXlsx: (proposal: Proposal) => Bytes;
  definitionDocx: (revision: Revision) => Bytes;
  /** With the registers in force, by which the sheet names the data items. */
  definitionXlsx: (revision: Revision, registers: readonly Register[]) => Bytes;
  letterDocx: (dossier: Dossier) => Bytes;
  decisionDocx: (dossier: Dossier) => Bytes;
  annexDocx: (dossier: Dossier, proposals: Batches) => Bytes;
  comparisonXlsx: (dossier: Dossier, proposals: Batches) => Bytes;
  reportDocx: (report: Report, letterhead: Letterhead) => Bytes;
  reportXlsx: (report: Report) => Bytes;
  journalXlsx: (sheet: JournalSheet) => Bytes;
  letterPaper: (dossier: Dossier) => Promise<OfficialPaper>;
  decisionPaper: (dossier: Dossier) => Promise<OfficialPaper>;
  /** The part of the annex that begins with the entry at `from`, counted from 0 as printed. */
  annexPaper: (dossier: Dossier, proposals: readonly Proposal[], from: number) => Promise<OfficialPaper>;
};
