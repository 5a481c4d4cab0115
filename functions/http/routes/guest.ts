// `/api/guest`: the one dossier that a guest's link opens. No session, no cookie: the token comes in the Authorization header.
import { Hono } from 'hono/quick';
import { summaryOf } from '#procedures/proposal/compose.ts';
import * as z from 'zod/mini';
import { quoted } from '#procedures/text/wording.ts';
import { Id } from '#procedures/text/label.ts';
import { entryPage, stretch } from '../entry-page.ts';
import type { AppDeps, HttpEnv } from '../environment.ts';
import { GuestAccess } from '../guest-access.ts';
import { notFound } from '../problem.ts';
import { proposalsOf } from '../proposal-batches.ts';
import { path } from '../validate.ts';

const byRedesign = path(z.object({ redesign: Id }));

/**
 * What was signed off without its entries, the entries page by page (`{entries, total}`), and a frozen proposal of one of them. Every
 * opening is a line of the history. A link that does not open, for whatever reason, is answered with the same 404; so is everything that
 * is not in the dossier.
 */
export const guestRoutes = (deps: AppDeps) => {
  const guests = new GuestAccess(deps);
  return new Hono<HttpEnv>()
    .get('/dossier', async (c) => {
      const { link, signed } = await guests.open(c.req.header('authorization'), 'Mở hồ sơ');
      const { entries: _, submission: _submission, ...dossier } = signed;
      const { label, expiresAt } = link;
      return c.json({ ...dossier, summary: summaryOf(signed), link: { label, expiresAt } }, 200);
    })
    .get('/entries', stretch, async (c) => {
      const { signed } = await guests.open(c.req.header('authorization'));
      return c.json(entryPage(signed, c.req.valid('query')), 200);
    })
    .get('/proposals/:redesign', byRedesign, async (c) => {
      const { redesign } = c.req.valid('param');
      const authorization = c.req.header('authorization');
      const opened = await guests.open(authorization);
      const entry = guests.entry(opened, redesign);
      const [proposal] = await proposalsOf(deps.stores.redesigns, [entry]);
      if (!proposal) throw notFound('phương án này trong hồ sơ');
      await guests.note(opened, `Xem phương án ${quoted(entry.name)}`);
      return c.json(proposal, 200);
    });
};
