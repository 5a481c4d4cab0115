// Bringing redesigns and submissions over HTTP to where a test begins: accepted, bundled, offered, signed, decided. Texts are made up (minh họa).
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { DecisionInput, Outcome } from '#procedures/proposal/decision.ts';
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import { dayOf } from '#procedures/text/date.ts';
import { aFullMark } from './redesign.ts';
import { bodyOf, OFFICE, OTHER_OFFICE, type Who, type Workspace } from './workspace.ts';

export const RECOMMENDED = {
  authority: 'recommend',
  amends: 'khoản 3 Điều 99 Thông tư số 00/2026/TT-MH (minh họa)',
  timetable: '2026 - 2027',
} as const;

/** One mark that the province decides, one that it recommends, of the four fields that `aProcedure` asks. */
export const TWO_MARKS: Edit[] = [
  { kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') },
  { kind: 'mark', element: 'so-ban-sao', mark: aFullMark('remove', RECOMMENDED) },
];

type Wanted = { edits?: Edit[]; procedure?: Partial<Procedure>; as?: 'specialist' | 'stranger' };

/** Answers other than 2xx are thrown, with what they say. */
export async function done<Body>(answer: Response): Promise<Body> {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return bodyOf<Body>(answer);
}

/** A redesign of a new procedure of the person's office, marked and submitted. */
export async function submitted(workspace: Workspace, { edits = TWO_MARKS, procedure, as = 'specialist' }: Wanted = {}): Promise<Redesign> {
  const { id } = await workspace.publish(procedure, as === 'stranger' ? OTHER_OFFICE : OFFICE);
  const { redesign } = await done<{ redesign: Redesign }>(await workspace.ask('POST', '/api/redesigns', { as, json: { procedure: id } }));
  const path = `/api/redesigns/${redesign.id}`;
  const marked = await done<Redesign>(await workspace.ask('POST', `${path}/edits`, { as, version: redesign.version, json: { edits } }));
  return (await done<{ redesign: Redesign }>(await workspace.ask('POST', `${path}/submit`, { as, version: marked.version }))).redesign;
}

/** The same, accepted by Văn phòng Sở. */
export async function accepted(workspace: Workspace, wanted: Wanted = {}): Promise<Redesign> {
  const { id, version } = await submitted(workspace, wanted);
  return done<Redesign>(await workspace.ask('POST', `/api/redesigns/${id}/accept`, { as: 'reviewer', version }));
}

/** Asks for something with a submission at the version that was answered last. */
export const act = (workspace: Workspace, { submission }: SubmissionAnswer, action: string, json?: unknown, as: Who = 'reviewer') =>
  workspace.ask('POST', `/api/submissions/${submission.id}/${action}`, { as, version: submission.version, json });

/** A new submission, with these proposals in it. */
export async function composed(workspace: Workspace, redesigns: readonly Redesign[] = []): Promise<SubmissionAnswer> {
  const json = { title: 'Tờ trình đợt 1 (minh họa)' };
  const empty = await done<SubmissionAnswer>(await workspace.ask('POST', '/api/submissions', { as: 'reviewer', json }));
  if (redesigns.length === 0) return empty;
  return done<SubmissionAnswer>(await act(workspace, empty, 'entries', { redesigns: redesigns.map(({ id }) => id) }));
}

const WAY = {
  drafting: [],
  offered: [['offer', 'reviewer']],
  signed: [
    ['offer', 'reviewer'],
    ['sign-off', 'leader'],
  ],
} as const;

/** A submission with these proposals, in that state. */
export async function submissionIn(
  workspace: Workspace,
  state: SubmissionState,
  redesigns: readonly Redesign[],
): Promise<SubmissionAnswer> {
  let answer = await composed(workspace, redesigns);
  if (state === 'withdrawn') return done<SubmissionAnswer>(await act(workspace, answer, 'withdraw'));
  for (const [action, as] of WAY[state === 'decided' ? 'signed' : state]) {
    answer = await done<SubmissionAnswer>(await act(workspace, answer, action, undefined, as));
  }
  if (state !== 'decided') return answer;
  const outcomes = redesigns.map(({ id }): Outcome => ({ redesign: id, outcome: 'approved' }));
  return done<SubmissionAnswer>(await act(workspace, answer, 'decision', aDecisionOf(workspace, outcomes)));
}

/** A decision of today with these outcomes, in effect from today on. */
export function aDecisionOf({ deps }: Pick<Workspace, 'deps'>, outcomes: Outcome[], overrides: Partial<DecisionInput> = {}): DecisionInput {
  const today = dayOf(deps.now().toISOString());
  return {
    number: '1234/QĐ-UBND',
    date: today,
    authority: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
    signer: { titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
    verb: 'approve',
    effectiveFrom: today,
    outcomes,
    ...overrides,
  };
}
