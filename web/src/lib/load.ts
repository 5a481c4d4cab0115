// What every `load` does with a failed request: to the sign-in page on 401, to the error page otherwise.
import { error, redirect } from '@sveltejs/kit';
import { ApiError } from './failure.ts';
import { paths } from './paths.ts';

/** Waits for the work of a `load` function; `url` is the page that was asked for, to come back to after sign-in. */
export async function loaded<T>(work: Promise<T>, url: URL): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown;
    const { status, title, detail, places } = thrown.failure;
    if (status === 401) redirect(302, paths.signIn(url.pathname + url.search));
    error(status >= 400 ? status : 503, title, { detail, places });
  }
}
