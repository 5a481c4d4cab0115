// The server's answers as plain data. Every function resolves to what was asked for or throws ApiError with one display type.
import { createClient } from '#functions/http/client.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { ask, at, by, page } from './ask.ts';

const { procedures, redesigns, session: sessions } = createClient('/').api;

export const api = {
  session: () => ask(sessions.$get()),
  signOut: () => ask(sessions['sign-out'].$post()),
  catalogue: (after: string | null, limit: number, signal?: AbortSignal) => ask(procedures.$get(page(after, limit), { init: { signal } })),
  procedure: (id: string) => ask(procedures[':id'].$get(by(id))),
  revisions: (id: string) => ask(procedures[':id'].revisions.$get(by(id))),
  revision: (id: string, number: number) => ask(procedures[':id'].revisions[':number'].$get({ param: { id, number: `${number}` } })),
  difference: (id: string, from: number, to: number) =>
    ask(procedures[':id'].difference.$get({ ...by(id), query: { from: `${from}`, to: `${to}` } })),
  openRedesign: (procedure: string) => ask(redesigns.$post({ json: { procedure } })),
  redesigns: (after: string | null, limit: number, signal?: AbortSignal) => ask(redesigns.$get(page(after, limit), { init: { signal } })),
  redesign: (id: string) => ask(redesigns[':id'].$get(by(id))),
  edit: (id: string, version: number, edits: readonly Edit[]) =>
    ask(redesigns[':id'].edits.$post({ ...at(id, version), json: { edits: [...edits] } })),
  submit: (id: string, version: number) => ask(redesigns[':id'].submit.$post(at(id, version))),
  discard: (id: string, version: number) => ask(redesigns[':id'].discard.$post(at(id, version))),
  restore: (id: string, version: number) => ask(redesigns[':id'].restore.$post(at(id, version))),
  history: (id: string, after: string | null) => ask(redesigns[':id'].history.$get({ ...by(id), query: after === null ? {} : { after } })),
  proposal: (id: string, number: number) => ask(redesigns[':id'].proposals[':number'].$get({ param: { id, number: `${number}` } })),
};

type Answer<Name extends keyof typeof api> = Awaited<ReturnType<(typeof api)[Name]>>;

export type Page<Row> = { rows: Row[]; next: string | null };
export type CatalogueRow = Answer<'catalogue'>['rows'][number];
export type RedesignRow = Answer<'redesigns'>['rows'][number];
export type RevisionLine = Answer<'revisions'>['revisions'][number];
export type HistoryEvent = Answer<'history'>['events'][number];
