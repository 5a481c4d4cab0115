import { adminApi } from '#lib/admin/admin-api.ts';
import { loaded } from '#lib/load.ts';
import type { PageLoad } from './$types';

/** The lists of parameters by day, and the one in force. */
export const load: PageLoad = async ({ url, untrack }) => ({
  lists: await loaded(
    adminApi.settings('parameters'),
    untrack(() => new URL(url)),
  ),
});
