// `/api/procedures/…/files/:format`: a definition as a file.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { dayOf } from '#procedures/text/date.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { FileDeps, SignedInEnv } from '../environment.ts';
import { procedureLine } from '../event-line.ts';
import { FORMATS, sendFile } from '../file-answer.ts';
import { notFound } from '../problem.ts';
import { Ordinal, path } from '../validate.ts';

const ofRevision = path(z.object({ id: Id, number: Ordinal, format: z.enum(FORMATS) }));

/** `GET /:id/revisions/:number/files/:format`: the file leaves a line of the history with the procedure. */
export function definitionFiles({ writers, ...deps }: FileDeps) {
  const { procedures, history, settings } = deps.stores;
  const access = new Access(deps);
  const registers = async () => (await settings.inForce('registers', dayOf(access.moment()))).value;
  return new Hono<SignedInEnv>().get('/:id/revisions/:number/files/:format', ofRevision, async (c) => {
    const { id, number, format } = c.req.valid('param');
    const [person, revision] = await Promise.all([access.person(c.var.subject), procedures.revision(id, number)]);
    if (!revision) throw notFound('phiên bản này của thủ tục');
    const file = await (format === 'docx' ? writers.definitionDocx(revision) : writers.definitionXlsx(revision, await registers()));
    await history.record(procedureLine(person, 'export', { id, number }, access.moment(), { format }));
    return sendFile(c, file, `Định nghĩa ${revision.procedure.code ?? id} phiên bản ${number}`, format);
  });
}
