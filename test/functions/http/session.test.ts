import { Hono } from 'hono';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createSessions } from '#functions/http/session.ts';
import { openWorkspace, type Workspace } from '../../support/workspace.ts';

const SECRET = async () => 'một bí mật đủ dài cho phiên làm việc';
const sessionApp = (given: Parameters<typeof createSessions>[0]) => {
  const sessions = createSessions(given);
  return new Hono()
    .onError((_, c) => c.body(null, 500))
    .get('/begin', async (c) => {
      await sessions.begin(c, 'chuyen-vien');
      return c.body(null, 204);
    })
    .get('/subject', async (c) => c.json(await sessions.subject(c)))
    .get('/sign-in', async (c) => {
      await sessions.beginSignIn(c, { verifier: 'v', state: 's', nonce: 'n', to: '/thu-tuc' });
      return c.body(null, 204);
    })
    .get('/take', async (c) => c.json(await sessions.takeSignIn(c)));
};
const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const subjectOf = async (app: ReturnType<typeof sessionApp>, cookie: string) =>
  (await app.request('/subject', { headers: { cookie } })).json();

afterEach(() => void vi.useRealTimers());

describe('the session cookie', () => {
  it('says whose it is only to whoever has the secret', async () => {
    const app = sessionApp({ secret: SECRET, secure: false });
    const cookie = cookieFrom(await app.request('/begin'));
    expect(cookie).not.toContain('chuyen-vien');
    expect(await subjectOf(app, cookie)).toBe('chuyen-vien');
    expect(await subjectOf(sessionApp({ secret: SECRET, secure: false }), cookie)).toBe('chuyen-vien');
    expect(await subjectOf(sessionApp({ secret: async () => 'khác', secure: false }), cookie)).toBeNull();
  });

  it('is out of reach of scripts and of other sites, and over https bound to this very host', async () => {
    const plain = (await sessionApp({ secret: SECRET, secure: false }).request('/begin')).headers.get('set-cookie');
    expect(plain).toMatch(/^tinhgon=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const secure = (await sessionApp({ secret: SECRET, secure: true }).request('/begin')).headers.get('set-cookie');
    expect(secure).toMatch(/^__Host-tinhgon=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('ends after twelve hours, even one that was opened before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const app = sessionApp({ secret: SECRET, secure: false });
    const cookie = cookieFrom(await app.request('/begin'));
    expect(await subjectOf(app, cookie)).toBe('chuyen-vien');
    vi.setSystemTime(Date.now() + 12 * 3_600_000 + 1_000);
    expect(await subjectOf(app, cookie)).toBeNull();
    expect(await subjectOf(sessionApp({ secret: SECRET, secure: false }), cookie)).toBeNull();
  });

  it('can not be a cookie that was given for another purpose', async () => {
    const app = sessionApp({ secret: SECRET, secure: false });
    const signIn = cookieFrom(await app.request('/sign-in'));
    expect(await subjectOf(app, signIn.replace('tinhgon-sign-in=', 'tinhgon='))).toBeNull();
  });

  it('is asked for its secret again when that could not be read', async () => {
    const secret = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no answer')).mockResolvedValue('đã đọc được');
    const app = sessionApp({ secret, secure: false });
    expect((await app.request('/begin')).status).toBe(500);
    expect((await app.request('/begin')).status).toBe(204);
  });
});

describe('a sign-in under way', () => {
  it('is remembered once', async () => {
    const app = sessionApp({ secret: SECRET, secure: false });
    const cookie = cookieFrom(await app.request('/sign-in'));
    const taken = await app.request('/take', { headers: { cookie } });
    expect(await taken.json()).toEqual({ verifier: 'v', state: 's', nonce: 'n', to: '/thu-tuc' });
    expect(taken.headers.get('set-cookie')).toMatch(/^tinhgon-sign-in=; Max-Age=0/);
  });
});

describe('coming back from the provider', () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace.close());

  it('without having gone there is a page that offers to try again', async () => {
    const answer = await workspace.ask('GET', '/api/session/callback?code=x&state=y', { as: null });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('href="/api/session/sign-in"');
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('tinhgon=ey');
  });

  it('can not happen while the provider does not answer, which is said so', async () => {
    const answer = await workspace.ask('GET', '/api/session/sign-in', { as: null });
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('Nơi đăng nhập không trả lời');
  });

  it('after signing out there is no session', async () => {
    const answer = await workspace.ask('POST', '/api/session/sign-out');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^tinhgon=; Max-Age=0; Path=\//);
  });
});
