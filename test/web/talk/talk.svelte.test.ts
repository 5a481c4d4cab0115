import { beforeEach, describe, expect, test } from 'vitest';
import { newPlace, replyPlace } from '#lib/talk/talk.svelte.ts';
import { failure } from '../editor/server.ts';
import { aComment, aTalk } from './a-talk.ts';

beforeEach(() => localStorage.clear());

describe('the talk about a redesign', () => {
  test('a comment is on an element and on the proposal that is read; its box is empty once the server has it', async () => {
    const { talk, server } = aTalk();
    talk.type(newPlace('ngay-sinh'), ' Vì sao vẫn hỏi? (minh họa) ');
    expect(await talk.add('ngay-sinh')).toBe(true);
    expect(server.comments).toMatchObject([{ element: 'ngay-sinh', proposal: 1, text: 'Vì sao vẫn hỏi? (minh họa)' }]);
    expect(talk.typed(newPlace('ngay-sinh'))).toBe('');
    expect(talk.open.get('ngay-sinh')).toBe(1);
  });
  test('what is typed survives a failure, another choice and a reload', async () => {
    const { talk, server, open } = aTalk();
    server.next.push(failure(503, 'store-unavailable'));
    talk.type(newPlace('ngay-sinh'), 'Vì sao? (minh họa)');
    talk.type(newPlace(), 'Chung (minh họa)');
    expect(await talk.add('ngay-sinh')).toBe(false);
    expect(talk.problems.get(newPlace('ngay-sinh'))).toContain('store-unavailable');
    expect(open().typed(newPlace('ngay-sinh'))).toBe('Vì sao? (minh họa)');
    expect(open().typed(newPlace())).toBe('Chung (minh họa)');
  });
  test('what is typed while the last text is on its way is another text', async () => {
    const { talk } = aTalk();
    talk.type(newPlace(), 'Một (minh họa).');
    const sent = talk.add();
    talk.type(newPlace(), 'Một (minh họa). Hai (minh họa).');
    await sent;
    expect(talk.typed(newPlace())).toBe(' Hai (minh họa).');
  });
  test('a text of blanks is no comment', async () => {
    const { talk, server } = aTalk();
    talk.type(newPlace(), '   ');
    expect(await talk.add()).toBe(false);
    expect(server.comments).toEqual([]);
  });
  test('replies stay with their comment; closing takes it out of the open ones, opening puts it back', async () => {
    const comment = aComment('Bỏ mục này? (minh họa)', { element: 'gioi-tinh' });
    const { talk } = aTalk({ comments: [comment] });
    await talk.load();
    talk.type(replyPlace(comment), 'Đã bỏ (minh họa)');
    await talk.reply(comment);
    expect(talk.comments[0]?.replies.map(({ text }) => text)).toEqual(['Đã bỏ (minh họa)']);
    const [answered] = talk.comments;
    if (answered) await talk.resolve(answered, true);
    expect([talk.tally.open, talk.tally.resolved, talk.open.has('gioi-tinh')]).toEqual([0, 1, false]);
    const [closed] = talk.comments;
    if (closed) await talk.resolve(closed, false);
    expect(talk.tally.open).toBe(1);
  });
  test('where somebody else was faster, what stands there now is fetched', async () => {
    const comment = aComment('Bỏ? (minh họa)');
    const { talk, server } = aTalk({ comments: [comment] });
    await talk.load();
    server.next.push(failure(409, 'version-conflict'));
    server.comments = [{ ...comment, version: 2, resolved: { by: comment.by, at: comment.at } }];
    expect(await talk.resolve(comment, true)).toBe(false);
    await expect.poll(() => talk.tally.resolved).toBe(1);
    expect(talk.problems.get(comment.id)).toContain('version-conflict');
  });
  test('what has arrived stays when fetching it again fails', async () => {
    const { talk, server } = aTalk({ comments: [aComment('Một (minh họa)')] });
    await talk.load();
    server.next.push(failure(503, 'store-unavailable'));
    await talk.load();
    expect(talk.comments).toHaveLength(1);
    expect(talk.failure?.code).toBe('store-unavailable');
  });
});
