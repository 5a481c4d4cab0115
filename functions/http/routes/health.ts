import { Hono } from 'hono/quick';
import type { AppDeps, HttpEnv } from '../environment.ts';

/** Whether the whole of it works: 503 when the store does not. */
export const healthRoutes = ({ stores, version }: AppDeps) =>
  new Hono<HttpEnv>().get('/', async (c) => {
    const procedures = await stores.procedures.count();
    return c.json({ version, store: 'ok' as const, procedures }, 200);
  });
