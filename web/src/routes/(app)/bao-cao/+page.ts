import { loaded } from '#lib/load.ts';
import { planApi } from '#lib/plan/plan-api.ts';
import { firstPeriod, periodIn } from '#lib/report/periods.ts';
import { reportApi } from '#lib/report/report-api.ts';
import { dayOf } from '#procedures/text/date.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** The report that the address names: of the first template, the current plan and the quarter under way where it names none. */
export const load: PageLoad = async ({ url, parent }) => {
  const { plan: current } = await parent();
  const named = url.searchParams;
  const [{ templates }, { plans }] = await loaded(Promise.all([reportApi.templates(), planApi.list()]), url);
  const plan = plans.find(({ id }) => id === (named.get('ke-hoach') ?? current.id)) ?? plans[0];
  const template = templates.find(({ id }) => id === named.get('mau')) ?? templates[0];
  if (!plan || !template) error(404, 'Chưa có mẫu báo cáo nào');
  const period = periodIn(named.get('ky')) ?? firstPeriod(plan.year, dayOf(new Date().toISOString()));
  const report = await loaded(reportApi.read({ template: template.id, plan: plan.id, period }), url);
  return { templates, plans, view: { template: template.id, plan: plan.id, period }, year: plan.year, report };
};
