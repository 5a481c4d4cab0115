import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Behind, Report } from '#procedures/report/report.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import { MOST_LINES } from '#functions/store/line-store.ts';
import { aProcedure } from '../../support/build.ts';
import { aFullMark, ruleV1 } from '../../support/redesign.ts';
import { bodyOf, OFFICE, openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

const AT = '2026-01-02T01:00:00Z';
const TEMPLATE = 'so-lieu-dinh-ky';
const year = String(new Date().getFullYear());

let workspace: Workspace;
let submitted: Redesign;
beforeAll(async () => {
  workspace = await openWorkspace();
  await workspace.publish({ name: 'Thủ tục chưa trình (minh họa)' });
  const opened = await workspace.open({ name: 'Thủ tục đã trình (minh họa)', internal: true });
  const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];
  await workspace.ask('POST', `/api/redesigns/${opened.id}/edits`, { version: 1, json: { edits } });
  const answer = await workspace.ask('POST', `/api/redesigns/${opened.id}/submit`, { version: 2 });
  submitted = (await bodyOf<{ redesign: Redesign }>(answer)).redesign;
});
afterAll(() => workspace.close());

const report = async (query = `period=${year}`) =>
  bodyOf<Report>(await workspace.ask('GET', `/api/reports/${TEMPLATE}?${query}`, { as: 'reviewer' }));
const behind = async (figure: string, query = '') => {
  const answer = await workspace.ask('GET', `/api/reports/${TEMPLATE}/behind?period=${year}&figure=${figure}${query}`, { as: 'reviewer' });
  return bodyOf<{ title: string; office: string | null; rows: (Behind & { officeName: string })[] }>(answer);
};

describe('a report', () => {
  it('says what its plan, template and period are, and that the period is still running', async () => {
    expect(await report()).toMatchObject({
      template: { id: TEMPLATE, unconfirmed: expect.any(String) as string },
      plan: { id: DEMONSTRATION_PLAN.id, demonstration: true },
      period: year,
      periodName: `Năm ${year}`,
      unfinished: true,
    });
  });

  it('has every number as large as the set that is asked for with its key', async () => {
    const cells = (await report()).sections
      .flatMap(({ tables }) => tables)
      .flatMap(({ rows }) => rows.flatMap(({ office, cells: all }) => all.map((cell) => ({ ...cell, office }))));
    const counts = cells.filter(({ behind: key, value }) => key?.includes('.count') && value.kind === 'count');
    expect(counts.length).toBeGreaterThan(10);
    for (const { behind: key = '', office, value } of counts) {
      const { rows } = await behind(key, office === undefined ? '' : `&office=${office}`);
      expect(value).toEqual({ kind: 'count', count: rows.length });
    }
  });

  it('names the procedures behind a number, with their proposals', async () => {
    expect(await behind('proposed.byEnd.count', `&office=${OFFICE.id}`)).toMatchObject({
      title: 'TTHC đã có phương án trình',
      office: OFFICE.name,
      rows: [{ procedure: submitted.procedure, redesign: submitted.id, proposal: 1, before: 4, after: 3, officeName: OFFICE.name }],
    });
    expect((await behind('waiting.count')).rows.map(({ procedureName }) => procedureName)).toEqual(['Thủ tục chưa trình (minh họa)']);
    expect((await behind('proposed.byEnd.count.public')).rows).toEqual([]);
  });

  it.each([
    [`/api/reports/khong-co?period=${year}`, 404],
    [`/api/reports/${TEMPLATE}?period=${year}&plan=khong-co`, 404],
    [`/api/reports/${TEMPLATE}/behind?period=${year}&figure=constructor`, 404],
    [`/api/reports/${TEMPLATE}?period=2026-Q5`, 422],
    [`/api/reports/${TEMPLATE}`, 422],
  ])('%s is answered %i', async (path, status) => {
    expect((await problemOf(await workspace.ask('GET', path, { as: 'reviewer' }))).status).toBe(status);
  });

  it('counts a plan whole that has more procedures than one page holds', async () => {
    const plan = { ...DEMONSTRATION_PLAN, id: 'ke-hoach-lon', version: 1 };
    const { subject, name, role } = PEOPLE.admin;
    await workspace.stores.plans.change(plan, { at: AT, by: { subject, name, role }, action: 'editPlan', plan: plan.id, version: 1 });
    const lines = Array.from({ length: 510 }, (_, index) =>
      lineOf(plan, aProcedure({ id: `8.${String(index).padStart(6, '0')}` }), { office: OFFICE.id }, ruleV1()),
    );
    for (let from = 0; from < lines.length; from += MOST_LINES) {
      await workspace.stores.lines.save(lines.slice(from, from + MOST_LINES).map((to) => ({ from: null, to })));
    }
    expect((await behind('scope.count', `&plan=${plan.id}`)).rows).toHaveLength(510);
    expect((await report(`period=${year}-Q1&plan=${plan.id}`)).plan.id).toBe(plan.id);
  });

  it('follows the template that the office enters, from the day on which it is in force', async () => {
    const [shipped] = (await workspace.stores.settings.inForce('reportTemplates', '2026-01-01')).value;
    if (shipped === undefined) throw new Error('No template was shipped.');
    const own = { ...shipped, id: 'mau-cua-so', title: 'Mẫu của Sở (minh họa)', sections: shipped.sections.slice(0, 1) };
    const { subject, name, role } = PEOPLE.admin;
    const setting = { from: '2026-01-02', version: 1, by: name, at: AT, value: [own] };
    await workspace.stores.settings.save('reportTemplates', setting, {
      at: AT,
      by: { subject, name, role },
      action: 'changeSettings',
      version: 1,
    });
    const { templates } = await bodyOf<{ templates: { id: string }[] }>(await workspace.ask('GET', '/api/reports', { as: 'leader' }));
    expect(templates.map(({ id }) => id)).toEqual(['mau-cua-so']);
    const made = await bodyOf<Report>(await workspace.ask('GET', `/api/reports/mau-cua-so?period=${year}`, { as: 'leader' }));
    expect(made.sections.map(({ title }) => title)).toEqual(['Chỉ tiêu của kế hoạch']);
    expect((await problemOf(await workspace.ask('GET', `/api/reports/${TEMPLATE}?period=${year}`, { as: 'leader' }))).status).toBe(404);
  });
});

/** product.md §1 and §5: Văn phòng Sở reports; the heads of the Department and the administration read it; specialists work on their own. */
const MAY_READ: Record<Who, boolean> = {
  specialist: false,
  colleague: false,
  stranger: false,
  reviewer: true,
  leader: true,
  admin: true,
  ownLeader: true,
};

const ROUTES = ['/api/reports', `/api/reports/x?period=${year}`, `/api/reports/x/behind?period=${year}&figure=scope.count`];
const who = (allowed: boolean) => (Object.keys(MAY_READ) as Who[]).filter((one) => MAY_READ[one] === allowed);

describe.each(who(true))('%s', (as) => {
  it.each(ROUTES)('is answered %s', async (path) => {
    const { status } = await workspace.ask('GET', path, { as });
    expect(status).toBe(path === '/api/reports' ? 200 : 404);
  });
});

describe.each(who(false))('%s', (as) => {
  it.each(ROUTES)('is refused %s, which stands in the history', async (path) => {
    const problem = await problemOf(await workspace.ask('GET', path, { as }));
    expect(problem).toMatchObject({ status: 403, detail: 'Chỉ Văn phòng Sở, lãnh đạo Sở, quản trị được xem báo cáo.' });
    const { events } = await workspace.stores.history.page({});
    expect(events[0]).toMatchObject({ action: 'readReport', because: problem.detail, by: { subject: PEOPLE[as].subject } });
  });
});

it.each(['/api/reports', `/api/reports/${TEMPLATE}?period=${year}`, `/api/reports/${TEMPLATE}/behind?period=${year}&figure=scope.count`])(
  '%s is for nobody who is not signed in',
  async (path) => {
    expect((await problemOf(await workspace.ask('GET', path, { as: null }))).status).toBe(401);
  },
);
