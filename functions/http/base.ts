// What both apps begin with: log, limits, origin, headers, problems.
import { Hono } from 'hono/quick';
import { TrieRouter } from 'hono/router/trie-router';
import { answerProblem } from './answer-problem.ts';
import type { AppDeps, HttpEnv } from './environment.ts';
import { limitBody } from './limit-body.ts';
import { logRequest } from './log-request.ts';
import { ownOrigin } from './own-origin.ts';
import { notFound } from './problem.ts';

/** Answers are data, never pages: nothing in them may load or frame anything, nobody keeps them, and no other site reads them. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
/** Two years, in seconds; only where the workspace is served over https. */
const HTTPS_ONLY = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' };

export const IMMUTABLE = 'private, max-age=31536000, immutable';

/**
 * An app without routes. Its router is ready as soon as the linear one of `quick`, and walks down a path instead of trying every route of
 * a noun at every request.
 */
export function baseApp(deps: AppDeps) {
  const headers = Object.entries({ ...HEADERS, ...(deps.origin.startsWith('https:') && HTTPS_ONLY) });
  const app = new Hono<HttpEnv>();
  app.router = new TrieRouter();
  return app
    .onError(answerProblem)
    .notFound((c) => answerProblem(notFound('địa chỉ này'), c))
    .use(logRequest(deps))
    .use(async (c, next) => {
      for (const [name, value] of headers) c.header(name, value);
      await next();
    })
    .use(limitBody)
    .use(ownOrigin(deps.origin));
}
