import { loaded } from '#lib/load.ts';
import { readOverview } from '#lib/overview/overview-api.ts';
import type { PageLoad } from './$types';

/** The whole overview in one request. */
export const load: PageLoad = async ({ url }) => ({ overview: await loaded(readOverview(), url), at: new Date().toISOString() });
