// What a guest's link opens: one dossier and nothing else. The token goes in a header, cookies stay at home.
import { createClient, guestPaper, type PaperName, type PaperPage } from '#functions/http/client.ts';
import { ask, askFor } from '#lib/ask.ts';

/** The calls of one link; each rejects with ApiError, 404 when the link does not open (any more). */
export function guestApi(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const { dossier, entries, proposals } = createClient('/', { headers, init: { credentials: 'omit' } }).api.guest;
  return {
    dossier: () => ask(dossier.$get()),
    entries: (from: number, count: number) => ask(entries.$get({ query: { from: `${from}`, count: `${count}` } })),
    proposal: (redesign: string) => ask(proposals[':redesign'].$get({ param: { redesign } })),
    paper: (paper: PaperName, from: number, count: number) =>
      askFor<PaperPage>(guestPaper(paper, from, count), { headers, credentials: 'omit' }),
  };
}

export type GuestApi = ReturnType<typeof guestApi>;
export type GuestDossier = Awaited<ReturnType<GuestApi['dossier']>>;
export type GuestEntry = Awaited<ReturnType<GuestApi['entries']>>['entries'][number];
