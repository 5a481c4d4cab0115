// Review over HTTP on the real store: accepting, returning, and what two people at once may not break.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '#functions/store/event.ts';
import type { Comparison } from '#procedures/proposal/compare.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Comment } from '#procedures/review/comment.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.stores.people.save(SECOND_REVIEWER);
});
afterAll(() => workspace.close());

const SECOND_REVIEWER = { ...PEOPLE.reviewer, subject: 'tham-dinh-2', name: 'Người thẩm định thứ hai (minh họa)' };

const edit = async ({ id, version }: Redesign, element: string, treatment: 'remove' | 'keep' = 'remove') => {
  const json = { edits: [{ kind: 'mark', element, mark: aFullMark(treatment) }] };
  return bodyOf<Redesign>(await workspace.ask('POST', `/api/redesigns/${id}/edits`, { version, json }));
};
const submit = async ({ id, version }: Redesign) =>
  (await bodyOf<{ redesign: Redesign }>(await workspace.ask('POST', `/api/redesigns/${id}/submit`, { version }))).redesign;
/** A redesign that the specialist has submitted, version 3. */
const submitted = async () => submit(await edit(await workspace.open(), 'ho-ten'));

const act = ({ id, version }: Redesign, action: 'accept' | 'return', as: Who = 'reviewer', json: unknown = {}) =>
  workspace.ask('POST', `/api/redesigns/${id}/${action}`, { as, version, json });
const asSecond = async ({ id, version }: Redesign, action: 'accept' | 'return') => {
  const cookie = await workspace.cookieOf(SECOND_REVIEWER.subject);
  return workspace.ask('POST', `/api/redesigns/${id}/${action}`, { as: null, version, json: {}, headers: { cookie } });
};
const comment = async ({ id }: Redesign, text = 'Vì sao bỏ?') =>
  bodyOf<Comment>(await workspace.ask('POST', `/api/redesigns/${id}/comments`, { as: 'reviewer', json: { text } }));
const close = (made: Comment, version = made.version) =>
  workspace.ask('POST', `/api/redesigns/${made.redesign}/comments/${made.id}/resolved`, {
    as: 'reviewer',
    version,
    json: { resolved: true },
  });
const linesOf = async ({ id }: Redesign): Promise<Event[]> => (await workspace.stores.history.page({ redesign: id })).events;
const stored = ({ id }: Redesign) => workspace.stores.redesigns.read(id);

describe('accepting a proposal', () => {
  it('says who and when, and stands in the history with both states', async () => {
    const before = await submitted();
    const answer = await act(before, 'accept');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"4"');
    const after = await bodyOf<Redesign>(answer);
    expect(after).toMatchObject({ state: 'accepted', version: 4, acceptedBy: PEOPLE.reviewer.name, acceptedAt: after.updatedAt });
    expect((await linesOf(before))[0]).toMatchObject({ action: 'accept', states: { from: 'submitted', to: 'accepted' }, version: 4 });
    const row = (await workspace.stores.redesigns.page({ plan: before.plan, limit: 500 })).rows.find(({ id }) => id === before.id);
    expect(row).toMatchObject({ state: 'accepted', acceptedAt: after.acceptedAt, frozen: before.frozen, submittedAt: before.submittedAt });
  });

  it('is refused to whoever wrote in it while still in the office, and the refusal is recorded', async () => {
    const { subject, name, role } = PEOPLE.reviewer;
    const sent = await submitted();
    const before = { ...sent, version: 4, writers: ['chuyen-vien', subject] };
    const by = { subject, name, role };
    await workspace.stores.redesigns.save(before, sent, { at: sent.updatedAt, by, action: 'edit', redesign: sent.id, version: 4 });
    const problem = await problemOf(await act(before, 'accept'));
    expect(problem).toMatchObject({ status: 403, detail: expect.stringContaining('do chính mình soạn') });
    expect((await linesOf(before))[0]).toMatchObject({ action: 'accept', because: problem.detail, by: { subject } });
    expect(await stored(before)).toEqual(before);
    expect((await asSecond(before, 'accept')).status).toBe(200);
  });
});

describe('returning a proposal', () => {
  it('needs an open comment: without one nothing is changed', async () => {
    const before = await submitted();
    const problem = await problemOf(await act(before, 'return'));
    expect(problem).toMatchObject({ status: 422, type: '/problems/refused' });
    expect(problem.detail).toContain('Cần ít nhất một góp ý đang mở');
    expect(await stored(before)).toEqual(before);
    const made = await comment(before);
    await close(made);
    expect((await act(before, 'return')).status).toBe(422);
    expect(await stored(before)).toEqual(before);
  });

  it('keeps the moment, the reason and the proposal in the history, and opens it to the office again', async () => {
    const before = await submitted();
    await comment(before);
    const returned = await bodyOf<Redesign>(await act(before, 'return', 'reviewer', { reason: 'Thiếu căn cứ.' }));
    expect(returned).toMatchObject({ state: 'returned', version: 4, returnedAt: returned.updatedAt, frozen: before.frozen });
    const states = { from: 'submitted', to: 'returned' };
    expect((await linesOf(before))[0]).toMatchObject({ action: 'return', states, about: 'Thiếu căn cứ.', proposal: 1 });
    const mended = await edit(returned, 'ngay-sinh');
    expect(mended.state).toBe('draft');
    expect(await submit(mended)).toMatchObject({ state: 'submitted', proposals: 2 });
  });

  it('is the only way to change what was accepted, until it is bundled', async () => {
    const before = await submitted();
    await comment(before);
    const accepted = await bodyOf<Redesign>(await act(before, 'accept'));
    const json = { edits: [{ kind: 'unmark', element: 'ho-ten' }] };
    const refused = await workspace.ask('POST', `/api/redesigns/${accepted.id}/edits`, { version: accepted.version, json });
    expect(refused.status).toBe(403);
    const returned = await bodyOf<Redesign>(await act(accepted, 'return'));
    expect(returned).toMatchObject({ state: 'returned', acceptedAt: accepted.acceptedAt });
    expect((await edit(returned, 'ho-ten', 'keep')).state).toBe('draft');
  });
});

describe('two reviewers at once', () => {
  it('both accepting: one does, the other is told what is there', async () => {
    for (let round = 0; round < 5; round++) {
      const before = await submitted();
      const answers = await Promise.all([act(before, 'accept'), asSecond(before, 'accept')]);
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
      expect(won?.status).toBe(200);
      expect([403, 409]).toContain(lost?.status);
      const lines = (await linesOf(before)).filter(({ action, because }) => action === 'accept' && because === undefined);
      expect(lines).toHaveLength(1);
      expect((await stored(before))?.version).toBe(4);
    }
  });

  it('one accepting, one returning: the state is that of the one who won', async () => {
    for (let round = 0; round < 5; round++) {
      const before = await submitted();
      await comment(before);
      const [accepting, returning] = await Promise.all([act(before, 'accept'), asSecond(before, 'return')]);
      expect([accepting.status, returning.status].filter((status) => status === 200)).toHaveLength(1);
      expect(await stored(before)).toMatchObject({ version: 4, state: accepting.status === 200 ? 'accepted' : 'returned' });
    }
  });

  it('one working on what the other has changed is shown what is there now, by whom', async () => {
    const before = await submitted();
    const accepted = await bodyOf<Redesign>(await act(before, 'accept'));
    const problem = await problemOf(await asSecond(before, 'return'));
    expect(problem).toMatchObject({ status: 409, current: accepted, writtenBy: PEOPLE.reviewer.name });
  });

  it('one closing the last comment while the other returns: never a return without an open comment', async () => {
    for (let round = 0; round < 8; round++) {
      const before = await submitted();
      const made = await comment(before);
      const [closing, returning] = await Promise.all([close(made), asSecond(before, 'return')]);
      expect(closing.status).toBe(200);
      const lines = (await linesOf(before)).map(({ action }) => action).filter((action) => action === 'return' || action === 'resolve');
      // Newest first; where both stand, the return came before the closing or in the same millisecond.
      expect(returning.status === 200 ? lines.toSorted() : lines).toEqual(returning.status === 200 ? ['resolve', 'return'] : ['resolve']);
      expect([200, 422]).toContain(returning.status);
    }
  });
});

describe('a resubmission', () => {
  it('is compared with the returned one, and with the definition in force', async () => {
    const first = await submitted();
    await comment(first);
    const returned = await bodyOf<Redesign>(await act(first, 'return'));
    const second = await submit(await edit(returned, 'ngay-sinh'));
    const at = `/api/redesigns/${second.id}/proposals/2/comparison`;
    const changed = await bodyOf<Comparison>(await workspace.ask('GET', `${at}?redesign=${first.id}&number=1`, { as: 'reviewer' }));
    expect(changed.marks.rows).toMatchObject([{ element: 'ngay-sinh', left: null, right: { treatment: 'remove' } }]);
    expect([changed.left.proposal?.number, changed.right.proposal?.number]).toEqual([1, 2]);
    const today = await bodyOf<Comparison>(await workspace.ask('GET', `${at}?with=inForce`, { as: 'leader' }));
    expect(today).toMatchObject({ left: { revision: 1, declared: 4 }, right: { declared: 2 }, definition: { total: 2 } });
  });

  it('is compared with nothing that is not there', async () => {
    const { id } = await submitted();
    const ask = async (query: string) => (await workspace.ask('GET', `/api/redesigns/${id}/proposals/1/comparison${query}`)).status;
    expect(await Promise.all(['?redesign=khong-co&number=1', `?redesign=${id}&number=2`].map(ask))).toEqual([404, 404]);
    expect(await Promise.all(['', '?with=khac', `?redesign=${id}`].map(ask))).toEqual([422, 422, 422]);
  });
});
