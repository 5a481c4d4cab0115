// Who else is here, and the polite take-over. Editing itself asks nobody: the version of the redesign keeps what two people write apart.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { TabId } from '#procedures/review/presence.ts';
import { beat, company } from '#procedures/review/presences.ts';
import { may } from '#procedures/review/transitions.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { eventLine } from '../event-line.ts';
import { body, byId } from '../validate.ts';

const Sign = z.strictObject({
  tab: TabId,
  editing: z.boolean(),
  unsaved: z.boolean(),
  ask: z.optional(z.boolean()),
  yield: z.optional(z.boolean()),
});
const Leaving = z.strictObject({ tab: TabId });

/**
 * `/api/redesigns/:id/presence`: a sign of life every ten seconds or so, answered with everybody there, who asks for the pen, and whether
 * it was just handed over (`tookOver`: from whom). Asking is refused (403) to whoever may not edit. A completed take-over is a line of the
 * history, nothing else here is.
 */
export const redesignPresence = (deps: AppDeps) => {
  const { presence, history } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>()
    .post('/:id/presence', byId, body(Sign), async (c) => {
      const { tab, ...sign } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const [{ person, redesign, at }, rows] = await Promise.all([
        access.read(c.var.subject, id, sign.ask === true ? 'edit' : 'read'),
        presence.list(id),
      ]);
      const { subject, name, officeName } = person;
      const editing = sign.editing && may(person, 'edit', redesign).allowed;
      const { own, took } = beat(rows, { subject, tab, name, officeName }, { ...sign, editing }, at);
      await Promise.all([presence.save(id, own), presence.clear(id, rows, at)]);
      if (took) await history.record(eventLine(person, 'edit', redesign, at, { about: `tiếp quản việc sửa từ ${took.name}` }));
      return c.json({ ...company(rows, own, at), tookOver: took && { from: took.subject, name: took.name } }, 200);
    })
    .post('/:id/presence/leave', byId, body(Leaving), async (c) => {
      const { id } = c.req.valid('param');
      const own = { subject: c.var.subject, tab: c.req.valid('json').tab };
      const row = (await presence.list(id)).find(({ subject, tab }) => subject === own.subject && tab === own.tab);
      if (row) await presence.leave(id, row, row.at);
      return c.body(null, 204);
    });
};
