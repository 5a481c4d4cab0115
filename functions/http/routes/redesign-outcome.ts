// What follows after the decision on a redesign: its recommendations step by step, and actual results beside the expected ones.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { dossiersOf } from '#procedures/plan/line-stand.ts';
import { Period } from '#procedures/plan/figure.ts';
import { periodName } from '#procedures/plan/period.ts';
import { RECOMMENDATION_STATE_NAMES } from '#procedures/proposal/recommendation-names.ts';
import { MOST_STEPS, Step } from '#procedures/proposal/recommendation.ts';
import { afterStep, stepIssue } from '#procedures/proposal/recommendation-steps.ts';
import { type Result, ResultInput } from '#procedures/proposal/result.ts';
import { expectedOf, resultIssue } from '#procedures/proposal/results.ts';
import { OutdatedError } from '#functions/store/errors.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { eventLine } from '../event-line.ts';
import { notFound, ProblemError } from '../problem.ts';
import { body, byId, etag, ifMatch, path } from '../validate.ts';

const byElement = path(z.object({ id: Id, element: Id }));
const byPeriod = path(z.object({ id: Id, period: Period }));
const Entered = z.extend(ResultInput, { version: z.int().check(z.gte(0)) });

/**
 * `/api/redesigns`, after the decision. Recommendations for everyone signed in (`{recommendations}`); a step asks for the version in
 * `If-Match` and answers with the recommendation. Results beside what was expected (`{expected, results}`); one is entered under its
 * version, 0 where there is none yet. 403 for whoever the table refuses, 422 for days and periods that cannot be, 409 for an old version.
 */
export const redesignOutcome = (deps: AppDeps) => {
  const { recommendations, results, lines } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>()
    .get('/:id/recommendations', byId, async (c) => {
      const { redesign } = await access.read(c.var.subject, c.req.valid('param').id);
      return c.json({ recommendations: await recommendations.list(redesign.id) }, 200);
    })
    .post('/:id/recommendations/:element/steps', byElement, ifMatch, body(Step), async (c) => {
      const { id, element } = c.req.valid('param');
      const version = c.req.valid('header')['if-match'];
      const step = c.req.valid('json');
      const { person, redesign, at } = await access.read(c.var.subject, id, 'followRecommendation');
      const base = await recommendations.read({ redesign: id, element });
      if (!base) throw notFound('kiến nghị này');
      if (base.version !== version) throw new OutdatedError(`recommendation ${element}`, base);
      const issue = stepIssue(base, step, dayOf(at));
      if (issue) throw new ProblemError('bad-input', issue, { issues: [{ path: 'date', message: issue }] });
      if (base.steps.length >= MOST_STEPS) throw new ProblemError('refused', `Một kiến nghị ghi được nhiều nhất ${MOST_STEPS} bước.`);
      const next = afterStep(base, step, { name: person.name, at });
      const about = `${RECOMMENDATION_STATE_NAMES[step.state]}: ${base.sentence}`.slice(0, LONGEST_PHRASE);
      await recommendations.save(next, base, eventLine(person, 'followRecommendation', redesign, at, { about }));
      return c.json(next, 200, { ETag: etag(next.version) });
    })
    .get('/:id/results', byId, async (c) => {
      const { redesign } = await access.read(c.var.subject, c.req.valid('param').id);
      const [line, entered] = await Promise.all([lines.read(redesign.plan, redesign.procedure), results.list(redesign.id)]);
      return c.json({ expected: expectedOf(redesign, line && dossiersOf(line)), results: entered }, 200);
    })
    .put('/:id/results/:period', byPeriod, body(Entered), async (c) => {
      const { id, period } = c.req.valid('param');
      const { version, ...input } = c.req.valid('json');
      const { person, redesign, at } = await access.read(c.var.subject, id, 'enterResult');
      if (!redesign.effect) throw notFound('ngày có hiệu lực của phương án');
      const issue = resultIssue(input, period, redesign.effect.from, dayOf(at));
      if (issue) throw new ProblemError('bad-input', issue.message, { issues: [issue] });
      const result: Result = { ...input, redesign: id, period, version: version + 1, by: person.name, at };
      await results.save(
        result,
        eventLine(person, 'enterResult', redesign, at, { about: `${periodName(period)}, nguồn: ${input.source}`.slice(0, LONGEST_PHRASE) }),
      );
      return c.json(result, 200, { ETag: etag(result.version) });
    });
};

/** Letters of a phrase in the history. */
const LONGEST_PHRASE = 1_000;
