import { error } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** The frozen proposal and the redesign as it stands now; 404 for a number that is none, to the sign-in page without a session. */
export const load: PageLoad = async ({ params, url, untrack }) => {
  const number = Number(params.number);
  if (!Number.isInteger(number) || number < 1) error(404, 'Không có phương án này');
  const asked = untrack(() => new URL(url));
  const [proposal, redesign] = await loaded(Promise.all([api.proposal(params.redesign, number), api.redesign(params.redesign)]), asked);
  return { proposal, redesign };
};
