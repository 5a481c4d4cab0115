// `/api/submissions/:id/papers` and `/files`: letter, draft decision, annex and comparison of a submission, as data and as files. What was
// signed off is drawn from what was frozen; before that the papers are drafts and say so.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { type Dossier } from '#procedures/proposal/dossier.ts';
import { inPrintingOrder } from '#procedures/proposal/entry-groups.ts';
import { Id } from '#procedures/text/label.ts';
import { dossierOf } from '../dossiers.ts';
import type { FileDeps, SignedInEnv } from '../environment.ts';
import { submissionLine } from '../event-line.ts';
import { type FileFormat, sendFile } from '../file-answer.ts';
import { paperPage, PAPERS, part } from '../paper-page.ts';
import { proposalBatches } from '../proposal-batches.ts';
import { SubmissionAccess } from '../submission-access.ts';
import { path } from '../validate.ts';
import type { Batches, Writers } from '../writers.ts';

type FileKind = {
  name: string;
  format: FileFormat;
  write: (writers: Writers, dossier: Dossier, proposals: Batches) => Promise<Uint8Array<ArrayBuffer>>;
};
const FILES = {
  'letter.docx': { name: 'Tờ trình', format: 'docx', write: ({ letterDocx }, dossier) => letterDocx(dossier) },
  'decision.docx': { name: 'Dự thảo Quyết định', format: 'docx', write: ({ decisionDocx }, dossier) => decisionDocx(dossier) },
  'annex.docx': { name: 'Phụ lục', format: 'docx', write: ({ annexDocx }, dossier, proposals) => annexDocx(dossier, proposals) },
  'comparison.xlsx': {
    name: 'So sánh thông tin phải khai',
    format: 'xlsx',
    write: ({ comparisonXlsx }, dossier, proposals) => comparisonXlsx(dossier, proposals),
  },
} as const satisfies Record<string, FileKind>;
/** Files of a submission, as their addresses name them. */
export type SubmissionFile = keyof typeof FILES;

const ofPaper = path(z.object({ id: Id, paper: z.enum(PAPERS) }));
const ofFile = path(z.object({ id: Id, file: z.enum(Object.keys(FILES) as [SubmissionFile, ...SubmissionFile[]]) }));

/**
 * `GET /:id/papers/:paper?from&count` answers a PaperPage to whoever may read the submission; `GET /:id/files/:file` to whoever may export
 * it, with a line of the history.
 */
export function submissionPapers({ writers, ...deps }: FileDeps) {
  const { stores } = deps;
  const { redesigns, history } = stores;
  const access = new SubmissionAccess(deps);
  return new Hono<SignedInEnv>()
    .get('/:id/papers/:paper', ofPaper, part, async (c) => {
      const { id, paper } = c.req.valid('param');
      const { submission, by } = await access.withSubmission(c.var.subject, id, 'readSubmission');
      const dossier = await dossierOf(stores, submission, by.at);
      return c.json(await paperPage({ redesigns, writers }, dossier, paper, c.req.valid('query')), 200);
    })
    .get('/:id/files/:file', ofFile, async (c) => {
      const { id, file } = c.req.valid('param');
      const { person, submission, by } = await access.withSubmission(c.var.subject, id, 'exportSubmission');
      const dossier = await dossierOf(stores, submission, by.at);
      const { name, format, write }: FileKind = FILES[file];
      const bytes = await write(writers, dossier, proposalBatches(redesigns, inPrintingOrder(dossier)));
      await history.record(submissionLine(person, 'exportSubmission', submission, by.at, { format, about: name }));
      const draft = dossier.seal ? '' : ' (dự thảo)';
      return sendFile(c, bytes, `${name}${draft} - ${dossier.title}`, format);
    });
}
