// Every role, and a guest, at every route of submissions in every state of a submission: as product.md §1, §2 and §4 say, not as the code
// does. Văn phòng Sở bundles, hands to the leader, shares, records the decision and follows it; the leader signs off; everybody reads.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import type { Event } from '#functions/store/event.ts';
import { SUBMISSION_STATES, type SubmissionState } from '#procedures/proposal/submission.ts';
import type { Outcome } from '#procedures/proposal/decision.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { accepted, act, aDecisionOf, composed, done, submissionIn, submitted } from '../../support/submitting.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const EVERYBODY = Object.keys(PEOPLE) as Who[];
const REVIEWER: readonly Who[] = ['reviewer'];
/** Whoever has that role, whichever office they are of. */
const LEADERS: readonly Who[] = ['leader', 'ownLeader'];

type Situation = { answer: SubmissionAnswer; inside: Redesign; ready: Redesign; link: string };
type Row = {
  method?: 'PUT';
  /** Who may do it at all, and in which states of the submission. */
  who: readonly Who[];
  states: readonly SubmissionState[];
  /** The state that it leads to. */
  to: Partial<Record<SubmissionState, SubmissionState>>;
  json?: (situation: Situation) => unknown;
  status?: number;
  /** Where nobody is refused who may do it elsewhere, and yet there is nothing to do: what it is answered with. */
  idle?: Partial<Record<SubmissionState, number>>;
  /** The route's path behind that of the submission, where it is not the name of the row. */
  path?: (situation: Situation) => string;
};
const stays = (...states: SubmissionState[]) => Object.fromEntries(states.map((state) => [state, state]));
const drafting: Pick<Row, 'states' | 'to'> = { states: ['drafting'], to: stays('drafting') };
const reason = { reason: 'Lý do (minh họa)' };
const approving = ({ inside }: Situation): unknown =>
  aDecisionOf(workspace, [{ redesign: inside.id, outcome: 'approved' } satisfies Outcome]);

const CHANGES: Record<string, Row> = {
  write: {
    ...drafting,
    method: 'PUT',
    who: REVIEWER,
    path: () => '',
    json: ({ answer }) => ({ title: 'Tên mới (minh họa)', grouping: 'area', letter: answer.submission.letter }),
  },
  entries: { ...drafting, who: REVIEWER, json: ({ ready }) => ({ redesigns: [ready.id] }) },
  removals: { ...drafting, who: REVIEWER, json: ({ inside }) => ({ redesigns: [inside.id] }) },
  moves: { ...drafting, who: REVIEWER, json: ({ inside }) => ({ redesign: inside.id, to: 0 }) },
  offer: { who: REVIEWER, states: ['drafting'], to: { drafting: 'offered' } },
  'send-back': { who: [...LEADERS, ...REVIEWER], states: ['offered'], to: { offered: 'drafting' }, json: () => reason },
  'sign-off': { who: LEADERS, states: ['offered'], to: { offered: 'signed' } },
  reopen: { who: LEADERS, states: ['signed'], to: { signed: 'drafting' }, json: () => reason },
  withdraw: { who: REVIEWER, states: ['drafting'], to: { drafting: 'withdrawn' } },
  links: {
    who: REVIEWER,
    states: ['signed', 'decided'],
    to: stays('signed', 'decided'),
    json: () => ({ label: 'Khách (minh họa)', days: 1 }),
    status: 201,
  },
  'withdraw a link': {
    who: REVIEWER,
    states: ['signed', 'decided'],
    to: stays('signed', 'decided'),
    path: ({ link }) => `/links/${link}/withdraw`,
  },
  decision: { who: REVIEWER, states: ['signed'], to: { signed: 'decided' }, json: approving, idle: { decided: 422 } },
  'decision/apply': { who: REVIEWER, states: ['decided'], to: stays('decided'), idle: { signed: 404 } },
};

/** What everybody signed in may read, in every state; a decision only where there is one. */
const READINGS = ['', '/entries', '/history', '/links', '/papers/letter', '/papers/decision', '/papers/annex'];
const FILES = ['letter.docx', 'decision.docx', 'annex.docx', 'comparison.xlsx'];
/** Files leave the house: Văn phòng Sở, the leader and the administrator take them out. */
const EXPORTERS: ReadonlySet<Who> = new Set<Who>(['reviewer', 'leader', 'ownLeader', 'admin']);

async function situationIn(state: SubmissionState): Promise<Situation> {
  const [inside, ready] = [await accepted(workspace), await accepted(workspace)];
  const answer = await submissionIn(workspace, state, [inside]);
  const shared = state === 'signed' || state === 'decided' ? await act(workspace, answer, 'links', { label: 'Khách', days: 1 }) : null;
  const { link } = shared ? await done<{ link: { id: string } }>(shared) : { link: { id: 'khong-co' } };
  return { answer, inside, ready, link: link.id };
}

const pathOf = ({ answer }: Situation, behind = '') => `/api/submissions/${answer.submission.id}${behind}`;
const ask = (name: string, situation: Situation, as: Who | null, headers?: Record<string, string>) => {
  const { method = 'POST', path = () => `/${name}`, json } = CHANGES[name] ?? { who: [], states: [], to: {} };
  const { version } = situation.answer.submission;
  return workspace.ask(method, pathOf(situation, path(situation)), { as, version, json: json?.(situation), headers });
};
const stored = ({ answer }: Situation) => workspace.stores.submissions.read(answer.submission.id);
/** Newest first, of all pages. */
const refusalsOf = async ({ answer }: Situation, who: Who) => {
  const found: Event[] = [];
  let after: string | undefined;
  do {
    const { events, next } = await workspace.stores.history.page({ submission: answer.submission.id }, { after });
    found.push(...events.filter(({ because, by }) => because !== undefined && by.subject === PEOPLE[who].subject));
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
};

describe.each(SUBMISSION_STATES)('a submission that is %s', (state) => {
  let shared: Situation;
  beforeAll(async () => {
    shared = await situationIn(state);
  });

  it.each(EVERYBODY)('can be read by %s, in all its parts', async (as) => {
    const parts = state === 'decided' ? [...READINGS, '/decision'] : READINGS;
    const answers = await Promise.all(parts.map((part) => workspace.ask('GET', pathOf(shared, part), { as })));
    expect(answers.map(({ status }) => status)).toEqual(parts.map(() => 200));
  });

  it.each(FILES)('leaves as %s only with Văn phòng Sở, the leader and the administrator', async (file) => {
    for (const as of EVERYBODY) {
      const before = (await refusalsOf(shared, as)).length;
      const { status } = await workspace.ask('GET', pathOf(shared, `/files/${file}`), { as });
      expect([as, status]).toEqual([as, EXPORTERS.has(as) ? 200 : 403]);
      expect((await refusalsOf(shared, as)).length - before).toBe(EXPORTERS.has(as) ? 0 : 1);
    }
  });

  describe.each(Object.keys(CHANGES))('%s', (name) => {
    const { who = [], states = [], to = {}, status = 200, idle = {} } = CHANGES[name] ?? {};
    const allowed = states.includes(state) ? who : [];
    const idling = idle[state] === undefined ? [] : who;
    const refused = EVERYBODY.filter((one) => !allowed.includes(one) && !idling.includes(one));

    it.each(allowed)('is done by %s', async (as) => {
      const situation = await situationIn(state);
      const answer = await ask(name, situation, as);
      expect(answer.status).toBe(status);
      expect(await stored(situation)).toMatchObject({ state: to[state] });
      expect(await refusalsOf(situation, as)).toEqual([]);
    });

    it.each(refused)('is refused to %s, who finds the reason in the history', async (as) => {
      const [before, untouched] = [await refusalsOf(shared, as), await stored(shared)];
      const problem = await problemOf(await ask(name, shared, as));
      expect(problem).toMatchObject({ status: 403, type: '/problems/forbidden' });
      expect(await stored(shared)).toEqual(untouched);
      const after = await refusalsOf(shared, as);
      expect(after).toHaveLength(before.length + 1);
      expect(after[0]).toMatchObject({ because: problem.detail, version: shared.answer.submission.version });
    });

    it.each(idling)('has nothing to do for %s', async (as) => {
      const untouched = await stored(shared);
      expect((await ask(name, shared, as)).status).toBe(idle[state]);
      expect(await stored(shared)).toEqual(untouched);
    });

    it('is closed to whoever is not signed in, and to a guest', async () => {
      for (const headers of [undefined, { authorization: `Bearer ${'A'.repeat(43)}` }]) {
        expect((await problemOf(await ask(name, shared, null, headers))).status).toBe(401);
      }
    });
  });
});

describe('beginning a submission', () => {
  const begin = (as: Who | null) => workspace.ask('POST', '/api/submissions', { as, json: { title: 'Tờ trình (minh họa)' } });

  it.each(REVIEWER)('is done by %s', async (as) => {
    expect((await begin(as)).status).toBe(201);
  });

  it.each(EVERYBODY.filter((who) => !REVIEWER.includes(who)))('is refused to %s, which stands with the plan', async (as) => {
    const problem = await problemOf(await begin(as));
    expect(problem.status).toBe(403);
    const { id } = await workspace.stores.plans.current();
    const { events } = await workspace.stores.history.page({ plan: id });
    expect(events[0]).toMatchObject({ action: 'compose', because: problem.detail, by: { subject: PEOPLE[as].subject } });
  });

  it('is closed to whoever is not signed in', async () => {
    expect((await begin(null)).status).toBe(401);
  });
});

describe('putting into effect', () => {
  const effect = ({ answer, inside }: Situation, as: Who | null) =>
    workspace.ask('POST', pathOf({ answer } as Situation, '/effect'), { as, json: { redesigns: [inside.id] } });

  it.each(REVIEWER)('is done by %s, once decided', async (as) => {
    const situation = await situationIn('decided');
    expect(await bodyOf(await effect(situation, as))).toMatchObject({ done: [{ redesign: situation.inside.id }], refused: [] });
  });

  it.each(EVERYBODY.filter((who) => !REVIEWER.includes(who)))('is refused to %s', async (as) => {
    const situation = await situationIn('decided');
    const problem = await problemOf(await effect(situation, as));
    expect(problem.status).toBe(403);
    expect(await refusalsOf(situation, as)).toMatchObject([{ action: 'takeEffect', because: problem.detail }]);
    expect(await workspace.stores.redesigns.read(situation.inside.id)).toMatchObject({ state: 'approved' });
  });

  it.each(SUBMISSION_STATES.filter((state) => state !== 'decided'))('finds nothing decided while the submission is %s', async (state) => {
    const situation = await situationIn(state);
    expect((await effect(situation, 'reviewer')).status).toBe(404);
  });

  it('is closed to whoever is not signed in', async () => {
    expect((await effect(await situationIn('decided'), null)).status).toBe(401);
  });
});

describe('what follows a decision on a redesign', () => {
  const today = new Date().toISOString().slice(0, 10);
  const step = ({ id }: Redesign, as: Who | null) =>
    workspace.ask('POST', `/api/redesigns/${id}/recommendations/so-ban-sao/steps`, {
      as,
      version: 1,
      json: { state: 'sent', date: today },
    });
  const result = ({ id }: Redesign, as: Who | null) =>
    workspace.ask('PUT', `/api/redesigns/${id}/results/${today.slice(0, 4)}`, {
      as,
      json: { dossiers: 1, source: 'Nguồn (minh họa)', version: 0 },
    });
  const inEffect = async () => {
    const { answer, inside } = await situationIn('decided');
    await done(await act(workspace, answer, 'effect', { redesigns: [inside.id] }));
    return inside;
  };
  const refused = async ({ id }: Redesign, as: Who) => {
    const { events } = await workspace.stores.history.page({ redesign: id });
    return events.filter(({ because, by }) => because !== undefined && by.subject === PEOPLE[as].subject);
  };

  it.each(REVIEWER)('is entered by %s', async (as) => {
    const redesign = await inEffect();
    expect((await step(redesign, as)).status).toBe(200);
    expect((await result(redesign, as)).status).toBe(200);
  });

  it.each(EVERYBODY.filter((who) => !REVIEWER.includes(who)))('is refused to %s, who may read it', async (as) => {
    const redesign = await inEffect();
    expect((await step(redesign, as)).status).toBe(403);
    expect((await result(redesign, as)).status).toBe(403);
    expect((await refused(redesign, as)).map(({ action }) => action)).toEqual(['enterResult', 'followRecommendation']);
    const paths = [`/api/redesigns/${redesign.id}/results`, `/api/redesigns/${redesign.id}/recommendations`, '/api/recommendations'];
    const answers = await Promise.all(paths.map((path) => workspace.ask('GET', path, { as })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('waits for the decision, and results for the effect', async () => {
    const waiting = await submitted(workspace);
    expect([(await step(waiting, 'reviewer')).status, (await result(waiting, 'reviewer')).status]).toEqual([403, 403]);
    const { inside } = await situationIn('decided');
    expect((await result(inside, 'reviewer')).status).toBe(403);
    expect((await refused(inside, 'reviewer'))[0]?.because).toContain('đã thực thi');
  });

  it('is closed to whoever is not signed in', async () => {
    const redesign = await inEffect();
    const answers = await Promise.all([step(redesign, null), result(redesign, null)]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  });
});

describe('the list of submissions', () => {
  it.each(EVERYBODY)('can be read by %s', async (as) => {
    await composed(workspace);
    expect((await workspace.ask('GET', '/api/submissions', { as })).status).toBe(200);
  });
});

describe('what is not there', () => {
  it('is not found, whoever asks', async () => {
    for (const part of [...READINGS, '/decision']) {
      expect((await workspace.ask('GET', `/api/submissions/khong-co${part}`, { as: 'reviewer' })).status).toBe(404);
    }
    const { answer } = await situationIn('drafting');
    expect((await workspace.ask('GET', `/api/submissions/${answer.submission.id}/decision`, { as: 'reviewer' })).status).toBe(404);
  });
});
