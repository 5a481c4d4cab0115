// Every route of the review × role × state, as product.md §1, §2.6 and §4 say, not as the code does.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STATES, type Redesign, type State } from '#procedures/redesign/redesign.ts';
import type { Comment } from '#procedures/review/comment.ts';
import { aFullMark, aRevision, ruleV1 } from '../../support/redesign.ts';
import { bodyOf, OFFICE, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const EVERYBODY = Object.keys(PEOPLE) as Who[];
/** "A specialist writes only for the own office." */
const OFFICE_IN_CHARGE: readonly Who[] = ['specialist', 'colleague'];
/** "Văn phòng Sở compares, comments per element, returns or accepts." */
const REVIEWERS: readonly Who[] = ['reviewer'];
/** Until it is bundled there is something to talk about; afterwards it is closed. */
const TALKED_ABOUT = ['draft', 'submitted', 'returned', 'accepted'] as const;
/** "Nothing editable after submission except by returning it." */
const WRITABLE = ['draft', 'returned'] as const;

type Situation = { redesign: Redesign; comment: Comment };
type Rule = { who: readonly Who[]; states: readonly State[]; to?: State };
const RULES = {
  accept: { who: REVIEWERS, states: ['submitted'], to: 'accepted' },
  return: { who: REVIEWERS, states: ['submitted', 'accepted'], to: 'returned' },
  comment: { who: REVIEWERS, states: TALKED_ABOUT },
  reply: { who: [...OFFICE_IN_CHARGE, ...REVIEWERS], states: TALKED_ABOUT },
  resolve: { who: REVIEWERS, states: TALKED_ABOUT },
  rewind: { who: OFFICE_IN_CHARGE, states: WRITABLE, to: 'draft' },
  carryOver: { who: OFFICE_IN_CHARGE, states: WRITABLE, to: 'draft' },
  askForThePen: { who: OFFICE_IN_CHARGE, states: WRITABLE },
} as const satisfies Record<string, Rule>;
type Action = keyof typeof RULES;

function ask(action: Action, { redesign: { id, version }, comment }: Situation, as: Who): Promise<Response> {
  const at = `/api/redesigns/${id}`;
  const said = `${at}/comments/${comment.id}`;
  const text = 'Vì sao?';
  switch (action) {
    case 'accept':
      return workspace.ask('POST', `${at}/accept`, { as, version });
    case 'return':
      return workspace.ask('POST', `${at}/return`, { as, version, json: {} });
    case 'comment':
      return workspace.ask('POST', `${at}/comments`, { as, json: { text } });
    case 'reply':
      return workspace.ask('POST', `${said}/replies`, { as, json: { text } });
    case 'resolve':
      return workspace.ask('POST', `${said}/resolved`, { as, version: comment.version, json: { resolved: true } });
    case 'rewind':
      return workspace.ask('POST', `${at}/rewind`, { as, version, json: { version: 1 } });
    case 'carryOver':
      return workspace.ask('POST', `${at}/carry-over`, { as, version, json: {} });
    case 'askForThePen':
      return workspace.ask('POST', `${at}/presence`, { as, json: { tab: `tab-${as}`, editing: false, unsaved: false, ask: true } });
  }
}

/** A redesign with one proposal and one open comment, in that state, on a definition of which there is a newer one. */
async function situationIn(state: State): Promise<Situation> {
  const { id, procedure } = await workspace.open();
  const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];
  await workspace.ask('POST', `/api/redesigns/${id}/edits`, { version: 1, json: { edits } });
  const { redesign } = await bodyOf<{ redesign: Redesign }>(await workspace.ask('POST', `/api/redesigns/${id}/submit`, { version: 2 }));
  const json = { element: 'ho-ten', text: 'Vì sao bỏ?' };
  const comment = await bodyOf<Comment>(await workspace.ask('POST', `/api/redesigns/${id}/comments`, { as: 'reviewer', json }));
  const first = await workspace.stores.procedures.revision(procedure, 1);
  const revision = { ...aRevision(first?.procedure), number: 2 };
  await workspace.stores.procedures.publish({ revision, office: OFFICE, rule: ruleV1() });
  if (state === 'submitted') return { redesign, comment };
  const { subject, name, role } = PEOPLE.admin;
  const there = { ...redesign, state, version: redesign.version + 1 };
  // Brought there by hand, as whoever may would have done.
  const event = { at: there.updatedAt, by: { subject, name, role }, action: 'edit' as const, redesign: id, version: there.version };
  await workspace.stores.redesigns.save(there, redesign, event);
  return { redesign: there, comment };
}

const refusalsOf = async ({ redesign: { id } }: Situation, who: Who) => {
  const { events } = await workspace.stores.history.page({ redesign: id });
  return events.filter(({ because, by }) => because !== undefined && by.subject === PEOPLE[who].subject);
};

/** Everything of it that review can change. */
const everything = async ({ redesign: { id } }: Situation) => ({
  redesign: await workspace.stores.redesigns.read(id),
  comments: (await workspace.stores.comments.page(id)).rows,
  talk: await workspace.stores.comments.talk(id),
});

describe.each(STATES)('a redesign that is %s', (state) => {
  let shared: Situation;
  beforeAll(async () => {
    shared = await situationIn(state);
  });

  describe.each(Object.keys(RULES) as Action[])('%s', (action) => {
    const rule: Rule = RULES[action];
    const allowed = rule.states.includes(state) ? rule.who : [];
    const refused = EVERYBODY.filter((who) => !allowed.includes(who));

    it.each(allowed)('is done by %s', async (as) => {
      const situation = await situationIn(state);
      const { version } = situation.redesign;
      expect((await ask(action, situation, as)).ok).toBe(true);
      const stored = await workspace.stores.redesigns.read(situation.redesign.id);
      expect(stored).toMatchObject(rule.to ? { state: rule.to, version: version + 1 } : { state, version });
      expect(await refusalsOf(situation, as)).toEqual([]);
    });

    it.each(refused)('is refused to %s, changes nothing and stands in the history', async (as) => {
      const [before, recorded] = await Promise.all([everything(shared), refusalsOf(shared, as)]);
      const problem = await problemOf(await ask(action, shared, as));
      expect(problem).toMatchObject({ status: 403, type: '/problems/forbidden' });
      expect(await everything(shared)).toEqual(before);
      const after = await refusalsOf(shared, as);
      expect(after).toHaveLength(recorded.length + 1);
      expect(after[0]).toMatchObject({ because: problem.detail, version: shared.redesign.version });
    });
  });

  const READINGS = ['/comments', '/baseline', '/proposals/1/comparison?with=inForce'];
  it.each(EVERYBODY)('is open to %s with what was said, its baseline and its comparison, and shows that they are there', async (as) => {
    const at = `/api/redesigns/${shared.redesign.id}`;
    const answers = await Promise.all([
      ...READINGS.map((part) => workspace.ask('GET', at + part, { as })),
      workspace.ask('GET', `${at}/proposals/1/comparison?redesign=${shared.redesign.id}&number=1`, { as }),
      workspace.ask('PUT', `${at}/visit`, { as }),
      workspace.ask('POST', `${at}/presence`, { as, json: { tab: 'doc', editing: true, unsaved: false } }),
      workspace.ask('POST', `${at}/presence/leave`, { as, json: { tab: 'doc' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 204, 200, 204]);
  });

  it.each(EVERYBODY)('is edited by %s only where that is allowed, whatever the browser says of itself', async (as) => {
    const json = { tab: 'doc', editing: true, unsaved: false };
    const { people } = await bodyOf<{ people: { you: boolean; editing: boolean }[] }>(
      await workspace.ask('POST', `/api/redesigns/${shared.redesign.id}/presence`, { as, json }),
    );
    const may = OFFICE_IN_CHARGE.includes(as) && WRITABLE.some((writable) => writable === state);
    expect(people.find(({ you }) => you)?.editing).toBe(may);
  });
});

describe('whoever wrote in a redesign', () => {
  it('does not accept it, and may return it', async () => {
    const { redesign, comment } = await situationIn('submitted');
    const { subject, name, role } = PEOPLE.reviewer;
    const own = { ...redesign, version: 4, writers: [...(redesign.writers ?? []), subject] };
    const by = { subject, name, role };
    await workspace.stores.redesigns.save(own, redesign, { at: own.updatedAt, by, action: 'edit', redesign: own.id, version: 4 });
    const situation = { redesign: own, comment };
    const problem = await problemOf(await ask('accept', situation, 'reviewer'));
    expect(problem.status).toBe(403);
    expect(await refusalsOf(situation, 'reviewer')).toMatchObject([{ action: 'accept', because: problem.detail }]);
    expect((await ask('return', situation, 'reviewer')).status).toBe(200);
  });
});

describe('whoever does not say which version they have seen', () => {
  const UNVERSIONED = ['accept', 'return', 'rewind', 'carry-over', 'comments/x/resolved'];
  it.each(UNVERSIONED)('changes nothing by %s', async (act) => {
    const { redesign } = await situationIn('submitted');
    const json = { version: 1, resolved: true };
    const problem = await problemOf(await workspace.ask('POST', `/api/redesigns/${redesign.id}/${act}`, { as: 'reviewer', json }));
    expect(problem).toMatchObject({ status: 428, type: '/problems/precondition-required' });
  });
});

describe('whoever is not signed in', () => {
  const ROUTES = [
    ['POST', 'accept'],
    ['POST', 'return'],
    ['GET', 'comments'],
    ['POST', 'comments'],
    ['POST', 'comments/x/replies'],
    ['POST', 'comments/x/resolved'],
    ['PUT', 'visit'],
    ['POST', 'presence'],
    ['POST', 'presence/leave'],
    ['POST', 'rewind'],
    ['GET', 'baseline'],
    ['POST', 'carry-over'],
    ['GET', 'proposals/1/comparison?with=inForce'],
  ] as const;

  it.each(ROUTES)('gets nothing from %s %s', async (method, path) => {
    const problem = await problemOf(await workspace.ask(method, `/api/redesigns/x/${path}`, { as: null }));
    expect(problem).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
  });
});
