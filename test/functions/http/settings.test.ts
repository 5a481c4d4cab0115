import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '#functions/http/app.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Ground } from '#procedures/redesign/ground.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Register } from '#procedures/registers/register.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { REPORT_TEMPLATES } from '#procedures/report/templates.ts';
import type { Setting, SettingKind } from '#procedures/settings/settings.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Answer = { versions: Setting[]; inForce: { from: string | null; source?: string; value: unknown[] } };
const read = async (kind: SettingKind) => bodyOf<Answer>(await workspace.ask('GET', `/api/settings/${kind}`, { as: 'leader' }));
const write = (kind: SettingKind, from: string, value: unknown, more: { version?: number; source?: string } = {}) =>
  workspace.ask('PUT', `/api/settings/${kind}/${from}`, { as: 'admin', json: { value, version: 0, ...more } });
const ground = (more: Partial<Ground> = {}): Ground => ({
  id: 'can-cu-moi',
  key: 'NĐ-mới',
  citation: 'Điều 1 Nghị định (minh họa)',
  summary: 'Nội dung (minh họa).',
  source: 'Văn bản của cơ quan (minh họa)',
  ...more,
});
const newest = async () => (await workspace.stores.history.page({})).events[0];

/** The same store on a day of its own, and in a process that has cached nothing. */
function onDay(day: string) {
  const app = createApp({ ...workspace.deps, now: () => new Date(`${day}T05:00:00.000Z`) });
  return async (method: string, path: string, { json, version }: { json?: unknown; version?: number } = {}) =>
    app.request(path, {
      method,
      headers: {
        origin: workspace.deps.origin,
        cookie: await workspace.cookieOf(PEOPLE.specialist.subject),
        'content-type': 'application/json',
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });
}

describe('until the office enters its own', () => {
  it.each([
    ['grounds', GROUNDS],
    ['registers', REGISTERS],
    ['parameters', []],
    ['reportTemplates', REPORT_TEMPLATES],
  ] as const)('the shipped list of %s is in force, and called so', async (kind, shipped) => {
    const { versions, inForce } = await read(kind);
    expect(versions).toEqual([]);
    expect(inForce).toEqual({ from: null, value: shipped });
  });

  it('the session brings grounds and registers along', async () => {
    const session = await bodyOf<{ grounds: Ground[]; registers: Register[] }>(await workspace.ask('GET', '/api/session'));
    expect(session).toMatchObject({ grounds: GROUNDS, registers: REGISTERS });
  });
});

describe('a list of the office', () => {
  it('is in force from its day on, and what was before it stays readable', async () => {
    expect((await write('grounds', '2030-03-01', [ground()])).status).toBe(200);
    expect((await write('grounds', '2030-06-01', [ground({ key: 'NĐ-sau' })])).status).toBe(200);
    const groundsOn = async (day: string) =>
      (await bodyOf<{ grounds: Ground[] }>(await onDay(day)('GET', '/api/session'))).grounds.map(({ key }) => key);
    expect(await groundsOn('2030-02-28')).toEqual(GROUNDS.map(({ key }) => key));
    expect(await groundsOn('2030-03-01')).toEqual(['NĐ-mới']);
    expect(await groundsOn('2030-05-31')).toEqual(['NĐ-mới']);
    expect(await groundsOn('2030-06-01')).toEqual(['NĐ-sau']);
    const { versions } = await read('grounds');
    expect(versions.map(({ from, version, by }) => [from, version, by])).toEqual([
      ['2030-06-01', 1, PEOPLE.admin.name],
      ['2030-03-01', 1, PEOPLE.admin.name],
    ]);
  });

  it('is corrected version by version; whoever comes later sees what is there and whose it is', async () => {
    await write('parameters', '2026-01-01', []);
    const parameter = { id: 'thu-nhap', name: 'Thu nhập theo giờ (minh họa)', value: '67500.25', unit: 'đồng/giờ', source: 'Minh họa' };
    expect((await write('parameters', '2026-01-01', [parameter], { version: 1, source: 'Công văn (minh họa)' })).status).toBe(200);
    const problem = await problemOf(await write('parameters', '2026-01-01', [], { version: 1 }));
    expect(problem).toMatchObject({ status: 409, writtenBy: PEOPLE.admin.name, current: { version: 2, value: [parameter] } });
    expect((await problemOf(await write('parameters', '2026-01-01', []))).status).toBe(409);
    expect((await write('parameters', '2026-02-01', [], { version: 3 })).status).toBe(404);
    expect((await read('parameters')).inForce).toEqual({ from: '2026-01-01', source: 'Công văn (minh họa)', value: [parameter] });
  });

  it('is told in the history: what it is now, what became of it, what it was', async () => {
    const [first, second, third] = GROUNDS;
    await write('grounds', '2031-01-01', [first, { ...second, key: 'NQ-sửa' }, ground()]);
    expect(await newest()).toMatchObject({ action: 'changeSettings', by: { subject: PEOPLE.admin.subject }, version: 1 });
    await write('grounds', '2031-01-01', [first, third], { version: 1 });
    expect(await newest()).toMatchObject({
      about: `Căn cứ áp dụng từ 01/01/2031: 2 mục; thêm “${third?.key}”; bỏ “NQ-sửa”, “NĐ-mới”`,
      was: 'Căn cứ áp dụng từ 01/01/2031, phiên bản 1: 3 mục',
      version: 2,
    });
  });

  it.each([
    ['grounds', [{ ...ground(), citation: '' }], 'value[0].citation'],
    ['grounds', [ground(), ground({ key: 'khác' })], 'value'],
    ['registers', [{ ...REGISTERS[0], connectedSince: '31/02/2026' }], 'value[0].connectedSince'],
    ['registers', [{ ...REGISTERS[0], items: [REGISTERS[0]?.items[0], REGISTERS[0]?.items[0]] }], 'value'],
    ['parameters', [{ id: 'a', name: 'A', value: '1,5', unit: 'đồng', source: 'S' }], 'value[0].value'],
    ['parameters', [{ id: 'a', name: 'A', value: '01', unit: 'đồng', source: 'S' }], 'value[0].value'],
    ['reportTemplates', [], 'value'],
    ['parameters', 'không phải danh sách', 'value'],
  ] as const)('of %s that does not fit is refused with its place (%#)', async (kind, value, place) => {
    const problem = await problemOf(await write(kind, '2032-01-01', value));
    expect(problem).toMatchObject({ status: 422, issues: [{ path: place }] });
    expect(problem.issues?.[0]?.message).toMatch(/^\p{Lu}.*\.$/u);
    expect(await workspace.stores.settings.of(kind, '2032-01-01')).toBeNull();
  });

  it('of a kind or a day that there is not does not exist', async () => {
    for (const path of ['/api/settings/khac', '/api/settings/__proto__'])
      expect((await workspace.ask('GET', path, { as: 'admin' })).status).toBe(404);
    expect((await write('grounds', '2026-13-01', [])).status).toBe(404);
  });

  it('of hundreds of items goes through, one without end does not', async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      ground({ id: `can-cu-${index}`, summary: 'Dài (minh họa). '.repeat(20).trim() }),
    );
    expect((await write('grounds', '2033-01-01', many)).status).toBe(200);
    expect((await write('grounds', '2033-02-01', [...many, ground()])).status).toBe(422);
    const endless = await write(
      'grounds',
      '2033-02-01',
      many.map((one) => ({ ...one, summary: 'Dài (minh họa). '.repeat(200).trim() })),
    );
    expect(endless.status).toBe(413);
  });
});

describe('a redesign follows the lists in force', () => {
  it('may cite what the office has entered, no longer what it has taken off; a proposal keeps the words of its day', async () => {
    const { id } = await workspace.open();
    const path = `/api/redesigns/${id}`;
    const mark = (groundId: string) => ({ edits: [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove', { ground: groundId }) }] });
    await bodyOf(await workspace.ask('POST', `${path}/edits`, { version: 1, json: mark('can-cu-moi') }));
    const before = await problemOf(await onDay('2030-02-01')('POST', `${path}/submit`, { version: 2 }));
    expect(before).toMatchObject({ status: 422, gaps: [{ element: 'ho-ten', missing: 'ground' }] });
    expect(before.gaps?.[0]?.message).toContain('không còn trong danh mục đang áp dụng');
    const submitted = await onDay('2030-04-01')('POST', `${path}/submit`, { version: 2 });
    expect(submitted.status).toBe(201);
    const { grounds } = await bodyOf<Proposal>(await workspace.ask('GET', `${path}/proposals/1`));
    expect(grounds).toEqual([ground()]);
    await write('grounds', '2030-03-01', [ground({ citation: 'Đã sửa (minh họa)' })], { version: 1 });
    expect((await bodyOf<Proposal>(await workspace.ask('GET', `${path}/proposals/1`))).grounds).toEqual([ground()]);
  });

  it('need not call a register unconnected once the office has said since when it is connected', async () => {
    const { id } = await workspace.open();
    const mark = aFullMark('prefill', { dataItem: 'population/1', ground: 'can-cu-0' });
    await workspace.ask('POST', `/api/redesigns/${id}/edits`, { version: 1, json: { edits: [{ kind: 'mark', element: 'ho-ten', mark }] } });
    await write(
      'registers',
      '2034-01-01',
      REGISTERS.map((one) => ({ ...one, connectedSince: '2033-12-01' })),
    );
    const submit = (day: string) => onDay(day)('POST', `/api/redesigns/${id}/submit`, { version: 2 });
    expect((await problemOf(await submit('2033-12-31'))).gaps).toMatchObject([{ missing: 'connection' }]);
    const { redesign } = await bodyOf<{ redesign: Redesign }>(await submit('2034-01-01'));
    expect(redesign.state).toBe('submitted');
  });
});

describe('a list is kept in memory for some seconds', () => {
  it('but not across an own change, and no longer than that', async () => {
    const { settings } = workspace.stores;
    const elsewhere = (await import('#functions/store/stores.ts')).createStores({
      client: workspace.client,
      table: workspace.table,
      tenant: 'khanh-hoa',
    });
    const idsOn = async () => (await settings.inForce('parameters', '2035-01-01')).value.map(({ id }) => id);
    const parameter = (id: string) => ({ id, name: 'Tham số (minh họa)', value: '1', unit: 'đồng', source: 'Minh họa' });
    expect((await write('parameters', '2035-01-01', [parameter('a')])).status).toBe(200);
    expect(await idsOn()).toEqual(['a']);
    await write('parameters', '2035-01-01', [parameter('b')], { version: 1 });
    expect(await idsOn()).toEqual(['b']);
    const line = {
      at: '2035-01-01T00:00:00.000Z',
      by: { subject: 's', name: 'Người khác (minh họa)', role: 'admin' as const },
      action: 'changeSettings' as const,
      version: 3,
    };
    const setting = { from: '2035-01-01', version: 3, by: 'Người khác (minh họa)', at: line.at, value: [parameter('c')] };
    await elsewhere.settings.save('parameters', setting, line);
    expect(await idsOn()).toEqual(['b']);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
    expect(await idsOn()).toEqual(['c']);
    vi.useRealTimers();
  });
});
