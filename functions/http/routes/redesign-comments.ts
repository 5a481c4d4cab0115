// Comments on a redesign: made by Văn phòng Sở, answered by both sides, closed when they are settled.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { OutdatedError } from '#functions/store/errors.ts';
import { aboutComment, newComment, replied, resolved } from '#procedures/review/comments.ts';
import type { Comment } from '#procedures/review/comment.ts';
import type { Person } from '#procedures/review/person.ts';
import { Id, Prose } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import { commentPlaces } from '../comment-place.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { eventLine } from '../event-line.ts';
import { createFooting } from '../footing.ts';
import { notFound, ProblemError } from '../problem.ts';
import { body, byId, etag, ifMatch, page, path } from '../validate.ts';

const Commenting = z.strictObject({ element: z.optional(Id), proposal: z.optional(z.int().check(z.gte(1))), text: Prose });
const Replying = z.strictObject({ text: Prose });
const Resolving = z.strictObject({ resolved: z.boolean() });
const byComment = path(z.object({ id: Id, comment: Id }));

const MOST_REPLIES = 100;
const ATTEMPTS = 5;
/** Milliseconds since 1970 in base 36, as long as they will be for the next 3,000 years. */
const MOMENT_DIGITS = 9;

/**
 * `/api/redesigns/:id/comments`. The redesign keeps its version. A reply asks for no version: it takes nothing away. Closing and opening
 * ask for the version of the comment in `If-Match`: 409 with the comment as it is now. 404 for an element that is not there, 422 for one
 * comment or reply too many.
 */
export const redesignComments = (deps: AppDeps) => {
  const { comments } = deps.stores;
  const access = new Access(deps);
  const placeOf = commentPlaces(deps.stores, createFooting(deps.stores));

  const present = async (redesign: string, id: string): Promise<Comment> => {
    const comment = await comments.read(redesign, id);
    if (!comment) throw notFound('góp ý này');
    return comment;
  };

  return new Hono<SignedInEnv>()
    .get('/:id/comments', byId, page, async (c) => {
      const { id } = c.req.valid('param');
      const { after } = c.req.valid('query');
      const [{ rows, next }, talk] = await Promise.all([comments.page(id, { after }), comments.talk(id), access.read(c.var.subject, id)]);
      return c.json({ comments: rows, talk, next }, 200);
    })
    .post('/:id/comments', byId, body(Commenting), async (c) => {
      const { text, ...wanted } = c.req.valid('json');
      const { person, redesign, at } = await access.read(c.var.subject, c.req.valid('param').id, 'comment');
      const id = `${Date.parse(at).toString(36).padStart(MOMENT_DIGITS, '0')}-${deps.newId()}`;
      const place = await placeOf(redesign, wanted);
      const comment = newComment({ id, redesign: redesign.id, ...place }, { by: authorOf(person), at, text });
      const about = aboutComment(comment, text);
      await comments.save({
        from: null,
        to: comment,
        event: eventLine(person, 'comment', redesign, at, { about, proposal: place.proposal }),
      });
      return c.json(comment, 201, { ETag: etag(comment.version) });
    })
    .post('/:id/comments/:comment/replies', byComment, body(Replying), async (c) => {
      const { id, comment: of } = c.req.valid('param');
      const { text } = c.req.valid('json');
      const { person, redesign, at } = await access.read(c.var.subject, id, 'reply');
      for (let attempt = 1; ; attempt++) {
        const from = await present(id, of);
        if (from.replies.length >= MOST_REPLIES) throw new ProblemError('refused', 'Góp ý này đã có đủ số trả lời cho phép.');
        const to = replied(from, { by: authorOf(person), at, text });
        const event = eventLine(person, 'reply', redesign, at, { about: aboutComment(from, text) });
        try {
          await comments.save({ from, to, event });
          return c.json(to, 201, { ETag: etag(to.version) });
        } catch (error) {
          if (!(error instanceof OutdatedError) || attempt === ATTEMPTS) throw error;
        }
      }
    })
    .post('/:id/comments/:comment/resolved', byComment, ifMatch, body(Resolving), async (c) => {
      const { id, comment: of } = c.req.valid('param');
      const version = c.req.valid('header')['if-match'];
      const closed = c.req.valid('json').resolved;
      const { person, redesign, at } = await access.read(c.var.subject, id, 'resolve');
      const from = await present(id, of);
      // Asking for what is so already changes nothing, whoever did it.
      if (closed === (from.resolved !== undefined)) return c.json(from, 200, { ETag: etag(from.version) });
      const to = resolved({ ...from, version }, closed, { by: authorOf(person), at });
      const about = `${closed ? 'khép' : 'mở lại'} góp ý ${aboutComment(from, from.text)}`;
      await comments.save({ from: { ...from, version }, to, event: eventLine(person, 'resolve', redesign, at, { about }) });
      return c.json(to, 200, { ETag: etag(to.version) });
    });
};

const authorOf = ({ subject, name }: Person): Comment['by'] => ({ subject, name });
