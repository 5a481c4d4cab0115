// What is done to a submission itself: begin it, write it, hand it to the leader and back, sign it, take the signature back.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import type { SubmissionChange } from '#functions/store/submission-store.ts';
import { letterheadAt } from '#procedures/plan/letterhead.ts';
import { moveEntry, newSubmission, rewritten } from '#procedures/proposal/compose.ts';
import { signedContent } from '#procedures/proposal/sign-off.ts';
import { GROUPINGS, Letter, type Submission } from '#procedures/proposal/submission.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import type { SubmissionAction } from '#procedures/review/transitions.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { submissionLine } from '../event-line.ts';
import { notFound, ProblemError } from '../problem.ts';
import { hashOf } from '../proposal-batches.ts';
import { type Handling, SubmissionAccess } from '../submission-access.ts';
import { answerOf, tagOf } from '../submission-answer.ts';
import { body, byId, ifMatch } from '../validate.ts';

const Composing = z.strictObject({ title: Label });
const Content = z.strictObject({ title: Label, grouping: z.enum(GROUPINGS), letter: Letter });
const Moving = z.strictObject({ redesign: Id, to: z.int().check(z.gte(0), z.lte(1_000)) });
const Reasoned = z.strictObject({ reason: Prose });

/**
 * `/api/submissions`, changing. All but beginning one ask for the version in `If-Match` (428 without it, 409 with what is there now when
 * it is old); 403 for whoever the table refuses. Answers are `{submission, summary, pending}`, the new version comes back in `ETag`.
 */
export const submissionChanges = (deps: AppDeps) => {
  const { submissions, plans } = deps.stores;
  const access = new SubmissionAccess(deps);

  /** The submission that is to be changed, and how the change is saved. */
  async function changing(subject: string, id: string, action: SubmissionAction, version: number) {
    const handling = await access.withSubmission(subject, id, action, version);
    const change = (over: Partial<Submission>, about?: string) => changeOf(handling, action, over, about);
    return { ...handling, change };
  }
  const saved = async (change: SubmissionChange) => {
    await submissions.save(change);
    return change.submission;
  };

  return new Hono<SignedInEnv>()
    .post('/', body(Composing), async (c) => {
      const plan = await plans.current();
      const { person, by } = await access.permitComposing(c.var.subject, plan.id);
      const letterhead = letterheadAt(plan, dayOf(by.at));
      const submission = newSubmission({ id: deps.newId(), plan, title: c.req.valid('json').title, letterhead, by });
      const event = submissionLine(person, 'compose', submission, by.at, {
        submissionStates: { to: submission.state },
        about: submission.title,
      });
      await submissions.save({ submission, base: null, event });
      return c.json(answerOf(submission), 201, tagOf(submission));
    })
    .put('/:id', byId, ifMatch, body(Content), async (c) => {
      const { change } = await changing(c.var.subject, c.req.valid('param').id, 'arrange', c.req.valid('header')['if-match']);
      const submission = await saved(change(c.req.valid('json'), 'Sửa nội dung tờ trình'));
      return c.json(answerOf(submission), 200, tagOf(submission));
    })
    .post('/:id/moves', byId, ifMatch, body(Moving), async (c) => {
      const { redesign, to } = c.req.valid('json');
      const { submission, change } = await changing(c.var.subject, c.req.valid('param').id, 'arrange', c.req.valid('header')['if-match']);
      if (!submission.entries.some((entry) => entry.redesign === redesign)) throw notFound('phương án này trong tờ trình');
      const next = await saved(change({ entries: moveEntry(submission, redesign, to) }, 'Đổi thứ tự phương án'));
      return c.json(answerOf(next), 200, tagOf(next));
    })
    .post('/:id/offer', byId, ifMatch, async (c) => {
      const { submission, by, change } = await changing(c.var.subject, c.req.valid('param').id, 'offer', c.req.valid('header')['if-match']);
      if (submission.entries.length === 0) throw new ProblemError('refused', NO_ENTRIES);
      const next = await saved(change({ offeredAt: by.at, sentBack: undefined }));
      return c.json(answerOf(next), 200, tagOf(next));
    })
    .post('/:id/send-back', byId, ifMatch, body(Reasoned), async (c) => {
      const { reason } = c.req.valid('json');
      const { by, change } = await changing(c.var.subject, c.req.valid('param').id, 'sendBack', c.req.valid('header')['if-match']);
      const next = await saved(change({ sentBack: { by: by.name, at: by.at, reason } }, reason));
      return c.json(answerOf(next), 200, tagOf(next));
    })
    .post('/:id/sign-off', byId, ifMatch, async (c) => {
      const { submission, by, change } = await changing(
        c.var.subject,
        c.req.valid('param').id,
        'signOff',
        c.req.valid('header')['if-match'],
      );
      const plan = await plans.recently(submission.plan);
      const rule = countingRule(plan.rule);
      if (!rule) throw notFound(`quy tắc đếm ${plan.rule}`);
      const content = signedContent({ submission, plan, rule, by: by.name, at: by.at });
      const signed = { ...content, hash: hashOf({ ...content, hash: '' }) };
      const { number, hash } = signed;
      const about = `Lần ký ${number}, mã xác thực ${hash}`;
      const signing = change({ signings: number, signed: { number, hash, by: by.name, at: by.at } }, about);
      await submissions.sign(signing, signed);
      return c.json(answerOf(signing.submission), 200, tagOf(signing.submission));
    })
    .post('/:id/reopen', byId, ifMatch, body(Reasoned), async (c) => {
      const { reason } = c.req.valid('json');
      const { by, change } = await changing(c.var.subject, c.req.valid('param').id, 'reopen', c.req.valid('header')['if-match']);
      const next = await saved(change({ signed: undefined, sentBack: { by: by.name, at: by.at, reason } }, reason));
      return c.json(answerOf(next), 200, tagOf(next));
    });
};

const NO_ENTRIES = 'Tờ trình chưa có phương án nào. Hãy đưa phương án đã chấp nhận vào rồi trình lãnh đạo ký.';

/** The next version in the state that the table says, with its line of the history. */
function changeOf(
  { person, submission, next, by }: Handling,
  action: SubmissionAction,
  over: Partial<Submission>,
  about?: string,
): SubmissionChange {
  const changed = rewritten(submission, by, { ...over, state: next });
  const states = submission.state === next ? {} : { submissionStates: { from: submission.state, to: next } };
  return { submission: changed, base: submission, event: submissionLine(person, action, changed, by.at, { ...states, about }) };
}
