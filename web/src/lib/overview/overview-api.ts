import { createClient } from '#functions/http/client.ts';
import { ask } from '#lib/ask.ts';

const { overview } = createClient('/').api;

/** Everything that the overview shows, in one request; rejects with ApiError. */
export const readOverview = () => ask(overview.$get());

type Overview = Awaited<ReturnType<typeof readOverview>>;
export type Waiting = Overview['waiting'][number];
