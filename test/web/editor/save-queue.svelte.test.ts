import { beforeEach, describe, expect, test } from 'vitest';
import { unreachable, ApiError } from '#lib/failure.ts';
import { saveSentence } from '#lib/editor/save-state.ts';
import { aFullMark, aMark, aProcedureOf } from '../../support/redesign.ts';
import { anEditor, DELAYS, pause } from './an-editor.ts';
import { failure } from './server.ts';

const offline = () => new ApiError(unreachable(false));
const mark = (element: string, treatment: 'remove' | 'retrieve' | 'prefill', reason?: string) =>
  ({ kind: 'mark', element, mark: aMark(treatment, reason === undefined ? {} : { reason }) }) as const;

beforeEach(() => localStorage.clear());

describe('the way to the server', () => {
  test('a mark is saved at once and the line says since when', async () => {
    const { editor, server } = anEditor();
    expect(editor.queue.state).toEqual({ kind: 'saved', at: '2026-01-08T01:41:00Z' });
    editor.treat(['ngay-sinh'], 'remove');
    expect(editor.queue.state).toEqual({ kind: 'saving' });
    expect(await editor.queue.flush()).toBe(true);
    expect(editor.queue.state.kind).toBe('saved');
    expect(server.redesign.marks['ngay-sinh']).toEqual({ treatment: 'remove' });
    expect(server.redesign.version).toBe(2);
  });

  test('one request is in flight; what is done meanwhile goes together in the next one', async () => {
    const { editor, server } = anEditor();
    editor.treat(['ho-ten'], 'remove');
    const saved = editor.queue.flush();
    editor.treat(['ngay-sinh'], 'remove');
    editor.treat(['so-dinh-danh'], 'retrieve');
    editor.treat(['so-dinh-danh'], 'prefill');
    await saved;
    expect(server.batches).toEqual([[mark('ho-ten', 'remove')], [mark('ngay-sinh', 'remove'), mark('so-dinh-danh', 'prefill')]]);
  });

  test('typing sends one request after a pause, not one a keystroke', async () => {
    const { editor, server } = anEditor();
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    for (const reason of ['Đ', 'Đã', 'Đã có']) editor.patch(['ngay-sinh'], { reason }, 'reason');
    expect(editor.queue.state.kind).toBe('saving');
    await pause(DELAYS.typing * 4);
    expect(server.batches.slice(1)).toEqual([[mark('ngay-sinh', 'remove', 'Đã có')]]);
  });

  test('leaving the box sends what was typed without waiting', async () => {
    const { editor, server } = anEditor();
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    editor.patch(['ngay-sinh'], { reason: 'Đã có' }, 'reason');
    editor.leave();
    await editor.queue.flush();
    expect(server.redesign.marks['ngay-sinh']?.reason).toBe('Đã có');
  });

  test('a dead connection is told with its time and tried again until it is back', async () => {
    const { editor, server } = anEditor();
    server.next = [offline(), offline()];
    editor.treat(['ngay-sinh'], 'remove');
    expect(await editor.queue.flush()).toBe(false);
    expect(saveSentence(editor.queue.state, '2026-07-20T05:00:00Z')).toBe('Chưa lưu từ 08:41 — mất kết nối, đang thử lại');
    await expect.poll(() => editor.queue.state.kind).toBe('saved');
    expect(server.redesign.marks['ngay-sinh']).toEqual({ treatment: 'remove' });
  });

  test('an ended session waits for a sign-in and keeps everything', async () => {
    const { editor, server } = anEditor();
    server.next = [failure(401, 'not-signed-in')];
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    await pause(DELAYS.longest * 2);
    expect(editor.queue.state).toMatchObject({ kind: 'unsaved', trouble: { why: 'session' } });
    editor.queue.retrySession();
    await editor.queue.flush();
    expect(server.redesign.marks['ngay-sinh']).toBeDefined();
  });

  test('a forbidden redesign becomes read-only with the reason, and nothing is thrown away', async () => {
    const { editor, server } = anEditor();
    server.next = [failure(403, 'forbidden', { detail: 'Chỉ phòng chủ trì được sửa.' })];
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    expect(editor.editing).toEqual({ allowed: false, because: 'Chỉ phòng chủ trì được sửa.' });
    expect(editor.treat(['ho-ten'], 'remove')).toBe(false);
    expect(editor.markOf('ngay-sinh')).toEqual({ treatment: 'remove' });
    expect(localStorage.length).toBe(1);
  });

  test('what the server refuses leaves the queue, stays to be seen, and lets the rest pass', async () => {
    const { editor, server } = anEditor();
    server.next = [failure(422, 'refused', { refusals: [{ code: 'too-many', element: 'ngay-sinh', message: 'Không được.' }] })];
    editor.apply([mark('ngay-sinh', 'remove'), mark('ho-ten', 'remove')]);
    await editor.queue.flush();
    expect(editor.queue.rejected).toMatchObject({
      refusals: [{ element: 'ngay-sinh', message: 'Không được.' }],
      edits: [mark('ngay-sinh', 'remove')],
    });
    expect(Object.keys(server.redesign.marks)).toEqual(['ho-ten']);
  });

  test('what the server refuses because of dependants can be done with them', async () => {
    const { editor, server } = anEditor({ procedure: aProcedureOf(['a', 'b'], { b: 'a' }) });
    const dependants = [{ id: 'b', label: 'B' }];
    server.next = [failure(422, 'refused', { refusals: [{ code: 'has-dependants', element: 'a', message: 'B phụ thuộc.', dependants }] })];
    editor.apply([mark('a', 'remove'), mark('b', 'remove')]);
    await editor.queue.flush();
    editor.treat(['b'], 'keep');
    await editor.queue.flush();
    const completed = editor.queue.rejected && editor.completed(editor.queue.rejected);
    expect(completed?.labels).toEqual(['B']);
    expect(editor.apply(completed?.edits ?? [])).toBe(true);
    await editor.queue.flush();
    expect(Object.keys(server.redesign.marks).toSorted()).toEqual(['a', 'b']);
  });
});

describe('two people', () => {
  test('marks on different elements are merged without a question', async () => {
    const { editor, server } = anEditor();
    server.write([mark('ho-ten', 'prefill')]);
    editor.treat(['ngay-sinh'], 'remove');
    expect(await editor.queue.flush()).toBe(true);
    expect(server.redesign.marks).toEqual({ 'ho-ten': { treatment: 'prefill' }, 'ngay-sinh': { treatment: 'remove' } });
    expect(editor.markOf('ho-ten')).toEqual({ treatment: 'prefill' });
    expect(editor.announcement).toContain('Đồng nghiệp (minh họa) vừa sửa Họ và tên');
  });

  test.each([
    ['mine', 'remove'],
    ['theirs', 'prefill'],
  ] as const)('both touched one element: the person chooses %s', async (choice, outcome) => {
    const { editor, server } = anEditor();
    server.write([mark('ngay-sinh', 'prefill')]);
    editor.treat(['ngay-sinh'], 'remove');
    expect(await editor.queue.flush()).toBe(false);
    expect(editor.queue.conflicts).toMatchObject([
      { element: 'ngay-sinh', theirs: { treatment: 'prefill' }, by: 'Đồng nghiệp (minh họa)' },
    ]);
    expect(editor.queue.state).toMatchObject({ kind: 'conflict', count: 1 });
    editor.queue.resolve('ngay-sinh', choice);
    await editor.queue.flush();
    expect(server.redesign.marks['ngay-sinh']).toEqual({ treatment: outcome });
    expect(editor.queue.state.kind).toBe('saved');
  });

  test('a request whose answer was lost is not taken for somebody else', async () => {
    const { editor, server } = anEditor();
    server.next = ['lost'];
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    editor.patch(['ngay-sinh'], { reason: 'Đã có' });
    await expect.poll(() => editor.queue.state.kind).toBe('saved');
    expect(editor.queue.conflicts).toEqual([]);
    expect(server.redesign.marks['ngay-sinh']).toEqual({ treatment: 'remove', reason: 'Đã có' });
  });

  test('undo does not take back what somebody else did since', async () => {
    const { editor, server } = anEditor();
    editor.treat(['ho-ten'], 'remove');
    await editor.queue.flush();
    server.write([{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }]);
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    editor.undo();
    expect(editor.history.canUndo).toBe(false);
    expect(editor.markOf('ho-ten')).toEqual(aFullMark('remove'));
  });
});

describe('a reload', () => {
  test('unsaved edits come back and are saved', async () => {
    const { editor, server } = anEditor();
    server.next = [offline()];
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    editor.queue.stop();
    const again = anEditor({ server, page: 'b' }).editor;
    expect(again.markOf('ngay-sinh')).toEqual({ treatment: 'remove' });
    expect(await again.queue.flush()).toBe(true);
    expect(server.redesign.marks['ngay-sinh']).toEqual({ treatment: 'remove' });
    expect(localStorage.length).toBe(0);
  });

  test('they are put on top of what somebody else has saved meanwhile', async () => {
    const { editor, server } = anEditor();
    server.next = [offline()];
    editor.apply([mark('ngay-sinh', 'remove'), mark('ho-ten', 'remove')]);
    await editor.queue.flush();
    editor.queue.stop();
    server.write([mark('ho-ten', 'prefill'), mark('so-dinh-danh', 'prefill')]);
    const again = anEditor({ server, page: 'b' }).editor;
    await again.queue.flush();
    expect(server.redesign.marks).toMatchObject({ 'ngay-sinh': { treatment: 'remove' }, 'ho-ten': { treatment: 'prefill' } });
    expect(again.queue.conflicts.map((one) => one.element)).toEqual(['ho-ten']);
  });

  test('a conflict that was not answered is asked again', async () => {
    const { editor, server } = anEditor();
    server.write([mark('ngay-sinh', 'prefill')]);
    editor.treat(['ngay-sinh'], 'remove');
    await editor.queue.flush();
    const again = anEditor({ server, page: 'b' }).editor;
    expect(again.queue.conflicts).toMatchObject([{ element: 'ngay-sinh', mine: mark('ngay-sinh', 'remove') }]);
  });

  test('the line says when the browser cannot keep them', () => {
    const { editor } = anEditor();
    const full = Storage.prototype.setItem;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    editor.treat(['ngay-sinh'], 'remove');
    Storage.prototype.setItem = full;
    expect(editor.queue.kept).toBe(false);
  });
});
