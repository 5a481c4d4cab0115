import { loaded } from '#lib/load.ts';
import { RecommendationList } from '#lib/recommendations/recommendation-list.svelte.ts';
import { stateIn } from '#lib/recommendations/words.ts';
import type { PageLoad } from './$types';

/** The first page of the state that the address names. Not run again when the filter changes the address, hence `untrack`. */
export const load: PageLoad = async ({ url, untrack }) => {
  const asked = untrack(() => new URL(url));
  const state = stateIn(asked.searchParams);
  return { state, first: await loaded(RecommendationList.firstPage(state), asked) };
};
