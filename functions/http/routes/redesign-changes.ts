// What can be done to a redesign: open, edit, submit, discard, restore. Each handler loads, calls a pure function and saves.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { applyEdits } from '#procedures/redesign/edit.ts';
import { Edits } from '#procedures/redesign/edit-schema.ts';
import { withWriter } from '#procedures/redesign/writers.ts';
import { Id } from '#procedures/text/label.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Access } from '../access.ts';
import { answerRedesign } from '../answer-redesign.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { before } from '../event-line.ts';
import { createFooting } from '../footing.ts';
import { moved, save } from '../moving.ts';
import { opening } from '../opening.ts';
import { ProblemError } from '../problem.ts';
import { submission } from '../submission.ts';
import { body, byId, etag, ifMatch } from '../validate.ts';

const Opening = z.strictObject({ procedure: Id });
const Editing = z.strictObject({ edits: Edits });

/**
 * `/api/redesigns`, writing. All but opening ask for the version in `If-Match` (428 without it, 409 with what is there now when it is old);
 * 403 for whoever `may` refuses, 422 with refusals or gaps for what cannot stand. The new version comes back in `ETag`.
 */
export const redesignChanges = (deps: AppDeps) => {
  const { redesigns, procedures, settings } = deps.stores;
  const access = new Access(deps);
  const answer = answerRedesign(redesigns);
  const footing = createFooting(deps.stores);
  const open = opening(deps, access, footing);
  return new Hono<SignedInEnv>()
    .post('/', body(Opening), async (c) => {
      const { redesign, isNew } = await open(c.var.subject, c.req.valid('json').procedure);
      const headers = { ETag: etag(redesign.version) };
      return isNew ? c.json({ redesign }, 201, headers) : c.json({ redesign }, 200, headers);
    })
    .post('/:id/edits', byId, ifMatch, body(Editing), async (c) => {
      const { edits } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const redesign = await access.quickly(c.var.subject, id, c.req.valid('header')['if-match'], 'edit', async (change) => {
        const { revision, rule } = await footing.of(change.redesign);
        const edited = applyEdits(change.redesign, revision.procedure, edits, rule, change.by);
        if (!edited.ok) throw refused(edited.refusals);
        const next = { ...edited.redesign, state: change.next, writers: withWriter(change.redesign, change.person.subject) };
        return save(redesigns, change, 'edit', next, { edits, from: before(change.redesign, edits) });
      });
      return answer(c, redesign);
    })
    .post('/:id/submit', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'submit');
      const [stand, lists] = await Promise.all([footing.of(change.redesign), settings.lists(dayOf(change.by.at))]);
      const { redesign, proposal, event } = await submission(change, stand, lists);
      await redesigns.submit(redesign, change.redesign, proposal, event);
      const { number, hash } = proposal;
      return c.json({ redesign, proposal: { number, hash } }, 201, { ETag: etag(redesign.version) });
    })
    .post('/:id/discard', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'discard');
      return answer(c, await save(redesigns, change, 'discard', moved(change)));
    })
    .post('/:id/restore', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'restore');
      const { procedure, office } = change.redesign;
      const head = await procedures.head(procedure);
      if (head && head.row.office !== office) throw new ProblemError('refused', handedOver(head.row.officeName));
      return answer(c, await save(redesigns, change, 'restore', moved(change)));
    });
};

const handedOver = (office: string): string =>
  `Thủ tục đã chuyển sang ${office} chủ trì nên bản soạn của phòng cũ không khôi phục được. ${office} có thể mở bản mới.`;

const refused = (refusals: NonNullable<ProblemError['problem']['refusals']>) =>
  new ProblemError('refused', refusals.map(({ message }) => message).join(' '), { refusals });
