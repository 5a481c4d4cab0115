// Going back to an earlier version, and on to a newer baseline. Every function resolves or throws ApiError.
import { ask, at, by } from '#lib/ask.ts';
import { createClient } from '#functions/http/client.ts';

const one = createClient('/').api.redesigns[':id'];

export const baselineApi = {
  read: (id: string) => ask(one.baseline.$get(by(id))),
  carryOver: (id: string, version: number, leave: string[]) => ask(one['carry-over'].$post({ ...at(id, version), json: { leave } })),
  rewind: (id: string, version: number, to: number) => ask(one.rewind.$post({ ...at(id, version), json: { version: to } })),
};

/** The newest baseline and what of the redesign would come along to it. */
export type Baseline = Awaited<ReturnType<typeof baselineApi.read>>;
