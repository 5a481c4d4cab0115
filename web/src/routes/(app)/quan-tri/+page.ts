import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';
import { mayInWorkspace } from '#procedures/review/transitions.ts';
import type { PageLoad } from './$types';

/** To the first part that the person may open. */
export const load: PageLoad = async ({ parent }) => {
  const { person } = await parent();
  if (mayInWorkspace(person, 'readPeople').allowed) redirect(307, paths.people());
  redirect(307, mayInWorkspace(person, 'readJournal').allowed ? paths.journal() : paths.offices());
};
