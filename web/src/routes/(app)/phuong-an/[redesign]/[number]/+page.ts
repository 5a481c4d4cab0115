import { error } from '@sveltejs/kit';
import { api } from '#lib/api.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** The frozen proposal; 404 for a number that is none, to the sign-in page without a session. */
export const load: PageLoad = async ({ params, url }) => {
  const number = Number(params.number);
  if (!Number.isInteger(number) || number < 1) error(404, 'Không có phương án này');
  return { proposal: await loaded(api.proposal(params.redesign, number), url) };
};
