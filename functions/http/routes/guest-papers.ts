// `/api/guest/papers/:paper`: the papers of the one dossier that a guest's link opens, as data.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { provenDossier } from '../dossiers.ts';
import type { FileDeps, HttpEnv } from '../environment.ts';
import { GuestAccess } from '../guest-access.ts';
import { PAPER_TITLES, paperPage, PAPERS, part } from '../paper-page.ts';
import { path } from '../validate.ts';

const ofPaper = path(z.object({ paper: z.enum(PAPERS) }));

/** `GET /:paper?from&count` answers a PaperPage of what was signed off. Its first part is an opening in the history, the next are its pages. */
export function guestPapers({ writers, ...deps }: FileDeps) {
  const { redesigns } = deps.stores;
  const guests = new GuestAccess(deps);
  return new Hono<HttpEnv>().get('/:paper', ofPaper, part, async (c) => {
    const { paper } = c.req.valid('param');
    const asked = c.req.valid('query');
    const about = (asked.from ?? 0) === 0 ? `Xem ${PAPER_TITLES[paper]}` : undefined;
    const { signed } = await guests.open(c.req.header('authorization'), about);
    return c.json(await paperPage({ redesigns, writers }, provenDossier(signed), paper, asked), 200);
  });
}
