import { loaded } from '#lib/load.ts';
import { planApi } from '#lib/plan/plan-api.ts';
import type { PageLoad } from './$types';

/** All plans and the one that the address names, the current one where it names none. Read again when another plan is chosen, not when filters change. */
export const load: PageLoad = async ({ url, parent, untrack }) => {
  const named = url.searchParams.get('ke-hoach');
  const { plan: current } = await parent();
  const [{ plans }, { plan, current: isCurrent }] = await loaded(
    Promise.all([planApi.list(), planApi.read(named ?? current.id)]),
    untrack(() => new URL(url)),
  );
  return { plans, chosen: plan, isCurrent };
};
