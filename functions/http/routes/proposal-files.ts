// `/api/redesigns/…/files/:format`: a frozen proposal as a file.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { FileDeps, SignedInEnv } from '../environment.ts';
import { eventLine } from '../event-line.ts';
import { FORMATS, sendFile } from '../file-answer.ts';
import { notFound } from '../problem.ts';
import { Ordinal, path } from '../validate.ts';

const ofProposal = path(z.object({ id: Id, number: Ordinal, format: z.enum(FORMATS) }));

/** `GET /:id/proposals/:number/files/:format`: the file leaves a line of the history with the redesign. */
export function proposalFiles({ writers, ...deps }: FileDeps) {
  const { redesigns, history } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>().get('/:id/proposals/:number/files/:format', ofProposal, async (c) => {
    const { id, number, format } = c.req.valid('param');
    const [{ person, redesign, at }, proposal] = await Promise.all([
      access.read(c.var.subject, id, 'export'),
      redesigns.proposal(id, number),
    ]);
    if (!proposal) throw notFound('phương án này');
    const file = await (format === 'docx' ? writers.proposalDocx : writers.proposalXlsx)(proposal);
    await history.record(eventLine(person, 'export', redesign, at, { proposal: number, format }));
    return sendFile(c, file, `Phương án ${proposal.baseline.procedure.code ?? redesign.procedure} số ${number}`, format);
  });
}
