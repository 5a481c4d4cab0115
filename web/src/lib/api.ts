// The server's answers as plain data. Every function resolves to what was asked for or throws ApiError with one display type.
import type { Change } from '#procedures/definition/difference.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign, State, Tally } from '#procedures/redesign/redesign.ts';
import type { Register } from '#procedures/registers/register.ts';
import type { Person } from '#procedures/review/person.ts';
import { ApiError, failureOf, unreachable } from './failure.ts';
import { session } from './session.svelte.ts';

export type SessionAnswer = { person: Person; plan: Plan; rule: CountingRule; registers: Register[] };
export type CatalogueRow = {
  id: string;
  code?: string;
  name: string;
  internal: boolean;
  area?: string;
  office: string;
  officeName: string;
  levels: string[];
  hasForm: boolean;
  declared: number;
  gaps: number;
  revision: number;
  redesign?: { id: string; state: State };
};
export type RedesignRow = {
  id: string;
  procedure: string;
  procedureCode?: string;
  procedureName: string;
  internal: boolean;
  office: string;
  officeName?: string;
  state: State;
  tally: Tally;
  updatedAt: string;
  updatedBy: string;
  submittedAt?: string;
  proposals: number;
  version: number;
};
export type Page<Row> = { rows: Row[]; next: string | null };
export type ProcedureAnswer = { revision: Revision; office: { id: string; name: string }; redesign: { id: string; state: State } | null };
export type RevisionLine = { number: number; publishedAt: string; publishedBy: string; origin: string };
export type HistoryEvent = {
  at: string;
  by: { subject: string; name: string; role: string };
  action: string;
  redesign: string;
  version: number;
  edits?: Edit[];
  because?: string;
};

type Options = { method?: 'GET' | 'POST'; version?: number; body?: unknown; signal?: AbortSignal };

async function ask<T>(path: string, { method = 'GET', version, body, signal }: Options = {}): Promise<T> {
  const response = await send(path, { method, version, body, signal });
  const parsed: unknown = await response.json().catch(() => undefined);
  if (response.ok) return parsed as T;
  if (response.status === 401) session.ended = true;
  throw new ApiError(failureOf(response.status, parsed));
}

async function send(path: string, { method, version, body, signal }: Options): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  try {
    return await fetch(`/api${path}`, { method, headers, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    throw new ApiError(unreachable(navigator.onLine));
  }
}

const id = encodeURIComponent;
const page = (after: string | null, limit: number) => `?limit=${limit}${after ? `&after=${id(after)}` : ''}`;

export const api = {
  session: () => ask<SessionAnswer>('/session'),
  signOut: () => ask<unknown>('/session/sign-out', { method: 'POST' }),
  catalogue: (after: string | null, limit: number, signal?: AbortSignal) =>
    ask<Page<CatalogueRow>>(`/procedures${page(after, limit)}`, { signal }),
  procedure: (procedure: string) => ask<ProcedureAnswer>(`/procedures/${id(procedure)}`),
  revisions: (procedure: string) => ask<{ revisions: RevisionLine[] }>(`/procedures/${id(procedure)}/revisions`),
  revision: (procedure: string, number: number) => ask<Revision>(`/procedures/${id(procedure)}/revisions/${number}`),
  difference: (procedure: string, from: number, to: number) =>
    ask<{ changes: Change[]; sentences: string[] }>(`/procedures/${id(procedure)}/difference?from=${from}&to=${to}`),
  openRedesign: (procedure: string) => ask<{ redesign: Redesign }>('/redesigns', { method: 'POST', body: { procedure } }),
  redesigns: (after: string | null, limit: number, signal?: AbortSignal) =>
    ask<Page<RedesignRow>>(`/redesigns${page(after, limit)}`, { signal }),
  redesign: (redesign: string) => ask<Redesign>(`/redesigns/${id(redesign)}`),
  edit: (redesign: string, version: number, edits: readonly Edit[]) =>
    ask<Redesign>(`/redesigns/${id(redesign)}/edits`, { method: 'POST', version, body: { edits } }),
  submit: (redesign: string, version: number) =>
    ask<{ redesign: Redesign; proposal: { number: number; hash: string } }>(`/redesigns/${id(redesign)}/submit`, {
      method: 'POST',
      version,
    }),
  discard: (redesign: string, version: number) => ask<Redesign>(`/redesigns/${id(redesign)}/discard`, { method: 'POST', version }),
  restore: (redesign: string, version: number) => ask<Redesign>(`/redesigns/${id(redesign)}/restore`, { method: 'POST', version }),
  history: (redesign: string, after: string | null) =>
    ask<{ events: HistoryEvent[]; next: string | null }>(`/redesigns/${id(redesign)}/history${after ? `?after=${id(after)}` : ''}`),
  proposal: (redesign: string, number: number) => ask<Proposal>(`/redesigns/${id(redesign)}/proposals/${number}`),
};
