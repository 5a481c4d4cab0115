import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueRow } from '#functions/http/client.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { aField, aForm } from '../../support/build.ts';
import { aRevision, ruleV1 } from '../../support/redesign.ts';
import { bodyOf, OFFICE, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const read = async <Body>(path: string) => bodyOf<Body>(await workspace.ask('GET', path));

describe('health', () => {
  it('counts the procedures for anybody who asks', async () => {
    await workspace.publish();
    const answer = await workspace.ask('GET', '/api/health', { as: null });
    expect(answer.status).toBe(200);
    const { version, store, procedures } = await bodyOf<{ version: string; store: string; procedures: number }>(answer);
    expect([version, store]).toEqual(['0.0.0', 'ok']);
    expect(procedures).toBeGreaterThanOrEqual(1);
  });
});

describe('the catalogue', () => {
  it('comes in pages until there is no next one', async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => workspace.publish()));
    const seen: CatalogueRow[] = [];
    let after = '';
    do {
      const page = await read<{ rows: CatalogueRow[]; next: string | null }>(`/api/procedures?limit=2${after}`);
      seen.push(...page.rows);
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');
    const { procedures } = await read<{ procedures: number }>('/api/health');
    expect(new Set(seen.map(({ id }) => id)).size).toBe(procedures);
    expect(seen).toHaveLength(procedures);
  });

  it.each(['limit=0', 'limit=501', 'limit=x', 'limit=-1', 'after=%20', 'after=!!'])('refuses %s and says where', async (query) => {
    const problem = await problemOf(await workspace.ask('GET', `/api/procedures?${query}`));
    expect(problem).toMatchObject({ status: 422, issues: [{ path: query.split('=')[0] }] });
  });
});

describe('a procedure', () => {
  it('is its newest revision, with the office in charge', async () => {
    const procedure = await workspace.publish();
    const found = await read<{ revision: Revision; office: unknown; redesign: unknown }>(`/api/procedures/${procedure.id}`);
    expect(found).toEqual({ revision: aRevision(procedure), office: OFFICE, redesign: null });
  });

  it('that is not there is not found', async () => {
    for (const part of ['', '/revisions', '/revisions/1', '/difference?from=1&to=2']) {
      expect((await problemOf(await workspace.ask('GET', `/api/procedures/khong-co${part}`))).status).toBe(404);
    }
  });

  it('tells what changed between two revisions in Vietnamese sentences', async () => {
    const procedure = await workspace.publish();
    const fields = [aField({ label: 'Họ, chữ đệm và tên' }), aField({ id: 'email', label: 'Thư điện tử' })];
    const changed = { ...procedure, forms: [aForm({ fields })] };
    await workspace.stores.procedures.publish({ revision: { ...aRevision(changed), number: 2 }, office: OFFICE, rule: ruleV1() });
    const { changes, sentences } = await read<{ changes: { op: string; id: string }[]; sentences: string[] }>(
      `/api/procedures/${procedure.id}/difference?from=1&to=2`,
    );
    expect(changes).toContainEqual(expect.objectContaining({ op: 'update', id: 'ho-ten' }));
    expect(changes).toContainEqual(expect.objectContaining({ op: 'add', id: 'email' }));
    expect(sentences.length).toBeGreaterThan(0);
    const { revisions } = await read<{ revisions: { number: number; origin: string }[] }>(`/api/procedures/${procedure.id}/revisions`);
    expect(revisions.map(({ number }) => number)).toEqual([2, 1]);
    expect((await read<Revision>(`/api/procedures/${procedure.id}/revisions/1`)).procedure).toEqual(procedure);
  });

  it('may be kept by the browser once it is a numbered revision', async () => {
    const { id } = await workspace.publish();
    const answer = await workspace.ask('GET', `/api/procedures/${id}/revisions/1`);
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  });
});

describe('the session', () => {
  it('holds what the web app needs to know once', async () => {
    const session = await read<Record<string, { id?: string }> & { registers: { id: string }[] }>('/api/session');
    expect(session).toMatchObject({ person: PEOPLE.specialist, plan: { id: 'ke-hoach-minh-hoa' }, rule: { id: 'v1' } });
    expect(session.registers.map(({ id }) => id)).toContain('population');
  });
});

describe('the store gone', () => {
  it('is said so, and the log says why', async () => {
    const gone = await openWorkspace();
    const { id } = await gone.open();
    await gone.close();
    gone.log.length = 0;
    for (const path of ['/api/health', '/api/procedures', `/api/redesigns/${id}`]) {
      expect(await problemOf(await gone.ask('GET', path))).toMatchObject({ status: 503, type: '/problems/store-unavailable' });
    }
    const edit = await gone.ask('POST', `/api/redesigns/${id}/discard`, { version: 1 });
    expect(edit.status).toBe(503);
    expect(gone.log.every(({ error }) => error?.includes('ECONNREFUSED'))).toBe(true);
  });
});
