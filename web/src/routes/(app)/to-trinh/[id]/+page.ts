import { loaded } from '#lib/load.ts';
import { submissionApi } from '#lib/submissions/submission-api.ts';
import type { PageLoad } from './$types';

/** The submission with its summary and decision, without its proposals: those come page by page. */
export const load: PageLoad = async ({ params, url, untrack }) => ({
  opened: await loaded(
    submissionApi.read(params.id),
    untrack(() => new URL(url)),
  ),
});
