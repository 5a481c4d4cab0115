// The Chairman's decision on a signed submission: recording it, carrying it out on the redesigns, putting them into effect.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { StoreError } from '#functions/store/errors.ts';
import { pendingOf, rewritten } from '#procedures/proposal/compose.ts';
import { decisionIssues, partIssues } from '#procedures/proposal/decide.ts';
import { type Decision, DecisionInput } from '#procedures/proposal/decision.ts';
import type { SignedSubmission, Submission } from '#procedures/proposal/submission.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Id } from '#procedures/text/label.ts';
import { carryOut } from '../deciding.ts';
import { putIntoEffect } from '../effecting.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { submissionLine } from '../event-line.ts';
import { notFound, type PlacedIssue, ProblemError } from '../problem.ts';
import { SubmissionAccess } from '../submission-access.ts';
import { answerOf, tagOf } from '../submission-answer.ts';
import { body, byId, ifMatch } from '../validate.ts';

const Effecting = z.strictObject({ redesigns: z.array(Id).check(z.minLength(1), z.maxLength(50)) });
/** Proposals that are in memory at once. */
const BATCH = 20;

/**
 * `/api/submissions`, deciding. Recording asks for the version in `If-Match` and answers 422 with every place that does not fit what was
 * signed; from then on the decision stands, and `pending` says how many redesigns it has yet to move. `apply` goes on with them and can be
 * asked as often as it takes. `effect` answers what is in effect now, and why the rest is not.
 */
export const submissionDecision = (deps: AppDeps) => {
  const { stores } = deps;
  const { submissions, redesigns } = stores;
  const access = new SubmissionAccess(deps);

  /** Every place of the input that does not fit what was signed; proposals are opened only for decisions in part, and only if all else fits. */
  async function issuesOf(input: DecisionInput, signed: SignedSubmission, today: string): Promise<PlacedIssue[]> {
    const issues = decisionIssues(input, signed, today);
    if (issues.length > 0) return issues;
    const numbers = new Map(signed.entries.map(({ redesign, number }) => [redesign, number]));
    const parts = input.outcomes.flatMap((outcome, index) =>
      outcome.outcome === 'partly' ? [{ outcome, path: `outcomes[${index}]` }] : [],
    );
    for (let from = 0; from < parts.length; from += BATCH) {
      const batch = parts.slice(from, from + BATCH);
      const wanted = batch.map(({ outcome: { redesign } }) => ({ redesign, number: numbers.get(redesign) ?? 0 }));
      const proposals = await redesigns.proposals(wanted);
      for (const [index, { outcome, path }] of batch.entries()) {
        const proposal = proposals[index];
        if (!proposal) throw notFound('phương án đã trình');
        issues.push(...partIssues(path, outcome, proposal));
      }
    }
    return issues;
  }

  return new Hono<SignedInEnv>()
    .post('/:id/decision', byId, ifMatch, body(DecisionInput), async (c) => {
      const input = c.req.valid('json');
      const handling = await access.withSubmission(
        c.var.subject,
        c.req.valid('param').id,
        'recordDecision',
        c.req.valid('header')['if-match'],
      );
      const { person, submission: base, next, by } = handling;
      if (base.decided) throw new ProblemError('refused', alreadyDecided(base.decided.number));
      const signed = base.signed && (await submissions.signed(base.id, base.signed.number));
      if (!signed) throw notFound('tờ trình đã ký');
      const issues = await issuesOf(input, signed, dayOf(by.at));
      if (issues.length > 0)
        throw new ProblemError('bad-input', 'Quyết định chưa khớp với tờ trình đã ký. Xem từng chỗ bên dưới.', { issues });
      const { number, hash } = signed;
      const decision: Decision = { ...input, submission: base.id, signed: { number, hash }, recordedBy: by.name, recordedAt: by.at };
      const { date, effectiveFrom } = input;
      const decided = { number: input.number, date, effectiveFrom, by: by.name, at: by.at, applied: 0 };
      const submission = rewritten(base, by, { state: next, decided });
      const more = { submissionStates: { from: base.state, to: next }, about: `Quyết định số ${input.number}` };
      await submissions.decide({ submission, base, event: submissionLine(person, 'recordDecision', submission, by.at, more) }, decision);
      const now = await begun(carryOut(stores, handling, base.id), submission);
      return c.json(answerOf(now), 200, tagOf(now));
    })
    .post('/:id/decision/apply', byId, async (c) => {
      const handling = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'recordDecision');
      const { id, decided } = handling.submission;
      if (!decided) throw notFound('quyết định về tờ trình này');
      const now = await carryOut(stores, handling, id);
      return c.json({ pending: now ? pendingOf(now) : 0 }, 200);
    })
    .post('/:id/effect', byId, body(Effecting), async (c) => {
      const handling = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'readSubmission');
      await access.permitRole(handling, 'takeEffect', 'approved');
      const decision = await submissions.decision(handling.submission.id);
      if (!decision) throw notFound('quyết định về tờ trình này');
      return c.json(await putIntoEffect(stores, handling, decision, c.req.valid('json').redesigns), 200);
    });
};

const alreadyDecided = (number: string): string => `Tờ trình này đã ghi Quyết định số ${number}. Quyết định đã ghi không sửa được.`;

/** The decision stands whatever becomes of the first attempt to carry it out; what is left is pending. */
async function begun(carrying: Promise<Submission | null>, recorded: Submission): Promise<Submission> {
  try {
    return (await carrying) ?? recorded;
  } catch (error) {
    if (error instanceof StoreError) return recorded;
    throw error;
  }
}
