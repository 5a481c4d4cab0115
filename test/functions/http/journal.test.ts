import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalLine } from '#functions/store/journal-line.ts';
import { sheetsOf } from '../documents/open-office.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Answer = { month: string; events: JournalLine[]; names: Record<string, string>; next: string | null };
const read = async (query = '') => bodyOf<Answer>(await workspace.ask('GET', `/api/journal${query}`, { as: 'reviewer' }));
const readings = async () => (await workspace.stores.history.page({})).events.filter(({ action }) => action === 'readJournal');

describe('the journal', () => {
  it('tells what everybody did, newest first, with the names of procedures; and that it was read', async () => {
    const redesign = await workspace.open();
    const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];
    await workspace.ask('POST', `/api/redesigns/${redesign.id}/edits`, { version: 1, json: { edits } });
    await workspace.ask('POST', `/api/redesigns/${redesign.id}/discard`, { as: 'stranger', version: 2 });
    const { month, events, names, next } = await read();
    expect(month).toMatch(/^\d{4}-\d{2}$/);
    expect(events.map(({ action, by, because }) => [action, by.subject, because === undefined])).toEqual([
      ['discard', PEOPLE.stranger.subject, false],
      ['edit', PEOPLE.specialist.subject, true],
      ['open', PEOPLE.specialist.subject, true],
    ]);
    expect(events[1]?.edits).toBe(1);
    expect(names).toEqual({ [redesign.procedure]: redesign.procedureName });
    expect(next).toBeNull();
    expect((await read()).events[0]).toMatchObject({ action: 'readJournal', by: { subject: PEOPLE.reviewer.subject } });
  });

  it('is narrowed by person, procedure, action and refusals', async () => {
    const { procedure } = await workspace.open();
    await workspace.ask('GET', '/api/people', { as: 'leader' });
    const actions = async (query: string) => (await read(query)).events.map(({ action }) => action);
    expect(await actions(`?procedure=${procedure}`)).toEqual(['open']);
    expect(await actions(`?person=${PEOPLE.leader.subject}`)).toEqual(['readPeople']);
    expect(await actions('?action=discard')).toEqual(['discard']);
    expect(await actions('?refused=1')).toEqual(['readPeople', 'discard']);
    expect(await actions(`?refused=1&person=${PEOPLE.leader.subject}`)).toEqual(['readPeople']);
    expect(await actions('?month=2020-01')).toEqual([]);
  });

  it('records a reading once, however many pages it has, and says what was looked for', async () => {
    const by = { subject: 'x', name: 'X (minh họa)', role: 'leader' } as const;
    for (let n = 0; n < 120; n++) {
      const at = `2019-07-01T08:${String(n % 60).padStart(2, '0')}:00.000Z`;
      await workspace.stores.history.record({ at, by, action: 'enter', version: 1 });
    }
    const before = (await readings()).length;
    const first = await read('?month=2019-07');
    const second = await read(`?month=2019-07&after=${first.next}`);
    expect([first.events.length, second.events.length, second.next]).toEqual([100, 20, null]);
    expect((await readings()).length).toBe(before + 1);
    await read('?month=2019-07&refused=1&action=edit');
    expect((await readings())[0]?.about).toBe('Tháng 07/2019; việc: Sửa bản tái cấu trúc; chỉ việc bị từ chối');
  });

  it('leaves as an Excel file with the same filter, of one month, which is recorded', async () => {
    const { procedure, procedureName } = await workspace.open();
    await workspace.ask('POST', '/api/redesigns', { as: 'leader', json: { procedure } });
    const answer = await workspace.ask('GET', `/api/journal/files/xlsx?procedure=${procedure}&refused=1`, { as: 'admin' });
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const [lines, scope] = sheetsOf(new Uint8Array(await answer.arrayBuffer()));
    const row = (number: number) => 'BCDEFGHI'.split('').map((column) => lines?.cells[`${column}${number}`]?.text);
    expect(row(2)).toEqual([
      PEOPLE.leader.name,
      'Lãnh đạo Sở',
      'Mở bản tái cấu trúc',
      procedure,
      procedureName,
      '',
      '',
      expect.stringContaining('được mở bản tái cấu trúc.'),
    ]);
    expect(row(3)).toEqual(Array.from({ length: 8 }, () => undefined));
    expect(scope?.cells['B2']?.text).toContain(`thủ tục: ${procedure}`);
    expect([scope?.cells['B3']?.text, scope?.cells['B4']?.text]).toEqual(['1', 'Có']);
    const { events } = await workspace.stores.history.page({});
    expect(events[0]).toMatchObject({ action: 'exportJournal', by: { subject: PEOPLE.admin.subject }, format: 'xlsx' });
  });

  it.each(['?month=2026-13', '?month=hôm-nay', '?action=khac', '?refused=2', '?after=khong-phai-dau-trang', '?procedure=CÓ DẤU'])(
    'is not asked for with %s',
    async (query) => {
      expect((await problemOf(await workspace.ask('GET', `/api/journal${query}`, { as: 'admin' }))).status).toBe(422);
    },
  );
});
