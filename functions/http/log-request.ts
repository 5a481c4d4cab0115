import { createMiddleware } from 'hono/factory';
import type { AppDeps, HttpEnv } from './environment.ts';

/** One line a request. The query stays out: it carries the provider's code. */
export const logRequest = ({ log, now }: Pick<AppDeps, 'log' | 'now'>) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    const start = performance.now();
    await next();
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    const { subject: person, problem, error } = c.var;
    const { method, path } = c.req;
    log({ at: now().toISOString(), method, path, status: c.res.status, milliseconds, person, problem, error });
  });
