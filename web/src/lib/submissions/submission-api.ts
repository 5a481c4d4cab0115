// The server's answers about submissions, decisions, recommendations and results. Every function resolves or throws ApiError.
import { createClient, type PaperName, type PaperPage, submissionPaper } from '#functions/http/client.ts';
import { ask, askFor, at, by } from '#lib/ask.ts';
import type { DecisionInput } from '#procedures/proposal/decision.ts';
import type { Recommendation } from '#procedures/proposal/recommendation.ts';
import type { ResultInput } from '#procedures/proposal/result.ts';
import type { Submission } from '#procedures/proposal/submission.ts';

const { submissions, recommendations, redesigns } = createClient('/').api;
const submission = submissions[':id'];
const redesign = redesigns[':id'];

type StepInput = Parameters<(typeof redesign.recommendations)[':element']['steps']['$post']>[0]['json'];

const after = (mark: string | null) => (mark === null ? {} : { after: mark });

export const submissionApi = {
  list: (mark: string | null) => ask(submissions.$get({ query: after(mark) })),
  compose: async (title: string) => (await ask(submissions.$post({ json: { title } }))).submission,
  read: (id: string) => ask(submission.$get(by(id))),
  entries: (id: string, from: number, count: number) =>
    ask(submission.entries.$get({ ...by(id), query: { from: `${from}`, count: `${count}` } })),
  add: (id: string, version: number, ids: string[]) => ask(submission.entries.$post({ ...at(id, version), json: { redesigns: ids } })),
  remove: (id: string, version: number, ids: string[]) => ask(submission.removals.$post({ ...at(id, version), json: { redesigns: ids } })),
  save: (id: string, version: number, content: Pick<Submission, 'title' | 'grouping' | 'letter'>) =>
    ask(submission.$put({ ...at(id, version), json: content })),
  move: (id: string, version: number, moved: string, to: number) =>
    ask(submission.moves.$post({ ...at(id, version), json: { redesign: moved, to } })),
  offer: (id: string, version: number) => ask(submission.offer.$post(at(id, version))),
  sendBack: (id: string, version: number, reason: string) => ask(submission['send-back'].$post({ ...at(id, version), json: { reason } })),
  signOff: (id: string, version: number) => ask(submission['sign-off'].$post(at(id, version))),
  reopen: (id: string, version: number, reason: string) => ask(submission.reopen.$post({ ...at(id, version), json: { reason } })),
  /** `left`: how many proposals are still in it; asked again, the next ones come out. */
  withdraw: (id: string, version: number) => ask(submission.withdraw.$post(at(id, version))),
  paper: (id: string, paper: PaperName, from: number, count: number) => askFor<PaperPage>(submissionPaper(id, paper, from, count)),
  links: (id: string) => ask(submission.links.$get(by(id))),
  share: (id: string, label: string, days: number) => ask(submission.links.$post({ ...by(id), json: { label, days } })),
  withdrawLink: (id: string, link: string) => ask(submission.links[':link'].withdraw.$post({ param: { id, link } })),
  decide: (id: string, version: number, decision: DecisionInput) => ask(submission.decision.$post({ ...at(id, version), json: decision })),
  applyDecision: (id: string) => ask(submission.decision.apply.$post(by(id))),
  effect: (id: string, ids: string[]) => ask(submission.effect.$post({ ...by(id), json: { redesigns: ids } })),
  history: (id: string, mark: string | null) => ask(submission.history.$get({ ...by(id), query: after(mark) })),
  recommendations: (state: Recommendation['state'] | '', mark: string | null) =>
    ask(recommendations.$get({ query: { ...(state && { state }), ...after(mark) } })),
  /** With all their steps. */
  recommendationsOf: (id: string) => ask(redesign.recommendations.$get(by(id))),
  addStep: ({ redesign: id, element, version }: RecommendationRow, step: StepInput) =>
    ask(redesign.recommendations[':element'].steps.$post({ ...at(id, version), param: { id, element }, json: step })),
  results: (id: string) => ask(redesign.results.$get(by(id))),
  saveResult: (id: string, period: string, version: number, input: ResultInput) =>
    ask(redesign.results[':period'].$put({ param: { id, period }, json: { ...input, version } })),
};

type Answer<Name extends keyof typeof submissionApi> = Awaited<ReturnType<(typeof submissionApi)[Name]>>;

/** As lists show it: with its last step only. */
export type RecommendationRow = Omit<Recommendation, 'steps'> & { last?: Recommendation['steps'][number] | undefined };
export type SubmissionRow = Answer<'list'>['rows'][number];
export type SubmissionPage = Answer<'read'>;
export type Summary = SubmissionPage['summary'];
export type EntryRow = Answer<'entries'>['entries'][number];
export type Link = Answer<'links'>['links'][number];
export type SubmissionEvent = Answer<'history'>['events'][number];
