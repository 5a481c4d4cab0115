import { error } from '@sveltejs/kit';
import { loaded } from '#lib/load.ts';
import { periodIn } from '#lib/report/periods.ts';
import { reportApi } from '#lib/report/report-api.ts';
import type { PageLoad } from './$types';

/** The procedures behind the number that the address names. */
export const load: PageLoad = async ({ url }) => {
  const named = url.searchParams;
  const [template, period, figure] = [named.get('mau'), periodIn(named.get('ky')), named.get('so-lieu')];
  if (template === null || period === null || figure === null) error(404, 'Không có số liệu này');
  const view = { template, period, plan: named.get('ke-hoach') ?? undefined };
  return { view, behind: await loaded(reportApi.behind(view, figure, named.get('phong') ?? undefined), url) };
};
