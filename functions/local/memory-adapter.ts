// Where the local identity provider keeps its codes and grants: in memory, for minutes. A restart asks people to choose again, nothing more.
import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; until: number };

/** Entries kept at most; the oldest go first, so a machine left running for weeks does not fill up. */
const CAPACITY = 5_000;

/** A factory of adapters, one a model, over one bounded map of its own. */
export function memoryAdapters(now: () => number): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const read = (key: string) => {
    const entry = kept.get(key);
    if (entry && entry.until > now()) return entry.payload;
    kept.delete(key);
    return undefined;
  };
  const search = (prefix: string, wanted: (payload: AdapterPayload) => boolean) =>
    [...kept.keys()].filter((key) => key.startsWith(prefix)).find((key) => wanted(read(key) ?? {}));

  return (model) => ({
    upsert: async (id, payload, expiresIn = 600) => {
      kept.set(`${model}:${id}`, { payload, until: now() + expiresIn * 1000 });
      const oldest = kept.size > CAPACITY ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
    },
    find: async (id) => read(`${model}:${id}`),
    findByUid: async (uid) => {
      const key = search(`${model}:`, (payload) => payload.uid === uid);
      return key === undefined ? undefined : read(key);
    },
    // The device flow is off; nothing ever has a user code.
    findByUserCode: async () => undefined,
    consume: async (id) => {
      const payload = read(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => {
      kept.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grant) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grant) kept.delete(key);
    },
  });
}
