// Every route × role × state of this part of the product, as product.md §1 and §4 say, not as the code does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { STATES, type Redesign, type State } from '#procedures/redesign/redesign.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const EVERYBODY = Object.keys(PEOPLE) as Who[];
const edits: Edit[] = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];

/** "A specialist writes only for the own office"; nobody else writes a redesign. */
const WRITERS: readonly Who[] = ['specialist', 'colleague'];
/** Only what has not been handed in can be changed, handed in or thrown away; only what was thrown away comes back. */
const CHANGES = {
  edits: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  discard: ['draft', 'returned'],
  restore: ['discarded'],
} as const;
const LEADS_TO = { edits: 'draft', submit: 'submitted', discard: 'discarded', restore: 'draft' } as const;
const READINGS = ['', '/history', '/proposals/1', '/proposals/1/files/docx', '/proposals/1/files/xlsx'];

/** A complete redesign with one proposal, in the given state. */
async function redesignIn(state: State): Promise<Redesign> {
  const opened = await workspace.open();
  const marked = await bodyOf<Redesign>(await workspace.ask('POST', `/api/redesigns/${opened.id}/edits`, { version: 1, json: { edits } }));
  const { redesign } = await bodyOf<{ redesign: Redesign }>(
    await workspace.ask('POST', `/api/redesigns/${opened.id}/submit`, { version: marked.version }),
  );
  const { subject, name, role } = PEOPLE.admin;
  const next = { ...redesign, state, version: redesign.version + 1 };
  const by = { subject, name, role };
  // What review and decision will do in a later part, done here by hand.
  await workspace.stores.redesigns.save(next, redesign, {
    at: next.updatedAt,
    by,
    action: 'edit',
    redesign: next.id,
    version: next.version,
  });
  return next;
}

const refusalsOf = async ({ id }: Redesign, who: Who) => {
  const { events } = await workspace.stores.history.page({ redesign: id });
  return events.filter(({ because, by }) => because !== undefined && by.subject === PEOPLE[who].subject);
};

describe.each(STATES)('a redesign that is %s', (state) => {
  let shared: Redesign;
  beforeAll(async () => {
    shared = await redesignIn(state);
  });

  it.each(EVERYBODY)('can be read by %s, in all its parts', async (as) => {
    const answers = await Promise.all(READINGS.map((part) => workspace.ask('GET', `/api/redesigns/${shared.id}${part}`, { as })));
    expect(answers.map(({ status }) => status)).toEqual(READINGS.map(() => 200));
  });

  const ask = (change: keyof typeof CHANGES, redesign: Redesign, as: Who) => {
    const json = change === 'edits' ? { edits } : undefined;
    return workspace.ask('POST', `/api/redesigns/${redesign.id}/${change}`, { as, version: redesign.version, json });
  };

  describe.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])('%s', (change) => {
    const allowed = CHANGES[change].some((from) => from === state) ? WRITERS : [];
    const refused = EVERYBODY.filter((who) => !allowed.includes(who));

    it.each(allowed)('is done by %s', async (as) => {
      const redesign = await redesignIn(state);
      const answer = await ask(change, redesign, as);
      expect(answer.status).toBe(change === 'submit' ? 201 : 200);
      const stored = await workspace.stores.redesigns.read(redesign.id);
      expect(stored).toMatchObject({ state: LEADS_TO[change], version: redesign.version + 1 });
      expect(await refusalsOf(redesign, as)).toEqual([]);
    });

    it.each(refused)('is refused to %s, who finds the reason in the history', async (as) => {
      const before = await refusalsOf(shared, as);
      const problem = await problemOf(await ask(change, shared, as));
      expect(problem).toMatchObject({ status: 403, type: '/problems/forbidden' });
      expect(await workspace.stores.redesigns.read(shared.id)).toEqual(shared);
      const after = await refusalsOf(shared, as);
      expect(after).toHaveLength(before.length + 1);
      expect(after[0]).toMatchObject({ because: problem.detail, version: shared.version });
    });
  });
});

describe('opening a redesign', () => {
  const ask = (id: string, as: Who) => workspace.ask('POST', '/api/redesigns', { as, json: { procedure: id } });

  it.each(WRITERS)('is done by %s', async (as) => {
    const { id } = await workspace.publish();
    expect((await ask(id, as)).status).toBe(201);
    expect((await workspace.stores.history.page({ procedure: id })).events).toEqual([]);
  });

  it.each(EVERYBODY.filter((who) => !WRITERS.includes(who)))('is refused to %s, which stands with the procedure', async (as) => {
    const { id } = await workspace.publish();
    const problem = await problemOf(await ask(id, as));
    expect(problem.status).toBe(403);
    const { events } = await workspace.stores.history.page({ procedure: id });
    expect(events).toMatchObject([{ action: 'open', procedure: id, because: problem.detail, by: { subject: PEOPLE[as].subject } }]);
    expect((await workspace.stores.procedures.head(id))?.row.redesign).toBeUndefined();
  });
});

describe('procedures', () => {
  it.each(EVERYBODY)('can be read by %s', async (as) => {
    const { id } = await workspace.publish();
    const own = ['', '/revisions', '/revisions/1', '/difference?from=1&to=1', '/revisions/1/files/docx', '/revisions/1/files/xlsx'];
    const paths = ['/api/session', '/api/procedures', '/api/redesigns', ...own.map((part) => `/api/procedures/${id}${part}`)];
    const answers = await Promise.all(paths.map((path) => workspace.ask('GET', path, { as })));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  });
});

describe('whoever is not signed in', () => {
  const ROUTES = [
    ['GET', '/api/session'],
    ['GET', '/api/procedures'],
    ['GET', '/api/procedures/9.000001'],
    ['GET', '/api/procedures/9.000001/revisions'],
    ['GET', '/api/procedures/9.000001/revisions/1'],
    ['GET', '/api/procedures/9.000001/difference?from=1&to=1'],
    ['GET', '/api/procedures/9.000001/revisions/1/files/docx'],
    ['GET', '/api/redesigns'],
    ['POST', '/api/redesigns'],
    ['GET', '/api/redesigns/x'],
    ['POST', '/api/redesigns/x/edits'],
    ['POST', '/api/redesigns/x/submit'],
    ['POST', '/api/redesigns/x/discard'],
    ['POST', '/api/redesigns/x/restore'],
    ['GET', '/api/redesigns/x/history'],
    ['GET', '/api/redesigns/x/proposals/1'],
    ['GET', '/api/redesigns/x/proposals/1/files/xlsx'],
  ] as const;

  it.each(ROUTES)('gets nothing from %s %s', async (method, path) => {
    const problem = await problemOf(await workspace.ask(method, path, { as: null }));
    expect(problem).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
  });

  it.each(['tinhgon=x', 'tinhgon=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c', 'tinhgon='])(
    'nor with a cookie that is not ours (%s)',
    async (cookie) => {
      const answer = await workspace.ask('GET', '/api/session', { as: null, headers: { cookie } });
      expect(answer.status).toBe(401);
    },
  );
});

describe('a person who was taken off the list', () => {
  it('keeps the session and may nothing any more', async () => {
    const headers = { cookie: await workspace.cookieOf('nguoi-la') };
    for (const path of ['/api/session', '/api/procedures', '/api/redesigns', `/api/redesigns/${(await workspace.open()).id}`]) {
      expect((await workspace.ask('GET', path, { as: null, headers })).status).toBe(403);
    }
  });
});

describe('a change that another site asks for', () => {
  it('is refused, though the browser sends the cookie', async () => {
    const redesign = await workspace.open();
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/discard`, {
      version: 1,
      headers: { origin: 'https://khac.example' },
    });
    expect((await problemOf(answer)).status).toBe(403);
    expect((await workspace.stores.redesigns.read(redesign.id))?.state).toBe('draft');
  });

  it('is refused as JSON too, and when the request does not say where it comes from', async () => {
    const { id } = await workspace.publish();
    for (const origin of ['https://khac.example', '']) {
      const answer = await workspace.ask('POST', '/api/redesigns', { json: { procedure: id }, headers: { origin } });
      expect(answer.status).toBe(403);
    }
  });
});
