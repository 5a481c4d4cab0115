import { api } from '#lib/api.ts';
import { loaded } from '#lib/load.ts';
import type { LayoutLoad } from './$types';

/** Who is signed in, with the plan, the counting rule and the registers that every screen needs. Asked once, not at every page. */
export const load: LayoutLoad = ({ url, untrack }) =>
  loaded(
    api.session(),
    untrack(() => new URL(url)),
  );
