// Procedures: the catalogue, one definition, its revisions and what changed between two of them.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import type { Revision } from '#procedures/definition/revision.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import { IMMUTABLE } from '../base.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { notFound } from '../problem.ts';
import { signedIn } from '../signed-in.ts';
import { byId, Ordinal, page, path, query } from '../validate.ts';

const FIRST_PAGE = 100;
const byRevision = path(z.object({ id: Id, number: Ordinal }));
const between = query(z.object({ from: Ordinal, to: Ordinal }));

/**
 * `/api/procedures`, for everyone signed in: pages of the catalogue (`{rows, next}`, 100 rows unless asked otherwise), one definition,
 * its revisions, and the changes between two of them as values and Vietnamese sentences. 404 where the procedure or revision is not there.
 */
export const procedureRoutes = (deps: AppDeps) => {
  const { procedures } = deps.stores;
  const access = new Access(deps);

  async function revision(id: string, number: number): Promise<Revision> {
    const found = await procedures.revision(id, number);
    if (!found) throw notFound('phiên bản này của thủ tục');
    return found;
  }

  return new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .get('/', page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      const [rows] = await Promise.all([procedures.page({ after, limit }), access.person(c.var.subject)]);
      return c.json(rows, 200);
    })
    .get('/:id', byId, async (c) => {
      const { id } = c.req.valid('param');
      const [head] = await Promise.all([procedures.head(id), access.person(c.var.subject)]);
      if (!head) throw notFound('thủ tục này');
      const { office, officeName, redesign = null } = head.row;
      return c.json({ revision: await revision(id, head.row.revision), office: { id: office, name: officeName }, redesign }, 200);
    })
    .get('/:id/revisions', byId, async (c) => {
      const [revisions] = await Promise.all([procedures.revisions(c.req.valid('param').id), access.person(c.var.subject)]);
      if (revisions.length === 0) throw notFound('thủ tục này');
      return c.json({ revisions }, 200);
    })
    .get('/:id/revisions/:number', byRevision, async (c) => {
      const { id, number } = c.req.valid('param');
      const [found] = await Promise.all([revision(id, number), access.person(c.var.subject)]);
      return c.json(found, 200, { 'Cache-Control': IMMUTABLE });
    })
    .get('/:id/difference', byId, between, async (c) => {
      const { id } = c.req.valid('param');
      const { from, to } = c.req.valid('query');
      const [before, after] = await Promise.all([revision(id, from), revision(id, to), access.person(c.var.subject)]);
      // Loaded when it is asked for: few requests do.
      const [{ difference }, { changeSentences }] = await Promise.all([
        import('#procedures/definition/difference.ts'),
        import('#procedures/text/sentences.ts'),
      ]);
      const changes = difference(before.procedure, after.procedure);
      return c.json({ changes, sentences: changeSentences(changes) }, 200);
    });
};
