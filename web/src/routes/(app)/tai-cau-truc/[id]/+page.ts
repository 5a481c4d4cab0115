import { api } from '#lib/api.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** The redesign and the frozen revision that it stands on. */
export const load: PageLoad = async ({ params, parent, url, untrack }) => {
  const { person, plan, rule, registers, grounds } = await parent();
  const redesign = await loaded(
    api.redesign(params.id),
    untrack(() => new URL(url)),
  );
  const baseline = await loaded(
    api.revision(redesign.procedure, redesign.revision),
    untrack(() => new URL(url)),
  );
  return { redesign, baseline, person, plan, rule, registers, grounds };
};
