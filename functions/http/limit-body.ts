import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { ProblemError } from './problem.ts';

/** A batch of edits may mark 300 fields with a reason each, a carry-over or a list of settings may name as many; everything else is a few words. */
const EDITS = 256 * 1024;
/** A decision has an outcome for each of hundreds of proposals, some with marks and a reason. */
const DECISION = 384 * 1024;
const ANYTHING_ELSE = 16 * 1024;

const tooLarge = (): never => {
  throw new ProblemError('too-large', 'Nội dung gửi lên lớn hơn mức cho phép.');
};
const limits = new Map([EDITS, DECISION, ANYTHING_ELSE].map((maxSize) => [maxSize, bodyLimit({ maxSize, onError: tooLarge })]));

/** Settings, a plan and the letter of a submission are as long as a batch of edits. */
const LONG = /\/(?:edits|carry-over)$|^\/api\/(?:settings\/|(?:plans|submissions)\/[^/]+$)/u;
const mostOf = (path: string): number => (path.endsWith('/decision') ? DECISION : LONG.test(path) ? EDITS : ANYTHING_ELSE);

/** Refuses a body that is too large before it is read: by its announced length, else as soon as it grows beyond the limit. */
export const limitBody = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const most = mostOf(c.req.path);
  const length = c.req.header('content-length');
  // Looking at the stream costs more than reading the length, which HTTP itself enforces.
  if (length !== undefined && c.req.header('transfer-encoding') === undefined) return Number(length) > most ? tooLarge() : next();
  return limits.get(most)?.(c, next);
});
