import { createClient } from '#functions/http/client.ts';
import { session } from './session.svelte.ts';

/** After a refusal: whether it was only this one thing, or the person has left and may nothing any more. */
export async function checkSeat(): Promise<void> {
  const answer = await createClient('/')
    .api.session.$get()
    .catch(() => null);
  if (answer?.status === 403) session.gone = true;
}
