// Signing in and out, and what the web app needs to know once.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Access } from '../access.ts';
import type { AppDeps, HttpEnv } from '../environment.ts';
import { noticePage } from '../notice-page.ts';
import { notFound } from '../problem.ts';
import { signedIn } from '../signed-in.ts';
import { takingSeat } from '../taking-seat.ts';
import { query } from '../validate.ts';

/** A page of ours, never another site: `/…`, but neither `//…` nor `/\…`, and nothing that a browser strips. */
const OWN_PAGE = /^\/(?![/\\])[^\s\\]*$/;
const SignInQuery = z.object({ to: z.optional(z.catch(z.string().check(z.maxLength(2_000), z.regex(OWN_PAGE)), '/')) });

/**
 * `/api/session`: who is signed in with plan, counting rule, registers and grounds in force (401 without a session), sign-in with the provider (OpenID
 * Connect, code and PKCE), sign-out. A sign-in that fails is answered with a Vietnamese page, since a browser shows it.
 */
export const sessionRoutes = (deps: AppDeps) => {
  const { sessions, identity, stores } = deps;
  const access = new Access(deps);
  const takeSeat = takingSeat(deps);
  return new Hono<HttpEnv>()
    .get('/', signedIn(deps), async (c) => {
      const [person, plan, { registers, grounds }] = await Promise.all([
        access.person(c.var.subject),
        stores.plans.current(),
        stores.settings.lists(dayOf(access.moment())),
      ]);
      const rule = countingRule(plan.rule);
      if (!rule) throw notFound(`quy tắc đếm ${plan.rule}`);
      const { identity: _, ...mine } = person;
      const office = plan.offices.find(({ id }) => id === person.office);
      return c.json(
        {
          person: { ...mine, officeName: office?.name ?? person.officeName },
          plan,
          rule,
          registers: [...registers],
          grounds: [...grounds],
        },
        200,
      );
    })
    .get('/sign-in', query(SignInQuery), async (c) => {
      const started = await identity.start(c.req.valid('query').to ?? '/').catch((error: unknown) => void c.set('error', String(error)));
      if (!started) return noticePage(c, 502, 'Chưa đăng nhập được', 'Nơi đăng nhập không trả lời. Hãy thử lại sau ít phút.');
      const { address, signIn } = started;
      await sessions.beginSignIn(c, signIn);
      return c.redirect(address.href, 302);
    })
    .get('/callback', async (c) => {
      const signIn = await sessions.takeSignIn(c);
      const account =
        signIn && (await identity.finish(new URL(c.req.url).search, signIn).catch((error: unknown) => void c.set('error', String(error))));
      if (!signIn || !account) return noticePage(c, 400, 'Đăng nhập chưa thành công', 'Lượt đăng nhập đã quá hạn hoặc bị hủy.');
      const seated = await takeSeat(account);
      if ('because' in seated) return noticePage(c, 403, 'Chưa được cấp quyền', seated.because);
      await sessions.begin(c, seated.person.subject);
      return c.redirect(signIn.to, 302);
    })
    .post('/sign-out', (c) => {
      sessions.end(c);
      return c.body(null, 204);
    });
};
