// What can be read of submissions: the list of a plan, one of them, its entries page by page, the decision on it, its history.
import { Hono } from 'hono/quick';
import type { Decision } from '#procedures/proposal/decision.ts';
import { Access } from '../access.ts';
import { entryPage, stretch } from '../entry-page.ts';
import { statesOf } from '../entry-states.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { submissionLine } from '../event-line.ts';
import { notFound } from '../problem.ts';
import { SubmissionAccess } from '../submission-access.ts';
import { answerOf, tagOf } from '../submission-answer.ts';
import { byId, page } from '../validate.ts';

const FIRST_PAGE = 100;

/**
 * `/api/submissions`, reading, for everyone signed in: pages of the current plan (`{rows, next}`), one submission without its entries and
 * its version as `ETag`, entries in printing order (`{entries, total}`, 50 unless asked otherwise) with how far each has come, the
 * decision, the history newest first. 404 for what is not there. Reading a history leaves a line in it.
 */
export const submissionReadings = (deps: AppDeps) => {
  const { submissions, plans, history } = deps.stores;
  const access = new Access(deps);
  const handling = new SubmissionAccess(deps);
  return new Hono<SignedInEnv>()
    .get('/', page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      const [plan] = await Promise.all([plans.current(), access.person(c.var.subject)]);
      return c.json(await submissions.page({ plan: plan.id, after, limit }), 200);
    })
    .get('/:id', byId, async (c) => {
      const { submission } = await handling.withSubmission(c.var.subject, c.req.valid('param').id, 'readSubmission');
      const decision = submission.decided ? await submissions.decision(submission.id) : null;
      return c.json({ ...answerOf(submission), decision: decision && withoutOutcomes(decision) }, 200, tagOf(submission));
    })
    .get('/:id/entries', byId, stretch, async (c) => {
      const { submission } = await handling.withSubmission(c.var.subject, c.req.valid('param').id, 'readSubmission');
      const { entries, total } = entryPage(submission, c.req.valid('query'));
      const [states, decision] = await Promise.all([
        statesOf(deps.stores, submission, entries),
        submission.decided ? submissions.decision(submission.id) : null,
      ]);
      const outcomes = new Map(decision?.outcomes.map((outcome) => [outcome.redesign, outcome]));
      const rows = entries.map((entry) => ({ ...entry, state: states.get(entry.redesign), outcome: outcomes.get(entry.redesign) }));
      return c.json({ entries: rows, total }, 200);
    })
    .get('/:id/decision', byId, async (c) => {
      const { submission } = await handling.withSubmission(c.var.subject, c.req.valid('param').id, 'readSubmission');
      const decision = await submissions.decision(submission.id);
      if (!decision) throw notFound('quyết định về tờ trình này');
      return c.json(decision, 200);
    })
    .get('/:id/history', byId, page, async (c) => {
      const { after } = c.req.valid('query');
      const { person, submission, by } = await handling.withSubmission(c.var.subject, c.req.valid('param').id, 'readSubmission');
      const lines = await history.page({ submission: submission.id }, { after });
      // The reading stands in the history too, once for all its pages.
      if (after === undefined) await history.record(submissionLine(person, 'readHistory', submission, by.at));
      return c.json(lines, 200);
    });
};

/** How many were approved, in part, or not, instead of the outcome of each. */
function withoutOutcomes({ outcomes, ...decision }: Decision) {
  const counts = { approved: 0, partly: 0, rejected: 0 };
  for (const { outcome } of outcomes) counts[outcome] += 1;
  return { ...decision, counts };
}
