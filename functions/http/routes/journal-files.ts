// `/api/journal/files/:format`: the journal of a month as a file.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import type { JournalLine } from '#functions/store/journal-line.ts';
import type { Journal, JournalWanted } from '#functions/store/journal.ts';
import { Access } from '../access.ts';
import type { FileDeps, SignedInEnv } from '../environment.ts';
import { workspaceLine } from '../event-line.ts';
import { sendFile } from '../file-answer.ts';
import { journalQuery, wantedOf, wantedWords } from '../journal-query.ts';
import { path } from '../validate.ts';

const ofFormat = path(z.object({ format: z.literal('xlsx') }));
/** A file has at most so many lines, and so many pages of the store are looked at for it. */
const LINES = 20_000;
const PAGES = 100;
const PAGE = 1_000;

/** `GET /files/xlsx` with the filter of the journal, for who may export it: the newest 20,000 lines of the month that fit. */
export function journalFiles({ writers, ...deps }: FileDeps) {
  const { journal, history, procedures } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>().get('/files/:format', ofFormat, journalQuery, async (c) => {
    const { format } = c.req.valid('param');
    const wanted = wantedOf(c.req.valid('query'), access.moment());
    const about = wantedWords(wanted);
    const { person, by } = await access.inWorkspace(c.var.subject, 'exportJournal', { about });
    const { events, whole } = await collect(journal, wanted);
    const names = await procedures.names(events.flatMap(({ procedure }) => procedure ?? []));
    const file = await writers.journalXlsx({ events, names, about, whole, at: by.at });
    await history.record(workspaceLine(person, 'exportJournal', by.at, { about, format }));
    return sendFile(c, file, `Nhật ký tháng ${wanted.month}`, format);
  });
}

async function collect(journal: Pick<Journal, 'page'>, wanted: JournalWanted): Promise<{ events: JournalLine[]; whole: boolean }> {
  const events: JournalLine[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < PAGES && events.length < LINES; pages++) {
    const page = await journal.page({ ...wanted, after, limit: Math.min(PAGE, LINES - events.length) });
    events.push(...page.events);
    if (page.next === null) return { events, whole: true };
    after = page.next;
  }
  return { events, whole: false };
}
