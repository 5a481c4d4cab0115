// Going back to an earlier version, and on to a newer definition, on the real store.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '#functions/store/event.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aField, aForm } from '../../support/build.ts';
import { aFullMark, anAddedField, aRevision, ruleV1 } from '../../support/redesign.ts';
import { bodyOf, OFFICE, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const mark = (element: string): Edit => ({ kind: 'mark', element, mark: aFullMark('remove') });
const ask = async (redesign: Redesign, act: string, json: unknown, version = redesign.version) =>
  workspace.ask('POST', `/api/redesigns/${redesign.id}/${act}`, { version, json });
const edited = async (redesign: Redesign, ...edits: Edit[]) => bodyOf<Redesign>(await ask(redesign, 'edits', { edits }));
const rewind = (redesign: Redesign, version: number) => ask(redesign, 'rewind', { version });
const contentOf = ({ marks, added }: Redesign) => ({ marks, added });
const lastLine = async ({ id }: Redesign): Promise<Event | undefined> => (await workspace.stores.history.page({ redesign: id })).events[0];

/** The next revision of the procedure with these fields. */
async function revise(redesign: Redesign, fields = aForm().fields, number = 2) {
  const first = await workspace.stores.procedures.revision(redesign.procedure, 1);
  if (!first) throw new Error('The procedure has no first revision.');
  const procedure = { ...first.procedure, forms: [aForm({ fields })] };
  await workspace.stores.procedures.publish({ revision: { ...aRevision(procedure), number }, office: OFFICE, rule: ruleV1() });
}
const without = (id: string) => aForm().fields.filter((field) => field.id !== id);

type Baseline = { baseline: number; newest: number; superseded: boolean; kept: unknown[]; lost: { element: string; because: string }[] };
const baselineOf = async ({ id }: Redesign) =>
  bodyOf<Baseline>(await workspace.ask('GET', `/api/redesigns/${id}/baseline`, { as: 'reviewer' }));

describe('going back to an earlier version', () => {
  it('gives what stood there, as the next version and one line of the history', async () => {
    const opened = await workspace.open();
    const second = await edited(opened, mark('ho-ten'), { kind: 'addField', added: anAddedField({ id: 'moi' }, { after: 'ho-ten' }) });
    const third = await edited(second, { kind: 'unmark', element: 'ho-ten' }, mark('ngay-sinh'), { kind: 'dropField', field: 'moi' });
    const answer = await rewind(third, 2);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"4"');
    const back = await bodyOf<Redesign>(answer);
    expect(contentOf(back)).toEqual(contentOf(second));
    expect(back).toMatchObject({ version: 4, tally: second.tally, updatedBy: PEOPLE.specialist.name });
    expect(await lastLine(back)).toMatchObject({
      action: 'rewind',
      about: 'về phiên bản 2',
      version: 4,
      from: { 'ho-ten': null, 'ngay-sinh': aFullMark('remove'), moi: null },
    });
    const forth = await bodyOf<Redesign>(await rewind(back, 3));
    expect(contentOf(forth)).toEqual(contentOf(third));
  });

  it('of a returned proposal makes it a draft again', async () => {
    const marked = await edited(await workspace.open(), mark('ho-ten'));
    const more = await edited(marked, mark('ngay-sinh'));
    const { redesign: sent } = await bodyOf<{ redesign: Redesign }>(await ask(more, 'submit', undefined));
    await workspace.ask('POST', `/api/redesigns/${sent.id}/comments`, { as: 'reviewer', json: { text: 'Giữ ngày sinh.' } });
    const returned = await bodyOf<Redesign>(
      await workspace.ask('POST', `/api/redesigns/${sent.id}/return`, { as: 'reviewer', version: sent.version, json: {} }),
    );
    const back = await bodyOf<Redesign>(await rewind(returned, 2));
    expect(back).toMatchObject({ state: 'draft', marks: marked.marks, frozen: sent.frozen });
    expect(await lastLine(back)).toMatchObject({ states: { from: 'returned', to: 'draft' } });
  });

  it('reads a history of more lines than one page to its beginning', async () => {
    let redesign = await edited(await workspace.open(), mark('ho-ten'));
    for (let round = 0; round < 110; round++) {
      redesign = await edited(redesign, round % 2 === 0 ? mark('ngay-sinh') : { kind: 'unmark', element: 'ngay-sinh' });
    }
    const start = await bodyOf<Redesign>(await rewind(redesign, 1));
    expect(contentOf(start)).toEqual({ marks: {}, added: [] });
  });

  it('that is the present one, or has the same content, changes nothing', async () => {
    const marked = await edited(await workspace.open(), mark('ho-ten'));
    const again = await edited(await edited(marked, mark('ngay-sinh')), { kind: 'unmark', element: 'ngay-sinh' });
    for (const version of [4, 9, 2]) {
      expect(await problemOf(await rewind(again, version))).toMatchObject({ status: 422, type: '/problems/refused' });
    }
    expect(await workspace.stores.redesigns.read(again.id)).toEqual(again);
  });
});

describe('a redesign whose history does not tell all of its changes', () => {
  it('is not taken back to what never stood there', async () => {
    const first = await edited(await workspace.open(), mark('ho-ten'));
    const { subject, name, role } = PEOPLE.specialist;
    const other = { ...first, version: 3, marks: { ...first.marks, 'ngay-sinh': aFullMark('remove') } };
    const event = { at: first.updatedAt, by: { subject, name, role }, action: 'edit' as const, redesign: first.id, version: 3 };
    await workspace.stores.redesigns.save(other, first, event);
    expect((await problemOf(await rewind(other, 2))).detail).toContain('không kể đủ các thay đổi');
    expect(await workspace.stores.redesigns.read(first.id)).toEqual(other);
  });
});

describe('a baseline that was superseded', () => {
  it('is told with what would come along and what would not', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'), mark('ngay-sinh'));
    expect(await baselineOf(redesign)).toMatchObject({ baseline: 1, newest: 1, superseded: false, kept: [], lost: [] });
    await revise(
      redesign,
      without('ho-ten').map((field) => (field.id === 'ngay-sinh' ? { ...field, label: 'Sinh ngày' } : field)),
    );
    expect(await baselineOf(redesign)).toEqual({
      baseline: 1,
      newest: 2,
      superseded: true,
      kept: [
        {
          element: 'ngay-sinh',
          label: 'Sinh ngày',
          was: 'Ngày sinh',
          changes: [expect.stringContaining('Đổi tên mục “Ngày sinh” thành “Sinh ngày”')],
        },
      ],
      lost: [{ element: 'ho-ten', label: 'Họ và tên', because: 'Phiên bản mới không còn “Họ và tên”.' }],
      tally: expect.objectContaining({ before: 3, after: 2 }),
    });
  });

  it('is left for the newer one mark by mark, in one line of the history that keeps what was left', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'), mark('ngay-sinh'), mark('so-ban-sao'));
    await revise(redesign, without('ho-ten'));
    const answer = await ask(redesign, 'carry-over', { leave: ['so-ban-sao'] });
    expect(answer.status).toBe(200);
    const { redesign: carried, kept, lost } = await bodyOf<{ redesign: Redesign; kept: unknown[]; lost: unknown[] }>(answer);
    expect(carried).toMatchObject({ version: 3, revision: 2, state: 'draft', tally: { before: 3, after: 2 } });
    expect(Object.keys(carried.marks)).toEqual(['ngay-sinh']);
    expect([kept.length, lost.length]).toEqual([1, 1]);
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(carried);
    const line = await lastLine(carried);
    expect(line).toMatchObject({ action: 'carryOver', about: 'từ phiên bản 1 sang phiên bản 2', edits: [mark('ngay-sinh')] });
    expect(Object.keys(line?.from ?? {}).toSorted()).toEqual(['ho-ten', 'so-ban-sao']);
    expect(await baselineOf(carried)).toMatchObject({ superseded: false });
  });

  it('loses nothing else when something is left behind, unless that is left behind by name', async () => {
    const fields = [aField({ id: 'co-con', label: 'Có con' }), aField({ id: 'so-con', label: 'Số con', condition: { field: 'co-con' } })];
    const redesign = await edited(await workspace.open({ forms: [aForm({ fields })] }), mark('co-con'), mark('so-con'));
    await revise(redesign, fields);
    const problem = await problemOf(await ask(redesign, 'carry-over', { leave: ['so-con'] }));
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('“Có con” chưa thể rời mẫu') });
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(redesign);
    const { redesign: carried } = await bodyOf<{ redesign: Redesign }>(await ask(redesign, 'carry-over', { leave: ['so-con', 'co-con'] }));
    expect(carried).toMatchObject({ revision: 2, marks: {} });
  });

  it('is no way back: earlier versions stand on another definition', async () => {
    const redesign = await edited(await workspace.open(), mark('ngay-sinh'));
    await revise(redesign, [...aForm().fields, aField({ id: 'them', label: 'Thêm' })]);
    const { redesign: carried } = await bodyOf<{ redesign: Redesign }>(await ask(redesign, 'carry-over', {}));
    const marked = await edited(carried, mark('them'));
    const problem = await problemOf(await rewind(marked, 2));
    expect(problem.detail).toContain('Chỉ đưa về được từ phiên bản 3 trở đi');
    expect(contentOf(await bodyOf<Redesign>(await rewind(marked, 3)))).toEqual(contentOf(carried));
  });

  it('is not left when there is no newer one', async () => {
    const redesign = await edited(await workspace.open(), mark('ngay-sinh'));
    expect((await problemOf(await ask(redesign, 'carry-over', {}))).detail).toContain('đang dựa trên phiên bản mới nhất');
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(redesign);
  });

  it('is submitted only as the version that was seen', async () => {
    const redesign = await edited(await workspace.open(), mark('ngay-sinh'));
    await revise(redesign);
    const other = await edited(redesign, mark('ho-ten'));
    const problem = await problemOf(await ask(redesign, 'carry-over', {}));
    expect(problem).toMatchObject({ status: 409, current: other });
  });
});
