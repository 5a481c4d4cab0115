// What Văn phòng Sở does with a submitted proposal: accept it, or return it with at least one open comment.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { Prose } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import { answerRedesign } from '../answer-redesign.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { moved, save } from '../moving.ts';
import { ProblemError } from '../problem.ts';
import { body, byId, ifMatch } from '../validate.ts';

const Returning = z.strictObject({ reason: z.optional(Prose) });

/**
 * `/api/redesigns`, reviewing: both ask for the version in `If-Match` (428 without it, 409 with what is there now when it is old) and
 * answer with the redesign; 403 for whoever `may` refuses, 422 for a return that no open comment explains.
 */
export const redesignReview = (deps: AppDeps) => {
  const { redesigns, comments } = deps.stores;
  const access = new Access(deps);
  const answer = answerRedesign(redesigns);
  return new Hono<SignedInEnv>()
    .post('/:id/accept', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'accept');
      const { name: acceptedBy, at: acceptedAt } = change.by;
      return answer(c, await save(redesigns, change, 'accept', { ...moved(change), acceptedAt, acceptedBy }));
    })
    .post('/:id/return', byId, ifMatch, body(Returning), async (c) => {
      const { reason: about } = c.req.valid('json');
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'return');
      const also = { write: comments.hasOpen(change.redesign.id), error: () => new ProblemError('refused', NOTHING_OPEN) };
      const more = { about, proposal: change.redesign.frozen?.number };
      return answer(c, await save(redesigns, change, 'return', { ...moved(change), returnedAt: change.by.at }, more, [also]));
    });
};

const NOTHING_OPEN = 'Cần ít nhất một góp ý đang mở trước khi trả lại, để phòng chủ trì biết phải sửa gì. Hãy thêm góp ý rồi trả lại.';
