// Entry: a report as a Word file.
import type { Letterhead } from '#procedures/plan/plan.ts';
import type { Report } from '#procedures/report/report.ts';
import { reportPaper } from './report-paper.ts';
import { writeWord } from './write-word.ts';

/** A report (.docx) on the letterhead of the plan. The same report gives the same bytes. */
export const reportWord = (report: Report, letterhead: Letterhead): Promise<Uint8Array<ArrayBuffer>> =>
  writeWord(reportPaper(report, letterhead));
