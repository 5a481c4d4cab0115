import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '#procedures/plan/figure.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aFullMark, aRevision, ruleV1 } from '../../support/redesign.ts';
import { aProcedure } from '../../support/build.ts';
import { bodyOf, OFFICE, openWorkspace, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

const PLAN = DEMONSTRATION_PLAN.id;
const OTHER = 'gdtrh-gdtx';
let workspace: Workspace;
let outside = 0;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const get = async <Body>(path: string, as: Who = 'specialist') => bodyOf<Body>(await workspace.ask('GET', `/api/plans${path}`, { as }));
const asReviewer = (method: string, path: string, sent: { json?: unknown; version?: number } = {}) =>
  workspace.ask(method, `/api/plans${path}`, { as: 'reviewer', ...sent });
const thePlan = async () => (await get<{ plan: Plan }>(`/${PLAN}`)).plan;
const lineOf = (procedure: string) => workspace.stores.lines.read(PLAN, procedure);
const totalsOf = async (office: string) => (await workspace.stores.lines.totals(PLAN))[office];
const actions = async () => (await workspace.stores.history.page({ plan: PLAN })).events;
/** Published, but not in the scope of the plan. */
async function outOfScope() {
  outside += 1;
  const procedure = aProcedure({ id: `7.${String(outside).padStart(6, '0')}` });
  await workspace.stores.procedures.publish({ revision: aRevision(procedure), office: OFFICE, rule: ruleV1() });
  return procedure.id;
}
async function submitted() {
  const redesign = await workspace.open();
  const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];
  const path = `/api/redesigns/${redesign.id}`;
  const marked = await bodyOf<Redesign>(await workspace.ask('POST', `${path}/edits`, { json: { edits }, version: 1 }));
  await workspace.ask('POST', `${path}/submit`, { version: marked.version });
  return redesign;
}

describe('plans', () => {
  test('are listed with the number of their procedures, the current one named', async () => {
    await workspace.publish();
    const { plans } = await get<{ plans: { id: string; current: boolean; procedures: number; year: number }[] }>('');
    const totals = Object.values(await workspace.stores.lines.totals(PLAN)).reduce((sum, { procedures }) => sum + procedures, 0);
    expect(plans).toContainEqual({ id: PLAN, year: 2026, name: DEMONSTRATION_PLAN.name, version: 1, current: true, procedures: totals });
  });

  test('can be changed by Văn phòng Sở, version by version, with what changed in the history', async () => {
    const plan = await thePlan();
    const targets = plan.targets.map((target, index) => (index === 0 ? { ...target, threshold: 3000 } : target));
    const answer = await asReviewer('PUT', `/${PLAN}`, { json: { ...plan, targets }, version: plan.version });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`"${plan.version + 1}"`);
    expect(await thePlan()).toMatchObject({ version: plan.version + 1, updatedBy: 'Người tham-dinh (minh họa)', targets });
    const [line] = await actions();
    expect(line).toMatchObject({ action: 'editPlan', plan: PLAN, version: plan.version + 1, about: expect.stringContaining('≥ 20%') });
    expect(line?.about).toContain('≥ 30%');

    const late = await problemOf(await asReviewer('PUT', `/${PLAN}`, { json: plan, version: plan.version }));
    expect(late).toMatchObject({ type: '/problems/version-conflict', current: { version: plan.version + 1 } });
    expect((await asReviewer('PUT', `/${PLAN}`, { json: plan })).status).toBe(428);
    await asReviewer('PUT', `/${PLAN}`, { json: plan, version: plan.version + 1 });
  });

  test('have their lines reckoned with a new target at once', async () => {
    const { id } = await workspace.publish();
    const plan = await thePlan();
    expect((await lineOf(id))?.target).toBe(2000);
    const targets = plan.targets.map((target, index) => (index === 0 ? { ...target, threshold: 5000 } : target));
    await asReviewer('PUT', `/${PLAN}`, { json: { ...plan, targets }, version: plan.version });
    expect((await lineOf(id))?.target).toBe(5000);
    await asReviewer('PUT', `/${PLAN}`, { json: plan, version: plan.version + 1 });
    expect((await lineOf(id))?.target).toBe(2000);
  });

  test.each<[string, (plan: Plan) => Plan, string]>([
    [
      'an office that is not there',
      (plan) => ({ ...plan, assignments: { ...plan.assignments, otherwise: 'khong-co' } }),
      'assignments.otherwise',
    ],
    ['a counting rule that is not there', (plan) => ({ ...plan, rule: 'v9' }), 'rule'],
    [
      'two targets of one id',
      (plan) => ({ ...plan, targets: [...plan.targets, ...plan.targets.slice(-1)] }),
      `targets[${DEMONSTRATION_PLAN.targets.length}]`,
    ],
    ['another id', (plan) => ({ ...plan, id: 'khac' }), 'id'],
  ])('with %s are refused with the place', async (_what, wrong, place) => {
    const plan = await thePlan();
    const problem = await problemOf(await asReviewer('PUT', `/${PLAN}`, { json: wrong(plan), version: plan.version }));
    expect(problem).toMatchObject({ status: 422, type: '/problems/bad-input' });
    expect(problem.issues?.map(({ path }) => path)).toContain(place);
    expect((await thePlan()).version).toBe(plan.version);
  });

  test('keep an office that still has procedures', async () => {
    await workspace.publish();
    const plan = await thePlan();
    const { areas, procedures } = plan.assignments;
    const elsewhere = (of: Record<string, string>) => Object.fromEntries(Object.entries(of).filter(([, office]) => office !== OFFICE.id));
    const without = {
      ...plan,
      offices: plan.offices.filter(({ id }) => id !== OFFICE.id),
      assignments: { ...plan.assignments, areas: elsewhere(areas), procedures: elsewhere(procedures) },
    };
    const problem = await problemOf(await asReviewer('PUT', `/${PLAN}`, { json: without, version: plan.version }));
    expect(problem).toMatchObject({ type: '/problems/refused', detail: expect.stringContaining(OFFICE.name) });
  });

  test('rename the office of the procedures in their charge', async () => {
    const { id } = await workspace.publish();
    const plan = await thePlan();
    const renamed = {
      ...plan,
      offices: plan.offices.map((office) => (office.id === OFFICE.id ? { ...office, name: 'Phòng mới (minh họa)' } : office)),
    };
    await asReviewer('PUT', `/${PLAN}`, { json: renamed, version: plan.version });
    expect((await workspace.stores.procedures.head(id))?.row.officeName).toBe('Phòng mới (minh họa)');
    await asReviewer('PUT', `/${PLAN}`, { json: plan, version: plan.version + 1 });
    expect((await workspace.stores.procedures.head(id))?.row.officeName).toBe(OFFICE.name);
  });

  test('are made as copies without procedures, and can become the current one and give way again', async () => {
    const made = await asReviewer('POST', '', { json: { year: 2027, name: 'Kế hoạch năm 2027 (minh họa)', copyOf: PLAN } });
    expect(made.status).toBe(201);
    const copy = await bodyOf<Plan>(made);
    const { targets, offices, assignments, letterhead } = await thePlan();
    expect(copy).toMatchObject({ version: 1, year: 2027, targets, offices, assignments, letterhead });
    expect(await get(`/${copy.id}/lines`)).toEqual({ rows: [], next: null });
    await asReviewer('POST', `/${copy.id}/current`);
    expect((await get<{ current: boolean }>(`/${copy.id}`)).current).toBe(true);
    const { id } = await workspace.publish();
    const refused = await problemOf(await workspace.ask('POST', '/api/redesigns', { json: { procedure: id } }));
    expect(refused).toMatchObject({ status: 422, detail: expect.stringContaining('chưa nằm trong phạm vi kế hoạch') });
    await asReviewer('POST', `/${PLAN}/current`);
    expect((await workspace.ask('POST', '/api/redesigns', { json: { procedure: id } })).status).toBe(201);
  });
});

describe('the scope of a plan', () => {
  test('takes procedures in, tells which were there, and counts them', async () => {
    const [first, second, present] = [await outOfScope(), await outOfScope(), (await workspace.publish()).id];
    const before = await totalsOf(OFFICE.id);
    const settings = { deadline: '2026-06-30', expectedCut: 2500, dossiersPerYear: 400, dossiersSource: 'Sổ theo dõi (minh họa)' };
    const answer = await asReviewer('POST', `/${PLAN}/lines`, { json: { procedures: [first, second, present, first, '0.0'], settings } });
    expect(await bodyOf(answer)).toEqual({
      added: [first, second],
      present: [present],
      refused: [{ procedure: '0.0', because: 'Không có thủ tục này trong danh mục.' }],
    });
    expect(await lineOf(first)).toMatchObject({ ...settings, office: OFFICE.id, declared: 4, version: 1, target: 2000 });
    expect((await totalsOf(OFFICE.id))?.procedures).toBe((before?.procedures ?? 0) + 2);
    expect(
      (await actions())
        .slice(0, 2)
        .map(({ procedure, about }) => [procedure, about])
        .toSorted(),
    ).toEqual([
      [first, 'đưa vào phạm vi kế hoạch'],
      [second, 'đưa vào phạm vi kế hoạch'],
    ]);
  });

  test('comes in pages, each line once', async () => {
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { rows: PlanLine[]; next: string | null } = await get(`/${PLAN}/lines?limit=3${after && `&after=${after}`}`);
      seen.push(...page.rows.map(({ procedure }) => procedure));
      after = page.next;
    }
    const counted = Object.values(await workspace.stores.lines.totals(PLAN)).reduce((sum, { procedures }) => sum + procedures, 0);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(counted);
  });

  test('moves a procedure to another office with its totals, its place in the catalogue and who may redesign it', async () => {
    const { id } = await workspace.publish();
    const [from, to] = [await totalsOf(OFFICE.id), await totalsOf(OTHER)];
    const answer = await asReviewer('PUT', `/${PLAN}/lines/${id}`, { json: { office: OTHER, deadline: '2026-09-30' }, version: 1 });
    expect(await bodyOf(answer)).toMatchObject({ office: OTHER, deadline: '2026-09-30', version: 2 });
    expect((await totalsOf(OFFICE.id))?.procedures).toBe((from?.procedures ?? 0) - 1);
    expect((await totalsOf(OTHER))?.procedures).toBe((to?.procedures ?? 0) + 1);
    expect((await workspace.stores.procedures.head(id))?.row).toMatchObject({
      office: OTHER,
      officeName: expect.stringContaining('Trung học'),
    });
    expect((await workspace.ask('POST', '/api/redesigns', { json: { procedure: id } })).status).toBe(403);
    expect((await workspace.ask('POST', '/api/redesigns', { as: 'stranger', json: { procedure: id } })).status).toBe(201);
    const [line] = await actions();
    expect(line).toMatchObject({ procedure: id, about: expect.stringContaining('hạn trình: không có → 30/09/2026') });
  });

  test('keeps the office while a redesign is under way, and says why; the deadline can be moved', async () => {
    const redesign = await submitted();
    const line = await lineOf(redesign.procedure);
    const version = line?.version ?? 0;
    const moving = { json: { office: OTHER }, version };
    const problem = await problemOf(await asReviewer('PUT', `/${PLAN}/lines/${redesign.procedure}`, moving));
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('(chờ thẩm định)') });
    const later = await asReviewer('PUT', `/${PLAN}/lines/${redesign.procedure}`, {
      json: { office: OFFICE.id, deadline: '2026-12-01' },
      version,
    });
    expect(await bodyOf(later)).toMatchObject({
      deadline: '2026-12-01',
      latest: { state: 'submitted', standing: { before: 4, after: 3 } },
    });
    const unknown = await asReviewer('PUT', `/${PLAN}/lines/${redesign.procedure}`, { json: { office: 'khong-co' }, version: version + 1 });
    expect((await problemOf(unknown)).issues).toEqual([{ path: 'office', message: 'Không có phòng này trong kế hoạch.' }]);
  });

  test('lets a procedure go unless a redesign of it is under way', async () => {
    const { id } = await workspace.publish();
    const before = await totalsOf(OFFICE.id);
    expect((await asReviewer('DELETE', `/${PLAN}/lines/${id}`, { version: 1 })).status).toBe(204);
    expect(await lineOf(id)).toBeNull();
    expect((await totalsOf(OFFICE.id))?.procedures).toBe((before?.procedures ?? 0) - 1);

    const redesign = await workspace.open();
    const kept = await problemOf(await asReviewer('DELETE', `/${PLAN}/lines/${redesign.procedure}`, { version: 2 }));
    expect(kept).toMatchObject({ status: 422, detail: expect.stringContaining('(đang soạn)') });
    expect(await lineOf(redesign.procedure)).not.toBeNull();
  });

  test('answers an old version of a line with the one that is there', async () => {
    const { id } = await workspace.publish();
    const set = (json: object, version: number) =>
      asReviewer('PUT', `/${PLAN}/lines/${id}`, { json: { office: OFFICE.id, ...json }, version });
    await set({ deadline: '2026-03-31' }, 1);
    const problem = await problemOf(await set({ deadline: '2026-04-30' }, 1));
    expect(problem).toMatchObject({ status: 409, current: { deadline: '2026-03-31', version: 2 } });
    expect((await asReviewer('DELETE', `/${PLAN}/lines/${id}`, { version: 1 })).status).toBe(409);
  });

  test('takes a procedure in again with the redesign that it had', async () => {
    const redesign = await workspace.open();
    const line = await lineOf(redesign.procedure);
    if (!line) throw new Error('It is in scope.');
    await workspace.stores.lines.save([{ from: line, to: null }]);
    await asReviewer('POST', `/${PLAN}/lines`, { json: { procedures: [redesign.procedure], settings: {} } });
    expect(await lineOf(redesign.procedure)).toMatchObject({ latest: { redesign: redesign.id, state: 'draft' }, version: 1 });
  });
});

describe('figures that are typed in', () => {
  const target = DEMONSTRATION_PLAN.targets.at(-1)?.id ?? '';
  const enter = (period: string, json: object, as: Who = 'reviewer') =>
    workspace.ask('PUT', `/api/plans/${PLAN}/targets/${target}/figures/${period}`, {
      as,
      json: { source: 'Báo cáo quý (minh họa)', ...json },
    });

  test('are kept per target and period with source, version by version', async () => {
    expect((await enter('2026-Q1', { numerator: 351, denominator: 1000, version: 0 })).status).toBe(201);
    expect((await enter('2026-Q1', { numerator: 352, denominator: 1000, version: 1 })).status).toBe(200);
    const late = await problemOf(await enter('2026-Q1', { quoted: 3500, version: 1 }));
    expect(late).toMatchObject({ status: 409, current: { numerator: 352, version: 2 }, writtenBy: 'Người tham-dinh (minh họa)' });
    const { figures } = await get<{ figures: Figure[] }>(`/${PLAN}/figures`);
    expect(figures).toMatchObject([{ target, period: '2026-Q1', numerator: 352, denominator: 1000, version: 2 }]);
    const [line] = await actions();
    expect(line).toMatchObject({
      action: 'enterFigure',
      about: expect.stringContaining('352/1.000'),
      was: expect.stringContaining('351/1.000'),
    });
  });

  test.each([
    ['half a ratio', { numerator: 1 }, 'denominator'],
    ['nothing at all', {}, 'quoted'],
    ['a denominator of 0', { numerator: 0, denominator: 0 }, 'denominator'],
  ])('are refused with %s', async (_what, json, place) => {
    const problem = await problemOf(await enter('2026-Q2', { ...json, version: 0 }));
    expect(problem.issues?.map(({ path }) => path)).toEqual([place]);
  });

  test('belong to a target of the plan and a period that there is', async () => {
    expect((await enter('2026-Q5', { quoted: 1, version: 0 })).status).toBe(404);
    expect(
      (await asReviewer('PUT', `/${PLAN}/targets/khong-co/figures/2026`, { json: { quoted: 1, source: 'x', version: 0 } })).status,
    ).toBe(404);
  });
});

describe('who may not change a plan', () => {
  const attempts: [string, (procedure: string, as: Who) => Promise<Response>][] = [
    ['make one', (_, as) => workspace.ask('POST', '/api/plans', { as, json: { year: 2027, name: 'x' } })],
    ['change one', (_, as) => workspace.ask('PUT', `/api/plans/${PLAN}`, { as, json: DEMONSTRATION_PLAN, version: 1 })],
    ['choose another', (_, as) => workspace.ask('POST', `/api/plans/${PLAN}/current`, { as })],
    ['add', (id, as) => workspace.ask('POST', `/api/plans/${PLAN}/lines`, { as, json: { procedures: [id], settings: {} } })],
    ['set', (id, as) => workspace.ask('PUT', `/api/plans/${PLAN}/lines/${id}`, { as, json: { office: OTHER }, version: 1 })],
    ['remove', (id, as) => workspace.ask('DELETE', `/api/plans/${PLAN}/lines/${id}`, { as, version: 1 })],
    [
      'enter',
      (_, as) => workspace.ask('PUT', `/api/plans/${PLAN}/targets/x/figures/2026`, { as, json: { quoted: 1, source: 'x', version: 0 } }),
    ],
  ];

  test.each(attempts)('%s: specialists and the leader are refused, and it stands in the history', async (_what, attempt) => {
    const { id } = await workspace.publish();
    for (const who of ['specialist', 'leader'] as const) {
      const problem = await problemOf(await attempt(id, who));
      expect(problem).toMatchObject({ status: 403, detail: expect.stringMatching(/^Chỉ Văn phòng Sở, quản trị được .+\.$/u) });
    }
    expect(await lineOf(id)).toMatchObject({ version: 1, office: OFFICE.id });
    const { events } = await workspace.stores.journal.page({ month: new Date().toISOString().slice(0, 7), refused: true });
    expect(
      events
        .slice(0, 2)
        .map(({ by }) => by.role)
        .toSorted(),
    ).toEqual(['leader', 'specialist']);
  });

  test('nobody without a session reads one', async () => {
    expect((await workspace.ask('GET', `/api/plans/${PLAN}`, { as: null })).status).toBe(401);
    expect((await workspace.ask('GET', '/api/plans/khong-co')).status).toBe(404);
  });
});
