import { describe, expect, test } from 'vitest';
import type { HistoryEvent } from '#lib/api.ts';
import { returnSentence, returnsTo } from '#lib/history/rewind-preview.ts';
import type { Content } from '#procedures/redesign/edit.ts';
import { aMark, anAddedField } from '../../support/redesign.ts';

const [REMOVED, KEPT_WHY] = [aMark('remove'), aMark('remove', { reason: 'Không dùng (minh họa)' })];
const ADDED = anAddedField();
let clock = 0;
function event(action: HistoryEvent['action'], version: number, more: Partial<HistoryEvent> = {}): HistoryEvent {
  clock += 1;
  const at = new Date(Date.parse('2026-01-08T01:41:00Z') + clock * 1000).toISOString();
  return { at, by: { subject: 's', name: 'A (minh họa)', role: 'specialist' }, action, redesign: 'r', version, ...more };
}
const marked = (element: string, mark = REMOVED) => [{ kind: 'mark', element, mark }] as const;
const edit = (version: number, element: string, from: NonNullable<HistoryEvent['from']>[string], mark = REMOVED) =>
  event('edit', version, { edits: [...marked(element, mark)], from: { [element]: from } });

/** Opened, marked a, commented, reasoned a, marked b, added a field; newest first. */
const opened = event('open', 1);
const first = edit(2, 'a', null);
const comment = event('comment', 2, { about: 'về toàn bộ phương án: …' });
const reasoned = edit(3, 'a', REMOVED, KEPT_WHY);
const second = edit(4, 'b', null);
const added = event('edit', 5, { edits: [{ kind: 'addField', added: ADDED }], from: { [ADDED.field.id]: null } });
const EVENTS = [added, second, reasoned, comment, first, opened];
const NOW: Content = { marks: { a: KEPT_WHY, b: REMOVED }, added: [ADDED] };
const said = (to: HistoryEvent, events = EVENTS, now = NOW) =>
  returnsTo(to, events, now)?.map((one) => returnSentence(one, (id) => id.toUpperCase()));

describe('going back in the history', () => {
  test('says of each element what it would become', () => {
    expect(said(first)?.toSorted()).toEqual([
      'A: Bỏ hẳn, trở về căn cứ và lý do trước.',
      'B: Bỏ hẳn, thành Giữ.',
      `Bỏ trường mới ${ADDED.field.label}.`,
    ]);
    expect(said(opened)?.toSorted()).toEqual(['A: Bỏ hẳn, thành Giữ.', 'B: Bỏ hẳn, thành Giữ.', `Bỏ trường mới ${ADDED.field.label}.`]);
  });
  test('the newest line leads nowhere, and a line that wrote nothing is no point to go back to', () => {
    expect(said(added)).toEqual([]);
    expect(returnsTo(comment, EVENTS, NOW)).toBeNull();
    expect(returnsTo(event('edit', 3, { because: 'Không được (minh họa)' }), EVENTS, NOW)).toBeNull();
    expect(returnsTo(event('edit', 3, { about: 'tiếp quản việc sửa' }), EVENTS, NOW)).toBeNull();
  });
  test('what was refused since has changed nothing', () => {
    const refused = event('edit', 5, { because: 'Không được (minh họa)', edits: [...marked('c')], from: { c: null } });
    expect(said(added, [refused, ...EVENTS])).toEqual([]);
  });
  test('brings back what was dropped since', () => {
    const dropped = event('edit', 6, { edits: [{ kind: 'dropField', field: ADDED.field.id }], from: { [ADDED.field.id]: ADDED } });
    expect(said(added, [dropped, ...EVENTS], { ...NOW, added: [] })).toEqual([`Thêm lại trường mới ${ADDED.field.label}.`]);
  });
  test('does not go across a move to another revision of the definition', () => {
    const carried = event('carryOver', 6, { edits: [...marked('a')], from: {} });
    expect(returnsTo(first, [carried, ...EVENTS], NOW)).toBeNull();
  });
});
