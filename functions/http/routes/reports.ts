// Reports: which there are, one of them for a period, and the procedures behind one of its numbers.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { Period } from '#procedures/plan/figure.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { notFound } from '../problem.ts';
import { reportSource, templatesAt } from '../reporting.ts';
import { signedIn } from '../signed-in.ts';
import { path, query } from '../validate.ts';

const byTemplate = path(z.object({ template: Id }));
const ofPeriod = query(z.object({ period: Period, plan: z.optional(Id) }));
const ofFigure = query(
  z.object({ period: Period, plan: z.optional(Id), office: z.optional(Id), figure: z.string().check(z.maxLength(60)) }),
);

/**
 * `/api/reports`, for who may read reports: the templates in force, a Report for a period (of the current plan unless `plan` names
 * another), and what is behind a figure of it, of one office or of all. 404 for a template, plan or figure that is not there.
 */
export const reportRoutes = (deps: AppDeps) => {
  const { stores } = deps;
  const access = new Access(deps);
  return new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .get('/', async (c) => {
      const { by } = await access.inWorkspace(c.var.subject, 'readReport');
      const templates = await templatesAt(stores, by.at);
      return c.json({ templates: templates.map(({ id, title, source, unconfirmed }) => ({ id, title, source, unconfirmed })) }, 200);
    })
    .get('/:template', byTemplate, ofPeriod, async (c) => {
      const { template } = c.req.valid('param');
      const { by } = await access.inWorkspace(c.var.subject, 'readReport', { about: template });
      const source = await reportSource(stores, { template, ...c.req.valid('query') }, by.at);
      const { makeReport } = await import('#procedures/report/make-report.ts');
      return c.json(makeReport(source), 200);
    })
    .get('/:template/behind', byTemplate, ofFigure, async (c) => {
      const { template } = c.req.valid('param');
      const { figure, office, ...asked } = c.req.valid('query');
      const { by } = await access.inWorkspace(c.var.subject, 'readReport', { about: template });
      const [{ behind, daysBy }, { isFigureKey }, { figureName }] = await Promise.all([
        import('#procedures/report/make-report.ts'),
        import('#procedures/report/figure-key.ts'),
        import('#procedures/report/figure-names.ts'),
      ]);
      if (!isFigureKey(figure)) throw notFound('số liệu này');
      const source = await reportSource(stores, { template, ...asked }, by.at);
      const offices = new Map(source.plan.offices.map(({ id, name }) => [id, name]));
      const rows = behind(source, figure, office).map((row) => ({ ...row, officeName: offices.get(row.office) ?? row.office }));
      const { from, until } = daysBy(source.template, source.period, by.at);
      return c.json(
        { title: figureName(figure), office: office === undefined ? null : (offices.get(office) ?? office), days: { from, until }, rows },
        200,
      );
    });
};
