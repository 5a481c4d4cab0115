// What can be read of redesigns: the list of a plan, one redesign, its history, its proposals.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import { answerRedesign } from '../answer-redesign.ts';
import { IMMUTABLE } from '../base.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { eventLine } from '../event-line.ts';
import { notFound } from '../problem.ts';
import { byId, Ordinal, page, path } from '../validate.ts';

const FIRST_PAGE = 100;
const byProposal = path(z.object({ id: Id, number: Ordinal }));

/**
 * `/api/redesigns`, reading: pages of the current plan (`{rows, next}`), one redesign with its version as `ETag`, its history newest
 * first, a frozen proposal. 404 for what is not there. Reading a history leaves a line in it.
 */
export const redesignReadings = (deps: AppDeps) => {
  const { redesigns, plans, history } = deps.stores;
  const access = new Access(deps);
  const answer = answerRedesign(redesigns);
  return new Hono<SignedInEnv>()
    .get('/', page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      const [plan] = await Promise.all([plans.current(), access.person(c.var.subject)]);
      const { rows, next } = await redesigns.page({ plan: plan.id, after, limit });
      const names = new Map(plan.offices.map(({ id, name }) => [id, name]));
      return c.json({ rows: rows.map((row) => ({ ...row, officeName: names.get(row.office) })), next }, 200);
    })
    .get('/:id', byId, async (c) => {
      const { redesign } = await access.read(c.var.subject, c.req.valid('param').id);
      return answer(c, redesign);
    })
    .get('/:id/history', byId, page, async (c) => {
      const { after } = c.req.valid('query');
      const { person, redesign, at } = await access.read(c.var.subject, c.req.valid('param').id, 'readHistory');
      const lines = await history.page({ redesign: redesign.id }, { after });
      // The reading stands in the history too, once for all its pages.
      if (after === undefined) await history.record(eventLine(person, 'readHistory', redesign, at));
      return c.json(lines, 200);
    })
    .get('/:id/proposals/:number', byProposal, async (c) => {
      const { id, number } = c.req.valid('param');
      const [proposal] = await Promise.all([redesigns.proposal(id, number), access.read(c.var.subject, id)]);
      if (!proposal) throw notFound('phương án này');
      return c.json(proposal, 200, { 'Cache-Control': IMMUTABLE });
    });
};
