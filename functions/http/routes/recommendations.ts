// `/api/recommendations`: what was recommended to a ministry under the current plan, and how far each has come.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { RECOMMENDATION_STATES } from '#procedures/proposal/recommendation.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { signedIn } from '../signed-in.ts';
import { query } from '../validate.ts';

const FIRST_PAGE = 100;
const wanted = query(
  z.object({ state: z.optional(z.enum(RECOMMENDATION_STATES)), after: z.optional(z.string().check(z.maxLength(4_000))) }),
);

/** Pages of 100 by state and last change (`{rows, next}`), of one state where it is named; for everyone signed in. */
export const recommendationRoutes = (deps: AppDeps) => {
  const { plans, recommendations } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>().use(signedIn(deps)).get('/', wanted, async (c) => {
    const { state, after } = c.req.valid('query');
    const [plan] = await Promise.all([plans.current(), access.person(c.var.subject)]);
    return c.json(await recommendations.page({ plan: plan.id, state, after, limit: FIRST_PAGE }), 200);
  });
};
