import { adminApi } from '#lib/admin/admin-api.ts';
import { filterOf, queryOf } from '#lib/admin/journal/journal-filter.ts';
import { loaded } from '#lib/load.ts';
import { mayInWorkspace } from '#procedures/review/transitions.ts';
import type { PageLoad } from './$types';

const MOST_PEOPLE = 500;

/** The first lines under the filter of the address; each such reading is recorded. Administrators may pick from everybody. */
export const load: PageLoad = async ({ url, parent }) => {
  const { person } = await parent();
  const filter = filterOf(url.searchParams, new Date().toISOString());
  const [first, people] = await loaded(
    Promise.all([
      adminApi.journal(queryOf(filter)),
      mayInWorkspace(person, 'readPeople').allowed ? adminApi.people(null, MOST_PEOPLE).then(({ rows }) => rows) : [],
    ]),
    url,
  );
  return { filter, first, everybody: people.map(({ subject, name }) => [subject, name] as const) };
};
