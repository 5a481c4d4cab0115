import { loaded } from '#lib/load.ts';
import { SubmissionList } from '#lib/submissions/submission-list.svelte.ts';
import type { PageLoad } from './$types';

/** The first page of submissions. Not run again when the filter changes the address, hence `untrack`. */
export const load: PageLoad = async ({ url, untrack }) => ({
  first: await loaded(
    SubmissionList.firstPage(),
    untrack(() => new URL(url)),
  ),
});
