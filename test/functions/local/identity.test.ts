import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationPeople } from '#functions/local/demonstration-people.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { cookieBrowser } from '../../support/browser-cookies.ts';
import { type RunningSystem, startSystem } from '../../support/local-system.ts';
import { choose, signIn } from '../../support/sign-in.ts';

const PEOPLE = demonstrationPeople(DEMONSTRATION_PLAN);
const [first, second] = PEOPLE.map(({ subject }) => subject) as [string, string];

describe('signing in on one machine', () => {
  let system: RunningSystem;
  beforeAll(async () => void (system = await startSystem()));
  afterAll(async () => void (await system.stop()));

  const enter = (browser: ReturnType<typeof cookieBrowser>, to = '/') =>
    browser.visit(`${system.origin}/api/session/sign-in?to=${encodeURIComponent(to)}`);
  const personOf = async (cookie: string) => {
    const answer = await fetch(`${system.origin}/api/session`, { headers: { cookie } });
    return answer.ok ? ((await answer.json()) as { person: unknown }).person : answer.status;
  };

  it('nobody is signed in before choosing', async () => {
    expect(await personOf('')).toBe(401);
  });

  it.each(PEOPLE)('$name, once chosen, is who the session is', async (person) => {
    expect(await personOf(await signIn(system.origin, person.subject))).toEqual(person);
  });

  it('a person whom an administrator has entered by e-mail can be chosen, and is recognised by the address', async () => {
    const cookie = await signIn(system.origin, 'minh-hoa-quan-tri');
    const send = (path: string, version: number | null, json?: unknown) =>
      fetch(system.origin + path, {
        method: 'POST',
        headers: {
          cookie,
          origin: system.origin,
          'content-type': 'application/json',
          ...(version !== null && { 'if-match': `"${version}"` }),
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      });
    const input = { name: 'Người mới (minh họa)', email: 'Moi@Example.vn', role: 'leader', office: 'van-phong' };
    const { subject } = (await (await send('/api/people', null, input)).json()) as { subject: string };
    expect((await enter(cookieBrowser())).body).toContain('Moi@Example.vn');
    const newcomer = await signIn(system.origin, 'thu:moi@example.vn');
    expect(await personOf(newcomer)).toMatchObject({ subject, name: input.name, role: 'leader' });
    // Whoever has left is offered no more, and the session that is still there is worth nothing.
    expect((await send(`/api/people/${subject}/leave`, 2)).status).toBe(200);
    expect(await personOf(newcomer)).toBe(403);
    expect((await enter(cookieBrowser())).body).not.toContain('Moi@Example.vn');
  });

  it('the page names every person with role and office, and says that nobody is real', async () => {
    const { body } = await enter(cookieBrowser());
    for (const text of PEOPLE.flatMap(({ name, officeName }) => [name, officeName])) expect(body).toContain(text);
    expect(body).toContain('Danh tính minh họa — chỉ dùng trên máy này');
    expect(body).not.toContain('<script');
  });

  it('leads back to the page that asked', async () => {
    const browser = cookieBrowser();
    const back = await choose(browser, await enter(browser, '/procedures/3.000465'), first);
    expect(back.address).toBe(`${system.origin}/procedures/3.000465`);
  });

  it('asks anew at every sign-in, so that one browser can become another person', async () => {
    const browser = cookieBrowser();
    await choose(browser, await enter(browser), first);
    const again = await enter(browser);
    expect(again.body).toContain('Chọn người dùng');
    await choose(browser, again, second);
    expect(await personOf(browser.cookiesFor('/api/'))).toMatchObject({ subject: second });
  });

  it('a choice that another page sends is refused', async () => {
    const browser = cookieBrowser();
    const page = await enter(browser);
    const forged = { method: 'POST', body: new URLSearchParams({ subject: first, token: 'a'.repeat(64) }) };
    expect((await browser.visit(page.address, forged)).status).toBe(403);
    const token = /name="token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const foreign = { method: 'POST', headers: { origin: 'https://khac.example' }, body: new URLSearchParams({ subject: first, token }) };
    expect((await browser.visit(page.address, foreign)).status).toBe(403);
  });

  it('the page of one browser is of no use in another', async () => {
    const page = await enter(cookieBrowser());
    expect((await cookieBrowser().visit(page.address)).status).toBe(400);
  });

  it('somebody who is not on the list cannot be chosen', async () => {
    const browser = cookieBrowser();
    const answer = await choose(browser, await enter(browser), 'ke-la');
    expect(answer.status).toBe(400);
    expect(await personOf(browser.cookiesFor('/api/'))).toBe(401);
  });

  it('an authorization request without PKCE is refused', async () => {
    const query = new URLSearchParams({
      client_id: 'tinh-gon',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${system.origin}/api/session/callback`,
    });
    const answer = await fetch(`${system.origin}/oidc/auth?${query}`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toContain('error=invalid_request');
  });

  it('a foreign address is never led back to', async () => {
    const query = new URLSearchParams({
      client_id: 'tinh-gon',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'https://khac.example/',
      code_challenge: 'a'.repeat(43),
      code_challenge_method: 'S256',
    });
    const answer = await fetch(`${system.origin}/oidc/auth?${query}`, { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Không đăng nhập được');
  });

  it('a page that makes its own name point at this machine gets nothing', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const options = { port: system.port, host: '127.0.0.1', path: '/api/health', headers: { host: `ke-la.example:${system.port}` } };
      request(options, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  it('the other names of this machine lead to the printed address', async () => {
    const answer = await fetch(`http://localhost:${system.port}/catalogue?q=a`, { redirect: 'manual' });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(`${system.origin}/catalogue?q=a`);
  });
});

describe('the demonstration people', () => {
  it('are two specialists of different offices, a reviewer, a leader and an administrator', () => {
    expect(PEOPLE.map(({ role }) => role)).toEqual(['specialist', 'specialist', 'reviewer', 'leader', 'admin']);
    expect(PEOPLE[0]?.office).not.toBe(PEOPLE[1]?.office);
  });

  it('are nobody real, and say so', () => {
    for (const { name, demonstration } of PEOPLE) {
      expect(name).toMatch(/\(minh họa\)$/);
      expect(demonstration).toBe(true);
    }
  });
});
