// One request to the server: resolves to the body of its answer or throws ApiError with the one display type.
import type { ClientResponse } from 'hono/client';
import type { SuccessStatusCode } from 'hono/utils/http-status';
import { checkSeat } from './check-seat.ts';
import { ApiError, failureOf, unreachable } from './failure.ts';
import { session } from './session.svelte.ts';

/** The bodies of the answers that are no problems. */
type Success<Response> =
  Response extends ClientResponse<infer Body, infer Status> ? (Status extends SuccessStatusCode ? Body : never) : never;

/** The body of the answer. Throws ApiError when the server refuses or does not answer; a 401 also ends the session of the page, a 403 may be the end of the seat. */
export function ask<Response extends ClientResponse<unknown>>(request: Promise<Response>): Promise<Success<Response>> {
  return answered(request);
}

/** The same for an address that the typed client does not know: the documents have an app of their own. `init` as of `fetch`. */
export const askFor = <Body>(address: string, init?: RequestInit): Promise<Body> => answered(fetch(address, init));

async function answered<Body>(request: Promise<Pick<Response, 'json' | 'ok' | 'status'>>): Promise<Body> {
  const response = await request.catch((thrown: unknown): never => {
    // A request that the page itself has dropped is no failure to show.
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    throw new ApiError(unreachable(navigator.onLine));
  });
  const body = await response.json().catch(() => undefined);
  if (response.ok) return body as Body;
  if (response.status === 401) session.ended = true;
  if (response.status === 403) void checkSeat();
  throw new ApiError(failureOf(response.status, body));
}

/** The arguments of a request for a page of a list. */
export const page = (after: string | null, limit: number) => ({ query: { limit: `${limit}`, ...(after === null ? {} : { after }) } });
/** The path parameter of a thing. */
export const by = (id: string) => ({ param: { id } });
/** The same with the version that a change is made on. */
export const at = (id: string, version: number) => ({ param: { id }, header: { 'if-match': `"${version}"` } });
