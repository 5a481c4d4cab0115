import { loaded } from '#lib/load.ts';
import { planApi } from '#lib/plan/plan-api.ts';
import type { PageLoad } from './$types';

/** The current plan as the server has it now: it is saved as a whole. */
export const load: PageLoad = async ({ parent, url, untrack }) => {
  const { plan: current } = await parent();
  const { plan } = await loaded(
    planApi.read(current.id),
    untrack(() => new URL(url)),
  );
  return { chosen: plan };
};
