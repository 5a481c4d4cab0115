import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '#functions/store/event.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Comment, Talk } from '#procedures/review/comment.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Talking = { comments: Comment[]; talk: Talk; next: string | null };

/** A redesign that the specialist has submitted, version 3. */
async function submitted(): Promise<Redesign> {
  const { id } = await workspace.open();
  const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];
  await workspace.ask('POST', `/api/redesigns/${id}/edits`, { version: 1, json: { edits } });
  const answer = await workspace.ask('POST', `/api/redesigns/${id}/submit`, { version: 2 });
  return (await bodyOf<{ redesign: Redesign }>(answer)).redesign;
}

const accept = ({ id, version }: Redesign, as: Who = 'reviewer') => workspace.ask('POST', `/api/redesigns/${id}/accept`, { as, version });
const giveBack = ({ id, version }: Redesign, as: Who = 'reviewer') =>
  workspace.ask('POST', `/api/redesigns/${id}/return`, { as, version, json: {} });
const comment = async ({ id }: Redesign, text = 'Vì sao bỏ?') =>
  bodyOf<Comment>(await workspace.ask('POST', `/api/redesigns/${id}/comments`, { as: 'reviewer', json: { text } }));
const linesOf = async ({ id }: Redesign): Promise<Event[]> => (await workspace.stores.history.page({ redesign: id })).events;

describe('accepting a proposal', () => {
  it('says who and when, and stands in the history with both states', async () => {
    const before = await submitted();
    const answer = await accept(before);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"4"');
    const after = await bodyOf<Redesign>(answer);
    expect(after).toMatchObject({ state: 'accepted', version: 4, acceptedBy: PEOPLE.reviewer.name, acceptedAt: after.updatedAt });
    expect((await linesOf(before))[0]).toMatchObject({ action: 'accept', states: { from: 'submitted', to: 'accepted' }, version: 4 });
  });
});

describe('returning a proposal', () => {
  it('needs an open comment: without one nothing is changed', async () => {
    const before = await submitted();
    const problem = await problemOf(await giveBack(before));
    expect(problem).toMatchObject({ status: 422, type: '/problems/refused' });
    expect(problem.detail).toContain('Cần ít nhất một góp ý đang mở');
    expect(await workspace.stores.redesigns.read(before.id)).toEqual(before);
  });
});

describe('a comment', () => {
  it('on an element names it as it was called, and leaves the version of the redesign alone', async () => {
    const redesign = await submitted();
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/comments`, {
      as: 'reviewer',
      json: { element: 'ho-ten', proposal: 1, text: 'Vì sao bỏ?' },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    const made = await bodyOf<Comment>(answer);
    const { subject, name } = PEOPLE.reviewer;
    expect(made).toMatchObject({ element: 'ho-ten', label: 'Họ và tên', proposal: 1, version: 1, by: { subject, name }, replies: [] });
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(redesign);
    expect((await linesOf(redesign))[0]).toMatchObject({ action: 'comment', about: 'về “Họ và tên”: Vì sao bỏ?', version: 3 });
    const listed = await bodyOf<Talking>(await workspace.ask('GET', `/api/redesigns/${redesign.id}/comments`));
    expect(listed).toEqual({ comments: [made], talk: { open: 1, total: 1, lastAt: made.at, lastBy: subject }, next: null });
  });
});
