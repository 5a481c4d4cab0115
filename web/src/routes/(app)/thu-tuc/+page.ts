import { Catalogue } from '#lib/catalogue/catalogue.svelte.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** The first page of the catalogue. Not run again when filters change the address, hence `untrack`. */
export const load: PageLoad = async ({ url, untrack }) => ({
  first: await loaded(
    Catalogue.firstPage(),
    untrack(() => new URL(url)),
  ),
});
