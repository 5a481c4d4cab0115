import { PeopleDesk } from '#lib/admin/people/people-desk.svelte.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** Everybody by name, the first page of them. */
export const load: PageLoad = async ({ url, untrack }) => ({
  first: await loaded(
    PeopleDesk.firstPage(),
    untrack(() => new URL(url)),
  ),
});
