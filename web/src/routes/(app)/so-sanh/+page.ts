import { loaded } from '#lib/load.ts';
import { RedesignList } from '#lib/redesigns/redesign-list.svelte.ts';
import type { PageLoad } from './$types';

/** The first page of redesigns, to choose from. Not run again when another side is chosen, hence `untrack`. */
export const load: PageLoad = async ({ url, untrack }) => ({
  first: await loaded(
    RedesignList.firstPage(),
    untrack(() => new URL(url)),
  ),
});
