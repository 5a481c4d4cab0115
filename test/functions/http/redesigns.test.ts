import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '#functions/store/event.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { createHash } from 'node:crypto';
import { aField, aForm } from '../../support/build.ts';
import { aFullMark, aMark, anAddedField } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, OTHER_OFFICE, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const mark = (element: string, treatment: 'remove' | 'keep' = 'remove'): Edit => ({ kind: 'mark', element, mark: aFullMark(treatment) });
const edit = (redesign: Redesign, edits: Edit[], as: 'specialist' | 'colleague' = 'specialist') =>
  workspace.ask('POST', `/api/redesigns/${redesign.id}/edits`, { as, version: redesign.version, json: { edits } });
const edited = async (redesign: Redesign, ...edits: Edit[]) => bodyOf<Redesign>(await edit(redesign, edits));
const move = (redesign: Redesign, action: 'submit' | 'discard' | 'restore') =>
  workspace.ask('POST', `/api/redesigns/${redesign.id}/${action}`, { version: redesign.version });
const linesOf = async (redesign: Redesign): Promise<Event[]> => (await workspace.stores.history.page({ redesign: redesign.id })).events;

describe('opening a redesign', () => {
  it('starts a draft on the newest revision, and opens the same one for whoever asks again', async () => {
    const { id } = await workspace.publish();
    const first = await workspace.ask('POST', '/api/redesigns', { json: { procedure: id } });
    const second = await workspace.ask('POST', '/api/redesigns', { json: { procedure: id }, as: 'colleague' });
    expect([first.status, second.status]).toEqual([201, 200]);
    const { redesign } = await bodyOf<{ redesign: Redesign }>(first);
    expect(redesign).toMatchObject({ procedure: id, revision: 1, state: 'draft', version: 1, marks: {}, tally: { before: 4, after: 4 } });
    expect(await bodyOf(second)).toEqual({ redesign });
    const listed = await bodyOf<{ redesign: unknown }>(await workspace.ask('GET', `/api/procedures/${id}`));
    expect(listed.redesign).toEqual({ id: redesign.id, state: 'draft' });
  });

  it('of a procedure that is not there finds nothing', async () => {
    const answer = await workspace.ask('POST', '/api/redesigns', { json: { procedure: 'khong-co' } });
    expect((await problemOf(answer)).type).toBe('/problems/not-found');
  });
});

describe('marking a field', () => {
  it('answers with the next version and its cut, and writes who did what, from what', async () => {
    const redesign = await workspace.open();
    const answer = await edit(redesign, [mark('ho-ten')]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    const next = await bodyOf<Redesign>(answer);
    expect(next).toMatchObject({ version: 2, tally: { before: 4, after: 3 }, updatedBy: PEOPLE.specialist.name });
    await edited(next, mark('ho-ten', 'keep'));
    const [last, first] = await linesOf(redesign);
    expect(first).toMatchObject({
      action: 'edit',
      version: 2,
      by: { subject: 'chuyen-vien' },
      edits: [mark('ho-ten')],
      from: { 'ho-ten': null },
    });
    expect(last).toMatchObject({ version: 3, from: { 'ho-ten': aFullMark('remove') } });
  });

  it('is read back by everybody', async () => {
    const redesign = await workspace.open();
    const next = await edited(redesign, mark('ngay-sinh'));
    const read = await workspace.ask('GET', `/api/redesigns/${redesign.id}`, { as: 'reviewer' });
    expect(read.headers.get('etag')).toBe('"2"');
    expect(await bodyOf(read)).toEqual(next);
  });

  it('that another depends on is refused with the dependants', async () => {
    const fields = [aField({ id: 'co-con', label: 'Có con' }), aField({ id: 'so-con', label: 'Số con', condition: { field: 'co-con' } })];
    const redesign = await workspace.open({ forms: [aForm({ fields })] });
    const problem = await problemOf(await edit(redesign, [mark('co-con')]));
    expect(problem).toMatchObject({ type: '/problems/refused', status: 422 });
    expect(problem.refusals).toMatchObject([
      { code: 'has-dependants', element: 'co-con', dependants: [{ id: 'so-con', label: 'Số con' }] },
    ]);
    expect((await workspace.stores.redesigns.read(redesign.id))?.version).toBe(1);
  });

  it('that is not there is refused by its name', async () => {
    const redesign = await workspace.open();
    const problem = await problemOf(await edit(redesign, [mark('ho-tem')]));
    expect(problem.refusals).toMatchObject([{ code: 'unknown-element', element: 'ho-tem' }]);
  });

  it('with a mark of no known shape says every place in Vietnamese', async () => {
    const redesign = await workspace.open();
    const json = { edits: [{ kind: 'mark', element: 'ho-ten', mark: { treatment: 'xoa', reason: '' } }, { kind: 'nothing' }] };
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/edits`, { version: 1, json });
    expect(answer.status).toBe(422);
    const { issues = [] } = await problemOf(answer);
    expect(issues.map(({ path }) => path).toSorted()).toEqual(['edits[0].mark.reason', 'edits[0].mark.treatment', 'edits[1].kind']);
    expect(issues.every(({ message }) => message.length > 0)).toBe(true);
  });
});

describe('two browsers', () => {
  it('marking the same field: the later one is shown what is there, by whom and when', async () => {
    const redesign = await workspace.open();
    const theirs = await bodyOf<Redesign>(await edit(redesign, [mark('ho-ten')], 'colleague'));
    const answer = await edit(redesign, [mark('ho-ten', 'keep')]);
    expect(answer.status).toBe(409);
    expect(await problemOf(answer)).toMatchObject({
      type: '/problems/version-conflict',
      current: theirs,
      writtenBy: PEOPLE.colleague.name,
      writtenAt: theirs.updatedAt,
    });
  });

  it('marking at the very same moment: one is saved, every other gets the conflict', async () => {
    const redesign = await workspace.open();
    const fields = ['ho-ten', 'ngay-sinh', 'so-dinh-danh', 'so-ban-sao'];
    const answers = await Promise.all(fields.map((field) => edit(redesign, [mark(field)])));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect(await linesOf(redesign)).toHaveLength(2);
  });

  it('marking different fields: the later one sends its edit again on the present version, and both stand', async () => {
    const redesign = await workspace.open();
    await edit(redesign, [mark('ho-ten')], 'colleague');
    const { current } = await problemOf(await edit(redesign, [mark('ngay-sinh')]));
    if (!current || !('tally' in current)) throw new Error('No present version was sent.');
    const merged = await edited(current, mark('ngay-sinh'));
    expect(Object.keys(merged.marks).toSorted()).toEqual(['ho-ten', 'ngay-sinh']);
  });
});

describe('a change without a version', () => {
  it.each(['edits', 'submit', 'discard', 'restore'])('is not taken (%s)', async (action) => {
    const redesign = await workspace.open();
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/${action}`, { json: { edits: [mark('ho-ten')] } });
    expect(answer.status).toBe(428);
    expect((await problemOf(answer)).type).toBe('/problems/precondition-required');
  });

  it('nor with one that is no version', async () => {
    const redesign = await workspace.open();
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/discard`, { version: '*' });
    expect(answer.status).toBe(428);
  });

  it('but one that a compressing proxy has weakened counts', async () => {
    const redesign = await workspace.open();
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/discard`, { version: 'W/"1"' });
    expect(answer.status).toBe(200);
  });
});

describe('the label of an added field', () => {
  const add = async (label: string) => {
    const redesign = await workspace.open();
    return edit(redesign, [{ kind: 'addField', added: anAddedField({ label }) }]);
  };
  const labelOf = async (answer: Response) => (await bodyOf<Redesign>(answer)).added[0]?.field.label;

  it('of 2,000 characters is kept whole', async () => {
    const label = 'ế'.repeat(2_000);
    expect(await labelOf(await add(label))).toBe(label);
  });

  it('of 2,001 characters is refused with its place', async () => {
    const { issues } = await problemOf(await add('ế'.repeat(2_001)));
    expect(issues?.map(({ path }) => path)).toEqual(['edits[0].added.field.label']);
  });

  it('in NFD is kept in NFC', async () => {
    expect(await labelOf(await add('Họ và tên'.normalize('NFD')))).toBe('Họ và tên'.normalize('NFC'));
  });

  it('with markup is text like any other', async () => {
    const label = '<script>alert("x")</script> & <b>đậm</b>';
    const answer = await add(label);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await labelOf(answer)).toBe(label);
  });

  it.each(['\u202eotne', 'a\u200fb', '\u2066x\u2069', 'a\u0000b', 'a\ud800b', 'a\uffffb'])(
    'with a character that hides itself or is none is refused (%j)',
    async (label) => {
      const answer = await add(label);
      expect(answer.status).toBe(422);
      const { issues } = await problemOf(answer);
      expect(issues?.[0]?.path).toBe('edits[0].added.field.label');
      expect(issues?.[0]?.message).toMatch(/^Thay đổi 1, trường thêm mới, trường.*, nhãn: /);
    },
  );
});

describe('submitting', () => {
  it('freezes the proposal under its hash', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'));
    const answer = await move(redesign, 'submit');
    expect(answer.status).toBe(201);
    const submitted = await bodyOf<{ redesign: Redesign; proposal: { number: number; hash: string } }>(answer);
    expect(submitted.redesign).toMatchObject({ state: 'submitted', version: 3, proposals: 1 });
    const read = await workspace.ask('GET', `/api/redesigns/${redesign.id}/proposals/1`, { as: 'reviewer' });
    expect(read.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const { hash, ...content } = await bodyOf<Proposal>(read);
    expect(hash).toBe(submitted.proposal.hash);
    expect(hash).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'));
    expect(content).toMatchObject({ number: 1, measure: { before: 4, after: 3, meets: true }, submittedBy: PEOPLE.specialist.name });
  });

  it('an incomplete redesign lists every gap and freezes nothing', async () => {
    const redesign = await edited(await workspace.open(), { kind: 'mark', element: 'ho-ten', mark: aMark('retrieve') });
    const answer = await move(redesign, 'submit');
    expect(answer.status).toBe(422);
    const { type, gaps = [] } = await problemOf(answer);
    expect(type).toBe('/problems/incomplete');
    expect(gaps.map(({ missing }) => missing).toSorted()).toEqual(['authority', 'dataItem', 'fallback', 'ground', 'reason']);
    expect((await workspace.stores.redesigns.read(redesign.id))?.state).toBe('draft');
  });

  it('needs something that changes: a redesign that keeps everything is no proposal', async () => {
    const redesign = await edited(await workspace.open(), { kind: 'mark', element: 'ho-ten', mark: aMark('keep') });
    const answer = await move(redesign, 'submit');
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).detail).toContain('Chưa có đề xuất nào');
    expect((await workspace.stores.redesigns.read(redesign.id))?.state).toBe('draft');
  });

  it('twice at once gives one proposal', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'));
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => move(redesign, 'submit')));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
    expect((await workspace.stores.redesigns.read(redesign.id))?.proposals).toBe(1);
    expect((await workspace.ask('GET', `/api/redesigns/${redesign.id}/proposals/2`)).status).toBe(404);
  });

  it('leaves nothing to edit', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'));
    const { redesign: submitted } = await bodyOf<{ redesign: Redesign }>(await move(redesign, 'submit'));
    const answer = await edit(submitted, [mark('ngay-sinh')]);
    expect(answer.status).toBe(403);
    expect((await problemOf(answer)).detail).toContain('đã trình');
  });
});

describe('discarding a draft', () => {
  it('keeps it readable, and it can be taken back', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'));
    const discarded = await bodyOf<Redesign>(await move(redesign, 'discard'));
    expect(discarded).toMatchObject({ state: 'discarded', version: 3, marks: redesign.marks });
    const procedure = await bodyOf<{ redesign: unknown }>(await workspace.ask('GET', `/api/procedures/${redesign.procedure}`));
    expect(procedure.redesign).toBeNull();
    const restored = await bodyOf<Redesign>(await move(discarded, 'restore'));
    expect(restored).toMatchObject({ state: 'draft', version: 4, marks: redesign.marks });
    expect((await linesOf(redesign)).slice(0, 2)).toMatchObject([
      { action: 'restore', states: { from: 'discarded', to: 'draft' } },
      { action: 'discard', states: { from: 'draft', to: 'discarded' } },
    ]);
  });

  it('can not be taken back once another is open', async () => {
    const redesign = await workspace.open();
    const discarded = await bodyOf<Redesign>(await move(redesign, 'discard'));
    await workspace.ask('POST', '/api/redesigns', { json: { procedure: redesign.procedure } });
    const answer = await move(discarded, 'restore');
    expect(answer.status).toBe(409);
    expect((await problemOf(answer)).type).toBe('/problems/already-open');
  });
});

describe('taking a discarded draft back', () => {
  const discarded = async () => bodyOf<Redesign>(await move(await workspace.open(), 'discard'));
  const lineOf = async ({ plan, procedure }: Redesign) => {
    const line = await workspace.stores.lines.read(plan, procedure);
    if (!line) throw new Error(`No line of ${procedure}.`);
    return { path: `/api/plans/${plan}/lines/${procedure}`, version: line.version };
  };

  it('is refused once the procedure is out of the plan', async () => {
    const redesign = await discarded();
    const { path, version } = await lineOf(redesign);
    expect((await workspace.ask('DELETE', path, { as: 'admin', version })).status).toBe(204);
    const answer = await move(redesign, 'restore');
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).detail).toContain('phạm vi kế hoạch');
  });

  it('is refused once another office is in charge', async () => {
    const redesign = await discarded();
    const { path, version } = await lineOf(redesign);
    expect((await workspace.ask('PUT', path, { as: 'admin', version, json: { office: OTHER_OFFICE.id } })).status).toBe(200);
    const answer = await move(redesign, 'restore');
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).detail).toContain(OTHER_OFFICE.name);
    expect(await workspace.stores.redesigns.read(redesign.id)).toMatchObject({ state: 'discarded' });
  });
});

describe('the history', () => {
  it('is newest first, and its reading stands in it', async () => {
    const redesign = await edited(await workspace.open(), mark('ho-ten'));
    const first = await bodyOf<{ events: Event[]; next: string | null }>(
      await workspace.ask('GET', `/api/redesigns/${redesign.id}/history`, { as: 'leader' }),
    );
    expect(first.events.map(({ action }) => action)).toEqual(['edit', 'open']);
    expect(first.next).toBeNull();
    expect((await linesOf(redesign))[0]).toMatchObject({ action: 'readHistory', by: { subject: 'lanh-dao', role: 'leader' } });
  });
});

describe('the list', () => {
  it('comes in pages with office names, each redesign once', async () => {
    await Promise.all([1, 2, 3].map(() => workspace.open()));
    const seen: string[] = [];
    let after = '';
    do {
      const page = await bodyOf<{ rows: { id: string; officeName: string }[]; next: string | null }>(
        await workspace.ask('GET', `/api/redesigns?limit=2${after}`, { as: 'reviewer' }),
      );
      expect(page.rows.length).toBeLessThanOrEqual(2);
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.rows.every(({ officeName }) => officeName === PEOPLE.specialist.officeName)).toBe(true);
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });
});
