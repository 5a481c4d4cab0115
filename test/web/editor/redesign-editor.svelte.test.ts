import { beforeEach, describe, expect, test } from 'vitest';
import { aProcedureOf, anAddedField } from '../../support/redesign.ts';
import { anEditor } from './an-editor.ts';

beforeEach(() => localStorage.clear());

describe('marking', () => {
  test('the cut is computed at every mark, and read out', () => {
    const { editor } = anEditor();
    editor.treat(['ngay-sinh'], 'retrieve');
    expect(editor.measure).toMatchObject({ before: 4, after: 3, cut: { numerator: 1, denominator: 4 }, meets: true });
    expect(editor.announcement).toBe('Ngày sinh: Khai thác dữ liệu. Cắt 1/4 = 25,00%, đạt chỉ tiêu 20%.');
  });

  test('keeping takes the mark away, and a field kept has nothing to lack', () => {
    const { editor } = anEditor();
    editor.treat(['ngay-sinh'], 'retrieve');
    expect(editor.missing('ngay-sinh')).toContain('fallback');
    editor.treat(['ngay-sinh'], 'keep');
    expect(editor.markOf('ngay-sinh')).toBeUndefined();
    expect(editor.missing('ngay-sinh')).toBeUndefined();
    expect(editor.changes).toBe(0);
  });

  test('another treatment keeps ground and reason and drops what only the old one could say', () => {
    const { editor } = anEditor();
    editor.treat(['ngay-sinh'], 'retrieve');
    editor.patch(['ngay-sinh'], { reason: 'Đã có', ground: 'necessity', fallback: 'Hỏi lại', dataItem: 'population/4' });
    editor.treat(['ngay-sinh'], 'prefill');
    expect(editor.markOf('ngay-sinh')).toEqual({ treatment: 'prefill', reason: 'Đã có', ground: 'necessity', dataItem: 'population/4' });
    editor.treat(['ngay-sinh'], 'remove');
    expect(editor.markOf('ngay-sinh')).toEqual({ treatment: 'remove', reason: 'Đã có', ground: 'necessity' });
  });

  test('a treatment that one kind of element does not take is not given to it', () => {
    const { editor } = anEditor();
    expect(editor.treat(['buoc-1'], 'prefill')).toBe(false);
    expect(editor.treat(['buoc-1', 'ngay-sinh'], 'prefill')).toBe(true);
    expect(editor.changes).toBe(1);
  });

  test('a field on which another depends cannot go alone; both can, in one act', () => {
    const { editor } = anEditor({ procedure: aProcedureOf(['a', 'b', 'c'], { b: 'a', c: 'b' }) });
    expect(editor.treat(['a'], 'remove')).toBe(false);
    expect(editor.refused?.refusals[0]).toMatchObject({ code: 'has-dependants', dependants: [{ id: 'b' }] });
    const completed = editor.refused && editor.completed(editor.refused);
    expect(completed?.labels).toEqual(['B', 'C']);
    expect(editor.apply(completed?.edits ?? [])).toBe(true);
    expect(editor.measure).toMatchObject({ before: 3, after: 0 });
    expect(editor.refused).toBeNull();
    editor.undo();
    expect(editor.changes).toBe(0);
  });

  test('whoever may not edit changes nothing', () => {
    const { editor } = anEditor({ person: { role: 'reviewer', office: 'van-phong' } });
    expect(editor.editing.allowed).toBe(false);
    expect(editor.treat(['ngay-sinh'], 'remove')).toBe(false);
    expect(editor.queue.state.kind).toBe('saved');
  });

  test('an added field counts, can be edited and dropped', () => {
    const { editor } = anEditor();
    editor.addField(anAddedField({ id: 'moi', label: 'Số điện thoại' }, { after: 'ho-ten' }));
    expect(editor.measure).toMatchObject({ before: 4, after: 5, added: 1 });
    expect(editor.selection.order.slice(0, 2)).toEqual(['ho-ten', 'moi']);
    editor.changeField(anAddedField({ id: 'moi', label: 'Số di động' }, { after: 'ho-ten' }));
    expect(editor.label('moi')).toBe('Số di động');
    editor.dropField('moi');
    expect(editor.measure).toMatchObject({ after: 4, added: 0 });
  });
});

describe('undo', () => {
  test('many at once are one step back and one step forth', async () => {
    const { editor, server } = anEditor();
    editor.treat(['ho-ten', 'ngay-sinh', 'so-dinh-danh'], 'remove');
    editor.patch(['ho-ten', 'ngay-sinh', 'so-dinh-danh'], { reason: 'Không dùng' });
    editor.undo();
    expect(editor.markOf('ngay-sinh')).toEqual({ treatment: 'remove' });
    editor.undo();
    expect(editor.changes).toBe(0);
    expect(editor.history.canUndo).toBe(false);
    editor.redo();
    editor.redo();
    expect(editor.markOf('so-dinh-danh')).toEqual({ treatment: 'remove', reason: 'Không dùng' });
    await editor.queue.flush();
    expect(Object.keys(server.redesign.marks)).toHaveLength(3);
  });

  test('keystrokes in one box are one step until the box is left', () => {
    const { editor } = anEditor();
    editor.treat(['ho-ten'], 'remove');
    editor.patch(['ho-ten'], { reason: 'M' }, 'reason');
    editor.patch(['ho-ten'], { reason: 'Một' }, 'reason');
    editor.leave();
    editor.patch(['ho-ten'], { reason: 'Hai' }, 'reason');
    editor.undo();
    expect(editor.markOf('ho-ten')?.reason).toBe('Một');
    editor.undo();
    expect(editor.markOf('ho-ten')).toEqual({ treatment: 'remove' });
  });

  test('a new act ends what could be done again', () => {
    const { editor } = anEditor();
    editor.treat(['ho-ten'], 'remove');
    editor.undo();
    editor.treat(['ngay-sinh'], 'remove');
    expect(editor.history.canRedo).toBe(false);
  });

  test('the element that is taken back is shown', () => {
    const { editor } = anEditor();
    editor.treat(['buoc-1'], 'remove');
    editor.openTab('documents');
    editor.undo();
    expect(editor.tab).toBe('steps');
    expect(editor.selection.active).toBe('buoc-1');
  });
});

describe('choosing', () => {
  test('Shift goes on from where choosing began, Ctrl adds one', () => {
    const { selection } = anEditor().editor;
    selection.go('ho-ten');
    selection.move(1, true);
    selection.move(1, true);
    selection.move(-1, true);
    expect(selection.targets).toEqual(['ho-ten', 'ngay-sinh']);
    selection.toggle('so-ban-sao');
    expect(selection.targets).toEqual(['ho-ten', 'ngay-sinh', 'so-ban-sao']);
    selection.go('so-dinh-danh');
    expect(selection.targets).toEqual(['so-dinh-danh']);
  });

  test('walking stops at both ends', () => {
    const { selection } = anEditor().editor;
    expect(selection.move(-1)).toBe('chu-ky');
    expect(selection.move(1)).toBe('chu-ky');
    selection.go('ho-ten');
    expect(selection.move(-1)).toBe('ho-ten');
  });
});
