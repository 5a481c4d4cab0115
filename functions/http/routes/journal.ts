// The journal (nhật ký): what everybody did in the whole workspace, a month at a time. Reading it is itself a line of it.
import { Hono } from 'hono/quick';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { workspaceLine } from '../event-line.ts';
import { journalQuery, wantedOf, wantedWords } from '../journal-query.ts';
import { signedIn } from '../signed-in.ts';

/**
 * `/api/journal`, for Văn phòng Sở and administrators: at most 100 lines of a month that fit the filter, newest first (`{month, events,
 * names, next}`, `names` of the procedures by id). `next` leads on even where few lines fit. Each reading is recorded once, not each page.
 */
export const journalRoutes = (deps: AppDeps) => {
  const { journal, history, procedures } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>().use(signedIn(deps)).get('/', journalQuery, async (c) => {
    const wanted = wantedOf(c.req.valid('query'), access.moment());
    const about = wantedWords(wanted);
    const { person, by } = await access.inWorkspace(c.var.subject, 'readJournal', { about });
    const { events, next } = await journal.page(wanted);
    const names = await procedures.names(events.flatMap(({ procedure }) => procedure ?? []));
    if (wanted.after === undefined) await history.record(workspaceLine(person, 'readJournal', by.at, { about }));
    return c.json({ month: wanted.month, events, names, next }, 200);
  });
};
