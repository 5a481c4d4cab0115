// The writers of Word and Excel as the app of the files is handed them. Each is loaded when its first file is asked for: starting up
// need not wait for any of them.
import type { Writers } from './http/writers.ts';

export const WRITERS: Writers = {
  proposalDocx: async (proposal) => (await import('./documents/proposal-word.ts')).proposalWord(proposal),
  proposalXlsx: async (proposal) => (await import('./documents/proposal-workbook.ts')).proposalWorkbook(proposal),
  definitionDocx: async (revision) => (await import('./documents/definition-word.ts')).definitionWord(revision),
  definitionXlsx: async (...given) => (await import('./documents/definition-workbook.ts')).definitionWorkbook(...given),
  letterDocx: async (dossier) => (await import('./documents/submission-word.ts')).letterWord(dossier),
  decisionDocx: async (dossier) => (await import('./documents/submission-word.ts')).decisionWord(dossier),
  annexDocx: async (dossier, proposals) => (await import('./documents/submission-word.ts')).annexWord(dossier, proposals),
  comparisonXlsx: async (dossier, proposals) => (await import('./documents/submission-workbook.ts')).submissionWorkbook(dossier, proposals),
  reportDocx: async (report, letterhead) => (await import('./documents/report-word.ts')).reportWord(report, letterhead),
  reportXlsx: async (report) => (await import('./documents/report-workbook.ts')).reportWorkbook(report),
  journalXlsx: async (sheet) => (await import('./documents/journal-workbook.ts')).journalWorkbook(sheet),
  letterPaper: async (dossier) => (await import('./documents/submission-letter.ts')).submissionLetter(dossier),
  decisionPaper: async (dossier) => (await import('./documents/draft-decision.ts')).draftDecision(dossier),
  annexPaper: async (dossier, proposals, from) => {
    const { annexBlocks, planAnnex } = await import('./documents/plan-annex.ts');
    return planAnnex(dossier, annexBlocks(dossier, proposals, from));
  },
};
