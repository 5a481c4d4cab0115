// Redesigns: open, read, edit, submit, discard, restore. Each handler loads, calls a pure function and saves.
import type { Context } from 'hono';
import { Hono } from 'hono/quick';
import * as z from 'zod';
import { AlreadyOpenError } from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import { applyEdits } from '#procedures/redesign/edit.ts';
import { Edits } from '#procedures/redesign/edit-schema.ts';
import { openRedesign } from '#procedures/redesign/open-redesign.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { Id } from '#procedures/text/label.ts';
import { type Change, createAccess } from '../access.ts';
import { IMMUTABLE } from '../base.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { before, eventLine } from '../event-line.ts';
import { createFooting } from '../footing.ts';
import { notFound, ProblemError } from '../problem.ts';
import { signedIn } from '../signed-in.ts';
import { submission } from '../submission.ts';
import { body, byId, etag, ifMatch, Ordinal, page, path } from '../validate.ts';

const FIRST_PAGE = 100;
const Opening = z.strictObject({ procedure: Id });
const Editing = z.strictObject({ edits: Edits });
const byProposal = path(z.object({ id: Id, number: Ordinal }));

/** The next version, in the state that the table of transitions says. */
const moved = ({ redesign, next, by }: Change): Redesign => ({
  ...redesign,
  state: next,
  version: redesign.version + 1,
  updatedBy: by.name,
  updatedAt: by.at,
});

const answer = (c: Context, redesign: Redesign) => c.json(redesign, 200, { ETag: etag(redesign.version) });

export const redesignRoutes = (deps: AppDeps) => {
  const { redesigns, procedures, plans, history } = deps.stores;
  const access = createAccess(deps);
  const footing = createFooting(deps.stores);

  async function save(
    change: Change,
    action: 'edit' | 'discard' | 'restore',
    redesign: Redesign,
    more: Partial<Event> = {},
  ): Promise<Redesign> {
    const { person, redesign: base, by } = change;
    const states = base.state === redesign.state ? {} : { states: { from: base.state, to: redesign.state } };
    await redesigns.save(redesign, base, eventLine(person, action, redesign, by.at, { ...states, ...more }));
    return redesign;
  }

  return new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .post('/', body(Opening), async (c) => {
      const { procedure } = c.req.valid('json');
      const [person, head, plan] = await Promise.all([access.person(c.var.subject), procedures.head(procedure), plans.current()]);
      if (!head) throw notFound('thủ tục này');
      await access.permitOpening(person, head.row);
      const { rule, revision } = await footing.of({ plan: plan.id, procedure, revision: head.row.revision });
      const { office } = head.row;
      const at = access.moment();
      const opened = openRedesign({ id: deps.newId(), plan, revision, office, by: person.name, at, rule });
      try {
        await redesigns.open(opened, eventLine(person, 'open', opened, at));
        return c.json({ redesign: opened }, 201, { ETag: etag(opened.version) });
      } catch (error) {
        const present = error instanceof AlreadyOpenError ? await redesigns.read(error.redesign) : null;
        if (!present) throw error;
        return c.json({ redesign: present }, 200, { ETag: etag(present.version) });
      }
    })
    .get('/', page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      const [plan] = await Promise.all([plans.current(), access.person(c.var.subject)]);
      const { rows, next } = await redesigns.page({ plan: plan.id, after, limit });
      const names = new Map(plan.offices.map(({ id, name }) => [id, name]));
      return c.json({ rows: rows.map((row) => ({ ...row, officeName: names.get(row.office) })), next }, 200);
    })
    .get('/:id', byId, async (c) => {
      const { redesign } = await access.read(c.var.subject, c.req.valid('param').id);
      return answer(c, redesign);
    })
    .post('/:id/edits', byId, ifMatch, body(Editing), async (c) => {
      const { edits } = c.req.valid('json');
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'edit');
      const { revision, rule } = await footing.of(change.redesign);
      const edited = applyEdits(change.redesign, revision.procedure, edits, rule, change.by);
      if (!edited.ok)
        throw new ProblemError('refused', edited.refusals.map(({ message }) => message).join(' '), { refusals: edited.refusals });
      const redesign = { ...edited.redesign, state: change.next };
      return answer(c, await save(change, 'edit', redesign, { edits, from: before(change.redesign, edits) }));
    })
    .post('/:id/submit', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'submit');
      const { redesign, proposal, event } = await submission(change, await footing.of(change.redesign));
      await redesigns.submit(redesign, change.redesign, proposal, event);
      const { number, hash } = proposal;
      return c.json({ redesign, proposal: { number, hash } }, 201, { ETag: etag(redesign.version) });
    })
    .post('/:id/discard', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'discard');
      return answer(c, await save(change, 'discard', moved(change)));
    })
    .post('/:id/restore', byId, ifMatch, async (c) => {
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'restore');
      return answer(c, await save(change, 'restore', moved(change)));
    })
    .get('/:id/history', byId, page, async (c) => {
      const { after } = c.req.valid('query');
      const { person, redesign, at } = await access.read(c.var.subject, c.req.valid('param').id, 'readHistory');
      const lines = await history.page({ redesign: redesign.id }, { after });
      // The reading stands in the history too, once for all its pages.
      if (after === undefined) await history.record(eventLine(person, 'readHistory', redesign, at));
      return c.json(lines, 200);
    })
    .get('/:id/proposals/:number', byProposal, async (c) => {
      const { id, number } = c.req.valid('param');
      const [proposal] = await Promise.all([redesigns.proposal(id, number), access.read(c.var.subject, id)]);
      if (!proposal) throw notFound('phương án này');
      return c.json(proposal, 200, { 'Cache-Control': IMMUTABLE });
    });
};
