import { api } from '#lib/api.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** The procedure in its newest revision, or in the one that the address names (`?phien-ban=1`). */
export const load: PageLoad = async ({ params, url }) => {
  const asked = Number(url.searchParams.get('phien-ban'));
  const [newest, { revisions }, older] = await loaded(
    Promise.all([api.procedure(params.id), api.revisions(params.id), asked > 0 ? api.revision(params.id, asked) : null]),
    url,
  );
  return { ...newest, revision: older ?? newest.revision, newest: newest.revision.number, revisions };
};
