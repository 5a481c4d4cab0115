import { createMiddleware } from 'hono/factory';
import { ProblemError } from './problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets only our own pages change anything: browsers put the origin of the page on every change. Hono's `csrf` looks at the content types
 * that a plain form can send; here a change of any type without our origin is refused.
 */
export const ownOrigin = (origin: string) =>
  createMiddleware(async (c, next) => {
    if (!READS.has(c.req.method) && c.req.header('origin') !== origin) {
      throw new ProblemError('forbidden', 'Yêu cầu đến từ một trang khác nên bị từ chối.');
    }
    await next();
  });
