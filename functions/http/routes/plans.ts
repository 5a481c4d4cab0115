// Plans: the list, one plan, its scope, and the figures typed in for its targets.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { OutdatedError } from '#functions/store/errors.ts';
import { FigureInput, Period } from '#procedures/plan/figure.ts';
import { LineSettings } from '#procedures/plan/line.ts';
import { Plan } from '#procedures/plan/plan.ts';
import { Id, Label } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { entering } from '../entering.ts';
import { planning } from '../planning.ts';
import { scoping } from '../scoping.ts';
import { signedIn } from '../signed-in.ts';
import { body, byId, etag, ifMatch, page, path } from '../validate.ts';

const FIRST_PAGE = 100;
/** So many procedures at once come into scope. */
const MOST_ADDED = 80;

const NewPlan = z.strictObject({ year: Plan.shape.year, name: Label, copyOf: z.optional(Id) });
const NewLines = z.strictObject({
  procedures: z.array(Id).check(z.minLength(1), z.maxLength(MOST_ADDED)),
  settings: z.extend(z.omit(LineSettings, { office: true }), { office: z.optional(Id) }),
});
const NewFigure = z.extend(FigureInput, { version: z.int().check(z.gte(0)) });
const byLine = path(z.object({ id: Id, procedure: Id }));
const byPeriod = path(z.object({ id: Id, target: Id, period: Period }));

/**
 * `/api/plans`. Everyone reads; Văn phòng Sở and administrators change, others are answered 403 with a line in the history. Changes ask
 * for the version in `If-Match` (a figure: in its body), 409 with what is there when it is old, 422 for what cannot stand.
 */
export const planRoutes = (deps: AppDeps) => {
  const { plans, lines, figures } = deps.stores;
  const access = new Access(deps);
  const { found, list, create, replace, makeCurrent } = planning(deps);
  const scope = scoping(deps);
  const enter = entering(deps);

  return new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .get('/', async (c) => {
      await access.inWorkspace(c.var.subject, 'readPlan');
      return c.json({ plans: await list() }, 200);
    })
    .post('/', body(NewPlan), async (c) => {
      const by = await access.inWorkspace(c.var.subject, 'editPlan');
      const plan = await create(c.req.valid('json'), by);
      return c.json(plan, 201, { ETag: etag(plan.version) });
    })
    .get('/:id', byId, async (c) => {
      await access.inWorkspace(c.var.subject, 'readPlan');
      const [plan, current] = await Promise.all([found(c.req.valid('param').id), plans.currentId()]);
      return c.json({ plan, current: plan.id === current }, 200, { ETag: etag(plan.version) });
    })
    .put('/:id', byId, ifMatch, body(Plan), async (c) => {
      const { id } = c.req.valid('param');
      const by = await access.inWorkspace(c.var.subject, 'editPlan', { plan: id });
      const plan = await replace(id, c.req.valid('header')['if-match'], c.req.valid('json'), by);
      return c.json(plan, 200, { ETag: etag(plan.version) });
    })
    .post('/:id/current', byId, async (c) => {
      const { id } = c.req.valid('param');
      const by = await access.inWorkspace(c.var.subject, 'editPlan', { plan: id });
      return c.json(await makeCurrent(id, by), 200);
    })
    .get('/:id/lines', byId, page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      await access.inWorkspace(c.var.subject, 'readPlan');
      return c.json(await lines.page({ plan: c.req.valid('param').id, after, limit }), 200);
    })
    .post('/:id/lines', byId, body(NewLines), async (c) => {
      const { id } = c.req.valid('param');
      const by = await access.inWorkspace(c.var.subject, 'editPlan', { plan: id });
      const { procedures, settings } = c.req.valid('json');
      return c.json(await scope.add(await found(id), procedures, settings, by), 200);
    })
    .put('/:id/lines/:procedure', byLine, ifMatch, body(LineSettings), async (c) => {
      const { id, procedure } = c.req.valid('param');
      const by = await access.inWorkspace(c.var.subject, 'editPlan', { plan: id, procedure });
      const [plan, line] = await Promise.all([found(id), scope.found(id, procedure)]);
      if (line.version !== c.req.valid('header')['if-match']) throw new OutdatedError(`line ${procedure}`, line);
      const changed = await scope.change(plan, line, c.req.valid('json'), by);
      return c.json(changed, 200, { ETag: etag(changed.version) });
    })
    .delete('/:id/lines/:procedure', byLine, ifMatch, async (c) => {
      const { id, procedure } = c.req.valid('param');
      const by = await access.inWorkspace(c.var.subject, 'editPlan', { plan: id, procedure });
      const [plan, line] = await Promise.all([found(id), scope.found(id, procedure)]);
      if (line.version !== c.req.valid('header')['if-match']) throw new OutdatedError(`line ${procedure}`, line);
      await scope.remove(plan, line, by);
      return c.body(null, 204);
    })
    .get('/:id/figures', byId, async (c) => {
      await access.inWorkspace(c.var.subject, 'readPlan');
      return c.json({ figures: await figures.all(c.req.valid('param').id) }, 200);
    })
    .put('/:id/targets/:target/figures/:period', byPeriod, body(NewFigure), async (c) => {
      const { id, target, period } = c.req.valid('param');
      const by = await access.inWorkspace(c.var.subject, 'enterFigure', { plan: id });
      const { version, ...input } = c.req.valid('json');
      const figure = await enter(await found(id), { target, period, version }, input, by);
      return c.json(figure, version === 0 ? 201 : 200);
    });
};
