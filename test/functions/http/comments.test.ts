// Comments, unread marks, presence: what is said and seen beside a redesign, on the real store.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '#functions/store/event.ts';
import { MOST_COMMENTS } from '#functions/store/comment-store.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Comment, Talk } from '#procedures/review/comment.ts';
import { newComment } from '#procedures/review/comments.ts';
import type { Company } from '#procedures/review/presences.ts';
import { aFullMark, anAddedField } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Talking = { comments: Comment[]; talk: Talk; next: string | null };
type Row = { id: string; talk: Talk | null; unread: boolean };

const REVIEWER = { subject: PEOPLE.reviewer.subject, name: PEOPLE.reviewer.name };
const edit = async ({ id, version }: Redesign, edits: unknown[], as: Who = 'specialist') =>
  workspace.ask('POST', `/api/redesigns/${id}/edits`, { as, version, json: { edits } });
const mark = (element: string) => ({ kind: 'mark', element, mark: aFullMark('remove') });
const edited = async (redesign: Redesign, ...edits: unknown[]) => bodyOf<Redesign>(await edit(redesign, edits));
const submitted = async () => {
  const { id, version } = await edited(await workspace.open(), mark('ho-ten'));
  return (await bodyOf<{ redesign: Redesign }>(await workspace.ask('POST', `/api/redesigns/${id}/submit`, { version }))).redesign;
};

const say = ({ id }: Pick<Redesign, 'id'>, json: unknown = { text: 'Vì sao bỏ?' }) =>
  workspace.ask('POST', `/api/redesigns/${id}/comments`, { as: 'reviewer', json });
const said = async (redesign: Redesign, json?: unknown) => bodyOf<Comment>(await say(redesign, json));
const answer = ({ redesign, id }: Comment, text: string, as: Who = 'specialist') =>
  workspace.ask('POST', `/api/redesigns/${redesign}/comments/${id}/replies`, { as, json: { text } });
const resolve = ({ redesign, id, version }: Comment, resolved: boolean) =>
  workspace.ask('POST', `/api/redesigns/${redesign}/comments/${id}/resolved`, { as: 'reviewer', version, json: { resolved } });
const listed = async ({ id }: Pick<Redesign, 'id'>, after = '') =>
  bodyOf<Talking>(await workspace.ask('GET', `/api/redesigns/${id}/comments${after && `?after=${after}`}`));
const linesOf = async ({ id }: Redesign): Promise<Event[]> => (await workspace.stores.history.page({ redesign: id })).events;

describe('a comment', () => {
  it('on an element names it as it was called, and leaves the version of the redesign alone', async () => {
    const redesign = await submitted();
    const response = await say(redesign, { element: 'ho-ten', proposal: 1, text: 'Vì sao bỏ?' });
    expect([response.status, response.headers.get('etag')]).toEqual([201, '"1"']);
    const made = await bodyOf<Comment>(response);
    expect(made).toMatchObject({ element: 'ho-ten', label: 'Họ và tên', proposal: 1, version: 1, by: REVIEWER, replies: [] });
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(redesign);
    expect((await linesOf(redesign))[0]).toMatchObject({ action: 'comment', about: 'về “Họ và tên”: Vì sao bỏ?', version: 3, proposal: 1 });
    const talk = { open: 1, total: 1, lastAt: made.at, lastBy: REVIEWER.subject };
    expect(await listed(redesign)).toEqual({ comments: [made], talk, next: null });
  });

  it('is answered and closed; each act is a line of the history and moves the talk', async () => {
    const redesign = await submitted();
    const made = await said(redesign);
    const replied = await bodyOf<Comment>(await answer(made, 'Đã có trong dữ liệu dân cư.'));
    expect(replied).toMatchObject({ version: 2, replies: [{ by: { subject: 'chuyen-vien' }, text: 'Đã có trong dữ liệu dân cư.' }] });
    const closed = await bodyOf<Comment>(await resolve(replied, true));
    expect(closed).toMatchObject({ version: 3, resolved: { by: REVIEWER } });
    const talk = { open: 0, total: 1, lastAt: replied.replies[0]?.at, lastBy: 'chuyen-vien' };
    expect(await listed(redesign)).toEqual({ comments: [closed], talk, next: null });
    const reopened = await bodyOf<Comment>(await resolve(closed, false));
    expect(reopened.resolved).toBeUndefined();
    expect((await listed(redesign)).talk).toEqual({ ...talk, open: 1 });
    const lines = (await linesOf(redesign)).slice(0, 4).map(({ action, about }) => `${action} ${about}`);
    expect(lines).toEqual([
      'resolve mở lại góp ý về toàn bộ phương án: Vì sao bỏ?',
      'resolve khép góp ý về toàn bộ phương án: Vì sao bỏ?',
      'reply về toàn bộ phương án: Đã có trong dữ liệu dân cư.',
      'comment về toàn bộ phương án: Vì sao bỏ?',
    ]);
  });

  it('can be on a field that the redesign adds, and on one that only its frozen proposal has', async () => {
    const opened = await workspace.open();
    const added = await edited(opened, { kind: 'addField', added: { ...anAddedField(), ...aJustification() } });
    expect((await said(added, { element: 'moi', text: 'Cần không?' })).label).toBe('Trường mới');
    const { redesign } = await bodyOf<{ redesign: Redesign }>(
      await workspace.ask('POST', `/api/redesigns/${added.id}/submit`, { version: added.version }),
    );
    const returned = await bodyOf<Redesign>(
      await workspace.ask('POST', `/api/redesigns/${redesign.id}/return`, { as: 'reviewer', version: redesign.version, json: {} }),
    );
    const dropped = await edited(returned, { kind: 'dropField', field: 'moi' });
    expect((await said(dropped, { element: 'moi', proposal: 1, text: 'Cần không?' })).label).toBe('Trường mới');
    expect((await say(dropped, { element: 'moi', text: 'Cần không?' })).status).toBe(404);
  });

  it('is on nothing that is not there, and not empty', async () => {
    const redesign = await submitted();
    const text = 'Vì sao?';
    const asked = [{ element: 'khong-co', text }, { proposal: 2, text }, { text: '  ' }, { text: 'x'.repeat(4001) }];
    const statuses = await Promise.all(asked.map(async (json) => (await say(redesign, json)).status));
    expect(statuses).toEqual([404, 404, 422, 422]);
    expect((await say({ id: 'khong-co' })).status).toBe(404);
    const gone = { ...(await said(redesign)), id: 'khong-co' };
    expect([(await answer(gone, text)).status, (await resolve(gone, true)).status]).toEqual([404, 404]);
    expect((await listed(redesign)).talk.total).toBe(1);
  });

  it('that somebody has answered meanwhile is closed only by who has seen the answer', async () => {
    const made = await said(await submitted());
    const replied = await bodyOf<Comment>(await answer(made, 'Chưa được.'));
    const problem = await problemOf(await resolve(made, true));
    expect(problem).toMatchObject({ status: 409, current: replied, writtenBy: PEOPLE.specialist.name });
    expect((await resolve(replied, true)).status).toBe(200);
  });

  it('that is closed already is closed by asking again, without another line', async () => {
    const redesign = await submitted();
    const closed = await bodyOf<Comment>(await resolve(await said(redesign), true));
    const before = await linesOf(redesign);
    expect(await bodyOf(await resolve(closed, true))).toEqual(closed);
    expect(await linesOf(redesign)).toEqual(before);
  });

  it('made while the specialist edits stands in nobody’s way', async () => {
    let redesign = await workspace.open();
    const talking = Promise.all(Array.from({ length: 10 }, (_, index) => say(redesign, { text: `Góp ý ${index}` })));
    const statuses: number[] = [];
    for (const element of ['ho-ten', 'ngay-sinh', 'so-dinh-danh', 'so-ban-sao']) {
      const saved = await edit(redesign, [mark(element)]);
      statuses.push(saved.status);
      redesign = await bodyOf<Redesign>(saved);
    }
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect((await talking).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(redesign);
  });
});

describe('many comments at once', () => {
  it('leave a talk that counting them anew gives', async () => {
    const redesign = await submitted();
    const made = await Promise.all(Array.from({ length: 8 }, (_, index) => said(redesign, { text: `Góp ý ${index}` })));
    await Promise.all(
      made.flatMap((one, index) => [answer(one, 'Rõ.'), answer(one, 'Thêm.', 'colleague'), ...(index % 2 ? [resolve(one, true)] : [])]),
    );
    const { comments, talk } = await listed(redesign);
    expect(comments.every(({ replies }) => replies.length === 2)).toBe(true);
    const moments = comments.flatMap((one) => [one.at, ...one.replies.map(({ at }) => at)]).toSorted();
    expect(talk).toMatchObject({ open: comments.filter(({ resolved }) => !resolved).length, total: 8, lastAt: moments.at(-1) });
  });

  it('leave the later word the last one, whichever is written first', async () => {
    const redesign = await submitted();
    const { comments } = workspace.stores;
    const save = (second: number, subject: string) => {
      const at = `2026-03-01T08:00:0${second}.000Z`;
      const by = { subject, name: `Người ${subject} (minh họa)` };
      const to = newComment({ id: `00000000${second}-x`, redesign: redesign.id }, { by, at, text: 'Rõ.' });
      return comments.save({
        from: null,
        to,
        event: { at, by: { ...by, role: 'reviewer' }, action: 'comment', redesign: redesign.id, version: 3 },
      });
    };
    await save(5, 'sau');
    await save(2, 'truoc');
    expect(await comments.talk(redesign.id)).toEqual({ open: 2, total: 2, lastAt: '2026-03-01T08:00:05.000Z', lastBy: 'sau' });
  });

  it('come in pages, in the order in which they were made, and end at the most that a redesign takes', async () => {
    const redesign = await submitted();
    const { stores } = workspace;
    const at = redesign.updatedAt;
    const event: Event = { at, by: { ...REVIEWER, role: 'reviewer' }, action: 'comment', redesign: redesign.id, version: 3 };
    for (let number = 1; number <= MOST_COMMENTS; number++) {
      const id = `000000000-${String(number).padStart(4, '0')}`;
      const to = newComment({ id, redesign: redesign.id }, { by: REVIEWER, at, text: `Góp ý ${number}` });
      await stores.comments.save({ from: null, to, event });
    }
    const problem = await problemOf(await say(redesign));
    expect(problem).toMatchObject({ status: 422, type: '/problems/refused' });
    expect((await listed(redesign)).talk).toMatchObject({ open: MOST_COMMENTS, total: MOST_COMMENTS });
    const numbers: string[] = [];
    for (let page = await listed(redesign); ; page = await listed(redesign, page.next ?? '')) {
      numbers.push(...page.comments.map(({ text }) => text));
      if (page.next === null) break;
    }
    expect(numbers).toEqual(Array.from({ length: MOST_COMMENTS }, (_, index) => `Góp ý ${index + 1}`));
    const { comments } = await listed(redesign);
    expect((await Promise.all(comments.slice(0, 1).map((first) => answer(first, 'Rõ.')))).map(({ status }) => status)).toEqual([201]);
  });

  it('and replies end at a hundred', async () => {
    const made = await said(await submitted());
    for (let reply = 0; reply < 100; reply++) expect((await answer(made, `Trả lời ${reply}`)).status).toBe(201);
    expect((await answer(made, 'Một nữa')).status).toBe(422);
  });
});

describe('the list', () => {
  const rowOf = async ({ id }: Redesign, as: Who): Promise<Row | undefined> => {
    let after = '';
    for (;;) {
      const { rows, next } = await bodyOf<{ rows: Row[]; next: string | null }>(
        await workspace.ask('GET', `/api/redesigns?limit=3${after && `&after=${after}`}`, { as }),
      );
      const found = rows.find((row) => row.id === id);
      if (found || next === null) return found;
      after = next;
    }
  };
  const visit = async ({ id }: Redesign, as: Who) => (await workspace.ask('PUT', `/api/redesigns/${id}/visit`, { as })).status;

  it('shows how the talk stands and what somebody else has done since the last visit', async () => {
    const redesign = await submitted();
    expect(await rowOf(redesign, 'reviewer')).toMatchObject({ unread: true, talk: null });
    expect(await visit(redesign, 'reviewer')).toBe(204);
    expect(await rowOf(redesign, 'reviewer')).toMatchObject({ unread: false });
    const made = await said(redesign);
    expect(await rowOf(redesign, 'reviewer')).toMatchObject({ unread: false, talk: { open: 1, total: 1 } });
    expect(await rowOf(redesign, 'specialist')).toMatchObject({ unread: true });
    await visit(redesign, 'specialist');
    await answer(made, 'Rõ.');
    expect([(await rowOf(redesign, 'reviewer'))?.unread, (await rowOf(redesign, 'specialist'))?.unread]).toEqual([true, false]);
    await visit(redesign, 'reviewer');
    await workspace.ask('POST', `/api/redesigns/${redesign.id}/accept`, { as: 'reviewer', version: 3 });
    expect([(await rowOf(redesign, 'reviewer'))?.unread, (await rowOf(redesign, 'specialist'))?.unread]).toEqual([false, true]);
  });

  it('does not mark a draft of another office that was never handed in', async () => {
    const draft = await edited(await workspace.open(), mark('ho-ten'));
    const unread = await Promise.all((['colleague', 'stranger', 'reviewer'] as const).map(async (as) => (await rowOf(draft, as))?.unread));
    expect(unread).toEqual([true, false, false]);
  });

  it('asks for the visits of hundreds of rows at once, and puts each to its row', async () => {
    const ids = Array.from({ length: 250 }, (_, index) => `btc-${index}`);
    const visited = ids.filter((_, index) => index % 7 === 0);
    await Promise.all(
      visited.map((id) => workspace.stores.visits.record('ai-do', id, `2026-03-01T08:00:00.${id.slice(4).padStart(3, '0')}Z`)),
    );
    const found = await workspace.stores.visits.visits('ai-do', ids);
    const expected = ids.map((_, index) => (index % 7 === 0 ? `2026-03-01T08:00:00.${String(index).padStart(3, '0')}Z` : null));
    expect(found).toEqual(expected);
    expect(await workspace.stores.comments.talks(ids)).toEqual(ids.map(() => null));
  });

  it('keeps to itself by whose account the last change was made', async () => {
    const row = await rowOf(await submitted(), 'reviewer');
    expect(Object.keys(row ?? {})).not.toContain('changedBy');
  });
});

describe('who is here', () => {
  type Answer = Company & { tookOver: { from: string; name: string } | null };
  const sign = ({ id }: Redesign, as: Who, tab: string, more: object = {}) =>
    workspace.ask('POST', `/api/redesigns/${id}/presence`, { as, json: { tab, editing: false, unsaved: false, ...more } });
  const signed = async (...given: Parameters<typeof sign>) => bodyOf<Answer>(await sign(...given));

  it('is shown to everybody who has it open, and gone with the tab', async () => {
    const redesign = await workspace.open();
    await signed(redesign, 'specialist', 'a', { editing: true });
    const { people } = await signed(redesign, 'reviewer', 'b');
    expect(people).toMatchObject([
      { subject: 'chuyen-vien', officeName: PEOPLE.specialist.officeName, tab: 'a', editing: true, you: false },
      { subject: 'tham-dinh', tab: 'b', editing: false, you: true },
    ]);
    const left = await workspace.ask('POST', `/api/redesigns/${redesign.id}/presence/leave`, { json: { tab: 'a' } });
    expect(left.status).toBe(204);
    expect((await signed(redesign, 'reviewer', 'b')).people.map(({ tab }) => tab)).toEqual(['b']);
  });

  it('does not edit who may not, whatever the browser says', async () => {
    const redesign = await workspace.open();
    expect((await signed(redesign, 'reviewer', 'a', { editing: true })).people).toMatchObject([{ editing: false }]);
    expect((await sign(redesign, 'reviewer', 'a', { ask: true })).status).toBe(403);
    expect((await linesOf(redesign))[0]).toMatchObject({ action: 'edit', by: { subject: 'tham-dinh' }, because: expect.any(String) });
  });

  it('hands over when asked, after saving, which stands in the history; nothing else of it does', async () => {
    const redesign = await workspace.open();
    await signed(redesign, 'specialist', 'a', { editing: true, unsaved: true });
    expect((await signed(redesign, 'colleague', 'b', { ask: true })).asked).toMatchObject({ of: 'chuyen-vien' });
    expect((await signed(redesign, 'specialist', 'a', { editing: true, unsaved: true })).asking).toMatchObject({ by: 'dong-nghiep' });
    const saved = await edited(redesign, mark('ho-ten'));
    await signed(redesign, 'specialist', 'a', { yield: true });
    const taken = await signed(redesign, 'colleague', 'b');
    expect(taken.tookOver).toEqual({ from: 'chuyen-vien', name: PEOPLE.specialist.name });
    expect(taken.people).toMatchObject([
      { tab: 'a', editing: false },
      { tab: 'b', editing: true },
    ]);
    const [line, ...others] = await linesOf(saved);
    expect(line).toMatchObject({
      action: 'edit',
      version: 2,
      by: { subject: 'dong-nghiep' },
      about: `tiếp quản việc sửa từ ${PEOPLE.specialist.name}`,
    });
    expect(others.map(({ action }) => action)).toEqual(['edit', 'open']);
    const next = await edit(saved, [mark('ngay-sinh')], 'colleague');
    expect(next.status).toBe(200);
  });

  it('forgets tabs that have long been gone, also where the store does not', async () => {
    const redesign = await workspace.open();
    const old = new Date(Date.now() - 600_000).toISOString();
    const { subject, name, officeName } = PEOPLE.colleague;
    await workspace.stores.presence.save(redesign.id, { subject, tab: 'cu', name, officeName, since: old, at: old, unsaved: false });
    expect((await signed(redesign, 'specialist', 'a')).people.map(({ tab }) => tab)).toEqual(['a']);
    expect((await workspace.stores.presence.list(redesign.id)).map(({ tab }) => tab)).toEqual(['a']);
  });

  it('takes no name for a tab that is none', async () => {
    const redesign = await workspace.open();
    expect((await sign(redesign, 'specialist', 'a#b')).status).toBe(422);
    expect((await sign({ ...redesign, id: 'khong-co' }, 'specialist', 'a')).status).toBe(404);
  });
});

function aJustification() {
  const { ground, reason, authority } = aFullMark('keep');
  return { ground, reason, authority };
}
