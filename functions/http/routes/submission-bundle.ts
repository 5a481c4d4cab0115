// Proposals into a submission, out of it, and all of them out when it is given up.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { rewritten } from '#procedures/proposal/compose.ts';
import { Id } from '#procedures/text/label.ts';
import { bundle, unbundle } from '../bundling.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { submissionLine } from '../event-line.ts';
import { SubmissionAccess } from '../submission-access.ts';
import { answerOf, tagOf } from '../submission-answer.ts';
import { body, byId, ifMatch } from '../validate.ts';

const Redesigns = z.strictObject({ redesigns: z.array(Id).check(z.minLength(1), z.maxLength(100)) });
/** So many entries are taken out in one request: a function may run for some seconds only. */
const MOST_AT_ONCE = 200;

/**
 * `/api/submissions`, bundling; all ask for the version in `If-Match`. Adding answers what was added and why the rest was not; giving a
 * submission up takes out at most 200 entries, and `left` says how many are still to come out by asking again on the new version.
 */
export const submissionBundle = (deps: AppDeps) => {
  const { stores } = deps;
  const access = new SubmissionAccess(deps);
  return new Hono<SignedInEnv>()
    .post('/:id/entries', byId, ifMatch, body(Redesigns), async (c) => {
      const handling = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'arrange', c.req.valid('header')['if-match']);
      const { submission, moved, refused } = await bundle(stores, handling, c.req.valid('json').redesigns);
      return c.json({ ...answerOf(submission), added: moved, refused }, 200, tagOf(submission));
    })
    .post('/:id/removals', byId, ifMatch, body(Redesigns), async (c) => {
      const handling = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'arrange', c.req.valid('header')['if-match']);
      const submission = await unbundle(stores, handling, c.req.valid('json').redesigns);
      return c.json(answerOf(submission), 200, tagOf(submission));
    })
    .post('/:id/withdraw', byId, ifMatch, async (c) => {
      const handling = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'withdraw', c.req.valid('header')['if-match']);
      const { person, by, next, submission: start } = handling;
      const leaving = start.entries.slice(-MOST_AT_ONCE).map(({ redesign }) => redesign);
      const emptied = await unbundle(stores, handling, leaving);
      if (emptied.entries.length > 0) return c.json({ ...answerOf(emptied), left: emptied.entries.length }, 200, tagOf(emptied));
      const submission = rewritten(emptied, by, { state: next });
      const event = submissionLine(person, 'withdraw', submission, by.at, { submissionStates: { from: start.state, to: next } });
      await stores.submissions.save({ submission, base: emptied, event });
      return c.json({ ...answerOf(submission), left: 0 }, 200, tagOf(submission));
    });
};
