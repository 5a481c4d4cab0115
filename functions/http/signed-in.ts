import { createMiddleware } from 'hono/factory';
import type { AppDeps, SignedInEnv } from './environment.ts';
import { ProblemError } from './problem.ts';

/** Lets only requests of a session pass, and says whose it is. */
export const signedIn = ({ sessions }: Pick<AppDeps, 'sessions'>) =>
  createMiddleware<SignedInEnv>(async (c, next) => {
    const subject = await sessions.subject(c);
    if (!subject) throw new ProblemError('not-signed-in', 'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập lại.');
    c.set('subject', subject);
    await next();
  });
