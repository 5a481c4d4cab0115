// The files: Word and Excel of a proposal and of a definition. An app of its own, so that the API does not carry the writers.
import type { Context } from 'hono';
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from './access.ts';
import { baseApp } from './base.ts';
import type { AppDeps, SignedInEnv } from './environment.ts';
import { eventLine, procedureLine } from './event-line.ts';
import { attachment, FORMATS, type FileFormat } from './file-answer.ts';
import { notFound } from './problem.ts';
import { signedIn } from './signed-in.ts';
import { Ordinal, path } from './validate.ts';

type Writer<Source> = (source: Source) => Promise<Uint8Array<ArrayBuffer>>;
export type Writers = {
  proposalDocx: Writer<Proposal>;
  proposalXlsx: Writer<Proposal>;
  definitionDocx: Writer<Revision>;
  definitionXlsx: Writer<Revision>;
};

const Format = z.enum(FORMATS);
const ofRevision = path(z.object({ id: Id, number: Ordinal, format: Format }));
const FILE_PATH = /^\/api\/(?:procedures\/[^/]+\/revisions|redesigns\/[^/]+\/proposals)\/[^/]+\/files\/[^/]+$/;

/** Whether a path is for this app, where both stand behind one address. */
export const answersWithFile = (pathname: string): boolean => FILE_PATH.test(pathname);

/** The app on its stores and writers. Every file that leaves is a line of the history. */
export function createDocumentsApp(deps: AppDeps & { writers: Writers }) {
  const { stores, writers } = deps;
  const access = new Access(deps);

  const files = new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .get('/procedures/:id/revisions/:number/files/:format', ofRevision, async (c) => {
      const { id, number, format } = c.req.valid('param');
      const [person, revision] = await Promise.all([access.person(c.var.subject), stores.procedures.revision(id, number)]);
      if (!revision) throw notFound('phiên bản này của thủ tục');
      const file = await (format === 'docx' ? writers.definitionDocx : writers.definitionXlsx)(revision);
      await stores.history.record(procedureLine(person, 'export', { id, number }, access.moment(), { format }));
      return send(c, file, `Định nghĩa ${revision.procedure.code ?? id} phiên bản ${number}`, format);
    })
    .get('/redesigns/:id/proposals/:number/files/:format', ofRevision, async (c) => {
      const { id, number, format } = c.req.valid('param');
      const [{ person, redesign, at }, proposal] = await Promise.all([
        access.read(c.var.subject, id, 'export'),
        stores.redesigns.proposal(id, number),
      ]);
      if (!proposal) throw notFound('phương án này');
      const file = await (format === 'docx' ? writers.proposalDocx : writers.proposalXlsx)(proposal);
      await stores.history.record(eventLine(person, 'export', redesign, at, { proposal: number, format }));
      return send(c, file, `Phương án ${proposal.baseline.procedure.code ?? redesign.procedure} số ${number}`, format);
    });
  return baseApp(deps).basePath('/api').route('/', files);
}

const send = (c: Context, file: Uint8Array<ArrayBuffer>, name: string, format: FileFormat): Response =>
  c.body(file, 200, attachment(name, format));
