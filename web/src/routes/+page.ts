import { redirect } from '@sveltejs/kit';
import { paths } from '#lib/paths.ts';

/** Everyone begins at the overview. */
export function load(): never {
  redirect(302, paths.overview());
}
