// The server's answers about submissions, decisions, recommendations and results. Every function resolves or throws ApiError.
// TEMPORARY types by contract until the routes exist.
import type { Decision, DecisionInput, Outcome } from '#procedures/proposal/decision.ts';
import type { GuestLink } from '#procedures/proposal/guest-link.ts';
import type { LinkState } from '#procedures/proposal/link-state.ts';
import type { Recommendation } from '#procedures/proposal/recommendation.ts';
import type { Result, ResultInput } from '#procedures/proposal/result.ts';
import type { Entry, Submission } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { ask } from '#lib/ask.ts';
import type { PaperPart } from '#lib/paper/paper-parts.svelte.ts';

export type SubmissionHead = Omit<Submission, 'entries'>;
export type Summary = {
  entries: number;
  internal: number;
  before: number;
  after: number;
  meets: number;
  decides: number;
  recommends: number;
  groups: { key: string; title: string; count: number }[];
};
export type EntryRow = Entry & { group: string; index: number; state: State; outcome?: Outcome };
export type SubmissionPage = {
  submission: SubmissionHead;
  summary: Summary;
  decision: Omit<Decision, 'outcomes'> | null;
  pending: number;
};
export type SubmissionRow = Pick<Submission, 'id' | 'version' | 'title' | 'state' | 'updatedBy' | 'updatedAt'> & {
  entries: number;
  before: number;
  after: number;
};
export type Link = GuestLink & { state: LinkState; openings: number; lastOpenedAt?: string };

function send<T>(method: string, path: string, { json, version }: { json?: unknown; version?: number } = {}): Promise<T> {
  const headers = new Headers();
  if (json !== undefined) headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  return (ask as unknown as (asked: unknown) => Promise<T>)(
    fetch(`/api${path}`, { method, headers, body: json === undefined ? undefined : JSON.stringify(json) }),
  );
}
const s = (id: string) => `/submissions/${encodeURIComponent(id)}`;
const r = (id: string) => `/redesigns/${encodeURIComponent(id)}`;

export const submissionApi = {
  list: (after: string | null) =>
    send<{ rows: SubmissionRow[]; next: string | null }>(
      'GET',
      `/submissions${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
    ),
  compose: (title: string) => send<Submission>('POST', '/submissions', { json: { title } }),
  read: (id: string) => send<SubmissionPage>('GET', s(id)),
  entries: (id: string, from: number, count: number) =>
    send<{ entries: EntryRow[]; total: number }>('GET', `${s(id)}/entries?from=${from}&count=${count}`),
  add: (id: string, version: number, redesigns: string[]) =>
    send<{ submission: Submission; added: string[]; refused: { redesign: string; because: string }[] }>('POST', `${s(id)}/entries`, {
      json: { redesigns },
      version,
    }),
  remove: (id: string, version: number, redesigns: string[]) => send('POST', `${s(id)}/removals`, { json: { redesigns }, version }),
  save: (id: string, version: number, content: Pick<Submission, 'title' | 'grouping' | 'letter'>) =>
    send<Submission>('PUT', s(id), { json: content, version }),
  move: (id: string, version: number, redesign: string, to: number) => send('POST', `${s(id)}/moves`, { json: { redesign, to }, version }),
  act: (id: string, version: number, act: string, reason?: string) =>
    send('POST', `${s(id)}/${act}`, { json: reason === undefined ? undefined : { reason }, version }),
  paper: (id: string, paper: string, from: number, count: number) =>
    send<PaperPart>('GET', `${s(id)}/papers/${paper}?from=${from}&count=${count}`),
  links: (id: string) => send<{ links: Link[] }>('GET', `${s(id)}/links`),
  share: (id: string, version: number, label: string, days: number) =>
    send<{ link: Link; token: string }>('POST', `${s(id)}/links`, { json: { label, days }, version }),
  withdrawLink: (id: string, link: string, version: number) => send('POST', `${s(id)}/links/${link}/withdraw`, { version }),
  decide: (id: string, version: number, decision: DecisionInput) =>
    send<{ submission: Submission; pending: number }>('POST', `${s(id)}/decision`, { json: decision, version }),
  applyDecision: (id: string, version: number) => send<{ pending: number }>('POST', `${s(id)}/decision/apply`, { version }),
  decision: (id: string) => send<Decision>('GET', `${s(id)}/decision`),
  effect: (id: string, version: number, redesigns: string[]) =>
    send<{ done: { redesign: string; revision: number }[]; refused: { redesign: string; because: string }[] }>('POST', `${s(id)}/effect`, {
      json: { redesigns },
      version,
    }),
  recommendations: (state: string, after: string | null) =>
    send<{ rows: Recommendation[]; next: string | null }>(
      'GET',
      `/recommendations?${new URLSearchParams({ ...(state && { state }), ...(after && { after }) })}`,
    ),
  addStep: ({ redesign, element, version }: Recommendation, step: unknown) =>
    send<Recommendation>('POST', `${r(redesign)}/recommendations/${element}/steps`, { json: step, version }),
  results: (redesign: string) =>
    send<{ expected: { dossiersPerYear: number | null; fieldsBefore: number; fieldsAfter: number }; results: Result[] }>(
      'GET',
      `${r(redesign)}/results`,
    ),
  saveResult: (redesign: string, period: string, version: number, input: ResultInput) =>
    send<Result>('PUT', `${r(redesign)}/results/${period}`, { json: input, version }),
};
