// Who may do what with people, settings and the journal: every role × every route, written from product.md §1 and §5, not from the code.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '#procedures/review/person.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const EVERYBODY = Object.keys(PEOPLE) as Who[];
const ADMIN: readonly Who[] = ['admin'];
const OFFICE_HEADS: readonly Who[] = ['reviewer', 'admin'];

let count = 0;
const input = () => ({
  name: 'Người mới (minh họa)',
  email: `moi-${(count += 1)}@example.vn`,
  role: 'specialist',
  office: 'quan-ly-chat-luong',
});
/** A person who is here, or has left, to be changed. */
async function somebody(left = false): Promise<Person> {
  const person = await bodyOf<Person>(await workspace.ask('POST', '/api/people', { as: 'admin', json: input() }));
  if (!left) return person;
  return bodyOf(await workspace.ask('POST', `/api/people/${person.subject}/leave`, { as: 'admin', version: 1 }));
}
let day = 0;
const nextDay = () => `2027-01-${String((day += 1)).padStart(2, '0')}`;

type Route = { name: string; allowed: readonly Who[]; status: number; ask: (as: Who) => Promise<Response> };
const ROUTES: readonly Route[] = [
  { name: 'GET /people', allowed: ADMIN, status: 200, ask: (as) => workspace.ask('GET', '/api/people', { as }) },
  { name: 'POST /people', allowed: ADMIN, status: 201, ask: (as) => workspace.ask('POST', '/api/people', { as, json: input() }) },
  {
    name: 'PUT /people/:subject',
    allowed: ADMIN,
    status: 200,
    ask: async (as) => workspace.ask('PUT', `/api/people/${(await somebody()).subject}`, { as, version: 1, json: input() }),
  },
  {
    name: 'POST /people/:subject/leave',
    allowed: ADMIN,
    status: 200,
    ask: async (as) => workspace.ask('POST', `/api/people/${(await somebody()).subject}/leave`, { as, version: 1 }),
  },
  {
    name: 'POST /people/:subject/come-back',
    allowed: ADMIN,
    status: 200,
    ask: async (as) => workspace.ask('POST', `/api/people/${(await somebody(true)).subject}/come-back`, { as, version: 2 }),
  },
  ...['grounds', 'registers', 'parameters', 'reportTemplates'].map((kind) => ({
    name: `GET /settings/${kind}`,
    allowed: EVERYBODY,
    status: 200,
    ask: (as: Who) => workspace.ask('GET', `/api/settings/${kind}`, { as }),
  })),
  ...['grounds', 'registers', 'parameters'].map((kind) => ({
    name: `PUT /settings/${kind}/:from`,
    allowed: ADMIN,
    status: 200,
    ask: (as: Who) => workspace.ask('PUT', `/api/settings/${kind}/${nextDay()}`, { as, json: { value: [], version: 0 } }),
  })),
  { name: 'GET /journal', allowed: OFFICE_HEADS, status: 200, ask: (as) => workspace.ask('GET', '/api/journal', { as }) },
  {
    name: 'GET /journal/files/xlsx',
    allowed: OFFICE_HEADS,
    status: 200,
    ask: (as) => workspace.ask('GET', '/api/journal/files/xlsx', { as }),
  },
];

/** Refusals of somebody that stand in the history of the workspace. */
const refusalsOf = async (who: Who) =>
  (await workspace.stores.history.page({})).events.filter(({ because, by }) => because !== undefined && by.subject === PEOPLE[who].subject);

describe.each(ROUTES)('$name', ({ allowed, status, ask }) => {
  it.each(allowed)('is done by %s', async (as) => {
    expect((await ask(as)).status).toBe(status);
  });

  it.each(EVERYBODY.filter((who) => !allowed.includes(who)))('is refused to %s, which stands in the history', async (as) => {
    const before = await refusalsOf(as);
    const problem = await problemOf(await ask(as));
    expect(problem).toMatchObject({ status: 403, type: '/problems/forbidden' });
    const after = await refusalsOf(as);
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ because: problem.detail });
  });
});

describe('whoever is not signed in', () => {
  it.each([
    ['GET', '/api/people'],
    ['POST', '/api/people'],
    ['PUT', '/api/people/x'],
    ['POST', '/api/people/x/leave'],
    ['POST', '/api/people/x/come-back'],
    ['GET', '/api/settings/grounds'],
    ['PUT', '/api/settings/grounds/2027-01-01'],
    ['GET', '/api/journal'],
    ['GET', '/api/journal/files/xlsx'],
  ])('gets nothing from %s %s', async (method, path) => {
    const problem = await problemOf(await workspace.ask(method, path, { as: null }));
    expect(problem).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
  });
});

describe('somebody who has left', () => {
  it('may nothing of all this either, whatever their role was', async () => {
    const cookie = await workspace.cookieOf('cuu-quan-tri');
    await workspace.stores.people.save({ ...PEOPLE.admin, subject: 'cuu-quan-tri', leftAt: '2026-01-01T00:00:00.000Z' });
    for (const [method, path] of [
      ['GET', '/api/people'],
      ['GET', '/api/settings/grounds'],
      ['GET', '/api/journal'],
      ['POST', '/api/people/x/leave'],
    ] as const) {
      const problem = await problemOf(await workspace.ask(method, path, { as: null, version: 1, headers: { cookie } }));
      expect(problem).toMatchObject({ status: 403, detail: 'Tài khoản này đã ngừng sử dụng.' });
    }
  });
});
