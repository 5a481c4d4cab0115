// What both apps begin with: log, limits, origin, headers, problems.
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { answerProblem } from './answer-problem.ts';
import type { AppDeps, HttpEnv } from './environment.ts';
import { limitBody } from './limit-body.ts';
import { logRequest } from './log-request.ts';
import { notFound } from './problem.ts';

/** Answers are data, never pages: nothing in them may load or frame anything. */
const HEADERS = {
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
};

export const IMMUTABLE = 'private, max-age=31536000, immutable';

/** An app without routes. Answers are not kept by anybody, unless a route says otherwise. */
export function baseApp(deps: AppDeps) {
  return new Hono<HttpEnv>()
    .onError(answerProblem)
    .notFound((c) => answerProblem(notFound('địa chỉ này'), c))
    .use(logRequest(deps))
    .use(secureHeaders({ ...HEADERS, strictTransportSecurity: deps.origin.startsWith('https:') }))
    .use(limitBody)
    .use(csrf({ origin: deps.origin }))
    .use(async (c, next) => {
      c.header('Cache-Control', 'no-store');
      await next();
    });
}
