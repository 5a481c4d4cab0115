// Whatever people do, in whatever order, allowed or not: what is kept beside the redesigns follows from them. Through the real app, on the
// real store.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import type { JournalLine } from '#functions/store/journal-line.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { Outcome } from '#procedures/proposal/decision.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aFullMark } from '../../support/redesign.ts';
import { aDecisionOf } from '../../support/submitting.ts';
import { type Asking, bodyOf, OFFICE, openWorkspace, OTHER_OFFICE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

const PLAN = DEMONSTRATION_PLAN.id;
const PROCEDURES = 3;
const FIELDS = ['ho-ten', 'ngay-sinh', 'so-dinh-danh', 'so-ban-sao'] as const;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const ACTIONS = [
  'open',
  'mark',
  'unmark',
  'submit',
  'discard',
  'restore',
  'comment',
  'return',
  'accept',
  'bundle',
  'unbundle',
  'offer',
  'sendBack',
  'signOff',
  'reopen',
  'withdraw',
  'decide',
  'takeEffect',
  'setLine',
  'takeOut',
  'bringIn',
] as const;
type Action = (typeof ACTIONS)[number];
/** `onward`: whatever leads on from where the procedure is; `somebody` in place of whoever would do it. */
type Step = { action: Action | 'onward'; somebody: Who | null; at: number; choice: number };

/** Who would do it, in most cases; now and then anybody. */
const ABLE: Record<Action, Who> = {
  open: 'specialist',
  mark: 'specialist',
  unmark: 'specialist',
  submit: 'specialist',
  discard: 'specialist',
  restore: 'specialist',
  comment: 'reviewer',
  return: 'reviewer',
  accept: 'reviewer',
  bundle: 'reviewer',
  unbundle: 'reviewer',
  offer: 'reviewer',
  signOff: 'leader',
  sendBack: 'leader',
  reopen: 'leader',
  withdraw: 'reviewer',
  decide: 'reviewer',
  takeEffect: 'reviewer',
  setLine: 'reviewer',
  takeOut: 'reviewer',
  bringIn: 'admin',
};
const anyStep: fc.Arbitrary<Step> = fc.record({
  action: fc.oneof(
    { weight: 6, arbitrary: fc.constant('onward' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...ACTIONS) },
    { weight: 1, arbitrary: fc.constantFrom('return' as const, 'discard' as const, 'setLine' as const) },
  ),
  somebody: fc.option(fc.constantFrom<Who>('specialist', 'colleague', 'stranger', 'reviewer', 'leader', 'admin'), { nil: null, freq: 1 }),
  at: fc.nat(PROCEDURES - 1),
  choice: fc.nat(5),
});

const ONWARD: Record<Redesign['state'], Action> = {
  draft: 'submit',
  returned: 'submit',
  submitted: 'accept',
  accepted: 'bundle',
  bundled: 'offer',
  approved: 'takeEffect',
  rejected: 'open',
  inEffect: 'open',
  discarded: 'restore',
};

function onward(redesign: Redesign | null, submission: Submission | null): Action {
  if (!redesign) return 'open';
  if (redesign.state === 'draft' && Object.keys(redesign.marks).length === 0) return 'mark';
  if (redesign.state !== 'bundled') return ONWARD[redesign.state];
  return submission?.state === 'offered' ? 'signOff' : submission?.state === 'signed' ? 'decide' : 'offer';
}

/** What has happened in one run. */
class Run {
  readonly procedures: string[];
  /** Every redesign that was opened, by procedure; the last one is the one that steps are about. */
  readonly redesigns = new Map<string, string[]>();
  readonly submissions: string[] = [];
  readonly proposals = new Map<string, Proposal>();
  readonly refusals: string[] = [];
  readonly states = new Set<string>();

  constructor(procedures: string[]) {
    this.procedures = procedures;
  }

  async take({ action: wanted, somebody, at, choice }: Step): Promise<void> {
    const procedure = this.procedures[at] ?? '';
    const redesign = await this.#redesign(procedure);
    const submission = await this.#submission();
    const action = wanted === 'onward' ? onward(redesign, submission) : wanted;
    const who = somebody ?? ABLE[action];
    // Nothing is returned without a comment.
    if (action === 'return' && redesign)
      await workspace.ask('POST', `/api/redesigns/${redesign.id}/comments`, { as: 'reviewer', json: { text: 'Nêu rõ.' } });
    const asked = this.#asking(action, procedure, choice, redesign, submission);
    if (!asked) return;
    const { method = 'POST', path, ...sent } = await asked;
    const answer = await workspace.ask(method, path, { as: who, ...sent });
    if (answer.status >= 500) throw new Error(`${action} by ${who}: ${answer.status} ${await answer.text()}`);
    if (answer.status === 403) this.refusals.push((await problemOf(answer)).detail);
    if (answer.status === 201) await this.#remember(action, procedure, answer);
    const now = redesign && (await workspace.stores.redesigns.read(redesign.id));
    if (now) this.states.add(now.state);
  }

  async #redesign(procedure: string): Promise<Redesign | null> {
    const id = this.redesigns.get(procedure)?.at(-1);
    return id === undefined ? null : workspace.stores.redesigns.read(id);
  }

  async #submission() {
    const id = this.submissions.at(-1);
    return id === undefined ? null : workspace.stores.submissions.read(id);
  }

  async #remember(action: Action, procedure: string, answer: Response): Promise<void> {
    if (action === 'open') {
      const { redesign } = await bodyOf<{ redesign: Redesign }>(answer);
      this.redesigns.set(procedure, [...(this.redesigns.get(procedure) ?? []), redesign.id]);
    }
    if (action === 'submit') {
      const { redesign, proposal } = await bodyOf<{ redesign: Redesign; proposal: { number: number } }>(answer);
      const frozen = await workspace.stores.redesigns.proposal(redesign.id, proposal.number);
      if (frozen) this.proposals.set(`${redesign.id} ${proposal.number}`, frozen);
    }
  }

  #asking(
    action: Action,
    procedure: string,
    choice: number,
    redesign: Redesign | null,
    submission: Submission | null,
  ): (Asking & { method?: string; path: string }) | Promise<Asking & { method?: string; path: string }> | null {
    const line = `/api/plans/${PLAN}/lines`;
    if (action === 'open') return { path: '/api/redesigns', json: { procedure } };
    if (action === 'bringIn') return { path: line, json: { procedures: [procedure], settings: { deadline: `2026-0${choice + 1}-28` } } };
    if (action === 'setLine' || action === 'takeOut') return this.#aboutLine(action, procedure, choice);
    if (action === 'bundle' && submission?.state !== 'drafting') return this.#compose();
    if (submission && redesign) {
      const path = `/api/submissions/${submission.id}`;
      const { version } = submission;
      if (action === 'bundle') return { path: `${path}/entries`, json: { redesigns: [redesign.id] }, version };
      if (action === 'unbundle') return { path: `${path}/removals`, json: { redesigns: [redesign.id] }, version };
      if (action === 'offer' || action === 'withdraw') return { path: `${path}/${action}`, version };
      if (action === 'signOff') return { path: `${path}/sign-off`, version };
      if (action === 'sendBack') return { path: `${path}/send-back`, json: { reason: 'Sửa lại.' }, version };
      if (action === 'reopen') return { path: `${path}/reopen`, json: { reason: 'Sửa lại.' }, version };
      if (action === 'takeEffect') return { path: `${path}/effect`, json: { redesigns: [redesign.id] } };
      if (action === 'decide') {
        const outcomes = submission.entries.map(({ redesign: of }, index) => outcomeOf(of, choice + index));
        return { path: `${path}/decision`, json: aDecisionOf(workspace, outcomes), version };
      }
    }
    if (!redesign) return null;
    const path = `/api/redesigns/${redesign.id}`;
    const { version } = redesign;
    const element = FIELDS[choice % FIELDS.length] ?? FIELDS[0];
    if (action === 'mark')
      return { path: `${path}/edits`, json: { edits: [{ kind: 'mark', element, mark: aFullMark('remove') }] }, version };
    if (action === 'unmark') return { path: `${path}/edits`, json: { edits: [{ kind: 'unmark', element }] }, version };
    if (action === 'comment') return { path: `${path}/comments`, json: { text: 'Nêu rõ căn cứ.' } };
    if (action === 'return') return { path: `${path}/return`, json: {}, version };
    if (action === 'submit' || action === 'accept' || action === 'discard' || action === 'restore')
      return { path: `${path}/${action}`, version };
    return null;
  }

  async #aboutLine(action: 'setLine' | 'takeOut', procedure: string, choice: number) {
    const path = `/api/plans/${PLAN}/lines/${procedure}`;
    const version = (await workspace.stores.lines.read(PLAN, procedure))?.version ?? 1;
    if (action === 'takeOut') return { method: 'DELETE', path, version };
    const deadline = choice % 3 === 0 ? {} : { deadline: `2026-0${choice + 1}-15` };
    const json = { office: choice === 5 ? OTHER_OFFICE.id : OFFICE.id, dossiersPerYear: choice * 100, ...deadline };
    return { method: 'PUT', path, json, version };
  }

  async #compose() {
    const answer = await workspace.ask('POST', '/api/submissions', { as: 'reviewer', json: { title: 'Tờ trình (minh họa)' } });
    const { submission } = await bodyOf<SubmissionAnswer>(answer);
    this.submissions.push(submission.id);
    const redesigns = [...this.redesigns.values()].flatMap((ids) => ids.at(-1) ?? []);
    return {
      path: `/api/submissions/${submission.id}/entries`,
      json: { redesigns: redesigns.length > 0 ? redesigns : ['khong-co'] },
      version: 1,
    };
  }
}

function outcomeOf(redesign: string, choice: number): Outcome {
  if (choice % 3 === 0) return { redesign, outcome: 'rejected', reason: 'Chưa đủ điều kiện (minh họa).' };
  return { redesign, outcome: 'approved' };
}

async function refusedLines(): Promise<JournalLine[]> {
  const month = new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 7);
  const lines: JournalLine[] = [];
  let after: string | null | undefined;
  do {
    const page = await workspace.stores.journal.page({ month, refused: true, ...(after && { after }) });
    lines.push(...page.events);
    after = page.next;
  } while (after !== null);
  return lines;
}

const ably = (action: Action): Step => ({ action, somebody: null, at: 0, choice: 0 });
/** States that luck might miss. */
const THERE_AND_BACK = (['open', 'mark', 'submit', 'return', 'discard', 'restore', 'submit', 'accept', 'return', 'discard'] as const).map(
  ably,
);

const reached = new Set<string>();

test('any sequence of actions by any people leaves totals, lines and rankings as a recount has them, and records every refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 40, maxLength: 80, size: 'max' }), async (steps) => {
      const published = await Promise.all(Array.from({ length: PROCEDURES }, () => workspace.publish()));
      const run = new Run(published.map(({ id }) => id));
      const known = (await refusedLines()).map(({ because }) => because);
      for (const step of steps) await run.take(step);

      const { differences } = await workspace.stores.recount({
        plan: PLAN,
        repair: false,
        event: () => Promise.reject(new Error('Nothing is mended.')) as never,
      });
      expect(differences).toEqual([]);

      const recorded = (await refusedLines()).map(({ because }) => because);
      for (const reason of known) recorded.splice(recorded.indexOf(reason), 1);
      for (const reason of run.refusals) {
        const at = recorded.findIndex((because) => because !== undefined && reason.startsWith(because.replace(/…$/u, '')));
        expect({ reason, at }).toEqual({ reason, at: expect.toSatisfy((found: number) => found >= 0) });
        recorded.splice(at, 1);
      }

      for (const [name, proposal] of run.proposals) {
        const [redesign = '', number] = name.split(' ');
        expect(await workspace.stores.redesigns.proposal(redesign, Number(number))).toEqual(proposal);
      }
      const all = await Promise.all(run.submissions.map((id) => workspace.stores.submissions.read(id)));
      const bundled = all.filter((one) => one && one.state !== 'withdrawn' && one.state !== 'decided').flatMap((one) => one?.entries ?? []);
      expect(new Set(bundled.map(({ redesign }) => redesign)).size).toBe(bundled.length);
      for (const state of run.states) reached.add(state);
    }),
    { numRuns: 12, examples: [[THERE_AND_BACK]] },
  );
  // A run that never gets anywhere would prove nothing.
  expect([...reached].toSorted()).toEqual([
    'accepted',
    'approved',
    'bundled',
    'discarded',
    'draft',
    'inEffect',
    'rejected',
    'returned',
    'submitted',
  ]);
}, 240_000);
