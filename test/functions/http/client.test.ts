import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { createClient, definitionFile, proposalFile, type CatalogueRow, type Problem } from '#functions/http/client.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aFullMark } from '../../support/redesign.ts';
import { openWorkspace, ORIGIN, PEOPLE, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let client: ReturnType<typeof createClient>;
beforeAll(async () => {
  workspace = await openWorkspace();
  const cookie = await workspace.cookieOf(PEOPLE.specialist.subject);
  client = createClient(ORIGIN, { headers: { cookie, origin: ORIGIN }, fetch: workspace.app.request });
});
afterAll(() => workspace.close());

describe('the typed client', () => {
  it('does a whole day of work, and knows the shape of every answer', async () => {
    const { id } = await workspace.publish();
    const page = await client.api.procedures.$get({ query: { limit: '10' } });
    if (page.status !== 200) throw new Error('No catalogue.');
    const { rows } = await page.json();
    expectTypeOf(rows).toEqualTypeOf<CatalogueRow[]>();
    expect(rows.map((row) => row.id)).toEqual([id]);

    const opening = await client.api.redesigns.$post({ json: { procedure: id } });
    if (opening.status !== 201) throw new Error('Not opened.');
    const { redesign } = await opening.json();
    expectTypeOf(redesign).toEqualTypeOf<Redesign>();
    const param = { id: redesign.id };
    const json = { edits: [{ kind: 'mark' as const, element: 'ho-ten', mark: aFullMark('remove') }] };
    const edited = await client.api.redesigns[':id'].edits.$post({ param, header: { 'if-match': '"1"' }, json });
    expect(edited.status).toBe(200);
    const submitted = await client.api.redesigns[':id'].submit.$post({ param, header: { 'if-match': '"2"' } });
    if (submitted.status !== 201) throw new Error('Not submitted.');
    expectTypeOf((await submitted.json()).proposal).toEqualTypeOf<{ number: number; hash: string }>();
  });

  it('knows a problem by its status', async () => {
    const answer = await client.api.redesigns[':id'].$get({ param: { id: 'khong-co' } });
    if (answer.status !== 404) throw new Error('Found.');
    const problem = await answer.json();
    expectTypeOf(problem).toEqualTypeOf<Problem>();
    expect(problem.type).toBe('/problems/not-found');
  });

  it('lets nobody forget the version of a change or misspell a treatment', () => {
    const { edits } = client.api.redesigns[':id'];
    // @ts-expect-error a change without If-Match
    const forgotten = () => edits.$post({ param: { id: 'x' }, json: { edits: [] } });
    const mark = { treatment: 'delete' } as const;
    const rest = { param: { id: 'x' }, header: { 'if-match': '"1"' } };
    // @ts-expect-error no such treatment
    const misspelt = () => edits.$post({ ...rest, json: { edits: [{ kind: 'mark', element: 'x', mark }] } });
    expect([forgotten, misspelt]).toHaveLength(2);
  });

  it('knows where the files are', () => {
    expect(proposalFile('a', 2, 'docx')).toBe('/api/redesigns/a/proposals/2/files/docx');
    expect(definitionFile('1.2', 3, 'xlsx')).toBe('/api/procedures/1.2/revisions/3/files/xlsx');
  });
});
