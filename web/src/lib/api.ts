// The server's answers as plain data. Every function resolves to what was asked for or throws ApiError with one display type.
import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import { createClient } from '#functions/http/client.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { ApiError, failureOf, unreachable } from './failure.ts';
import { session } from './session.svelte.ts';

/** The bodies of the answers that are no problems. */
type Success<Response> =
  Response extends ClientResponse<infer Body, infer Status> ? (Status extends SuccessStatusCode ? Body : never) : never;

const { procedures, redesigns, session: sessions } = createClient('/').api;

async function ask<Response extends ClientResponse<unknown>>(request: Promise<Response>): Promise<Success<Response>> {
  const response = await request.catch((thrown: unknown): never => {
    // A request that the page itself has dropped is no failure to show.
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw new ApiError(unreachable(navigator.onLine));
  });
  const body = await response.json().catch(() => undefined);
  if (response.ok) return body as Success<Response>;
  if (response.status === 401) session.ended = true;
  throw new ApiError(failureOf(response.status, body));
}

const page = (after: string | null, limit: number) => ({ query: { limit: `${limit}`, ...(after === null ? {} : { after }) } });
const by = (id: string) => ({ param: { id } });
const at = (id: string, version: number) => ({ param: { id }, header: { 'if-match': `"${version}"` } });

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
