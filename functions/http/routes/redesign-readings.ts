// What can be read of redesigns: the list of a plan, one redesign, its history, its proposals; and that somebody has read it.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { isUnread } from '#procedures/review/unread.ts';
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
 * `/api/redesigns`, reading: pages of the current plan (`{rows, next}`, each row with how the talk about it stands and whether the reader
 * has something new to see since the last `PUT /:id/visit`), one redesign with its version as `ETag`, its history newest
 * first, a frozen proposal. 404 for what is not there. Reading a history leaves a line in it.
 */
export const redesignReadings = (deps: AppDeps) => {
  const { redesigns, plans, history, comments, visits } = deps.stores;
  const access = new Access(deps);
  const answer = answerRedesign(redesigns);
  return new Hono<SignedInEnv>()
    .get('/', page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      const [plan, person] = await Promise.all([plans.current(), access.person(c.var.subject)]);
      const { rows, next } = await redesigns.page({ plan: plan.id, after, limit });
      const names = new Map(plan.offices.map(({ id, name }) => [id, name]));
      const ids = rows.map(({ id }) => id);
      const [talks, visited] = await Promise.all([comments.talks(ids), visits.visits(person.subject, ids)]);
      const seen = rows.map(({ changedBy, ...row }, index) => {
        const talk = talks[index] ?? null;
        const unread = isUnread({ ...row, changedBy }, talk, visited[index] ?? null, person);
        return { ...row, officeName: names.get(row.office), talk, unread };
      });
      return c.json({ rows: seen, next }, 200);
    })
    .get('/:id', byId, async (c) => {
      const { redesign } = await access.read(c.var.subject, c.req.valid('param').id);
      return answer(c, redesign);
    })
    .put('/:id/visit', byId, async (c) => {
      const { redesign, at } = await access.read(c.var.subject, c.req.valid('param').id);
      await visits.record(c.var.subject, redesign.id, at);
      return c.body(null, 204);
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
