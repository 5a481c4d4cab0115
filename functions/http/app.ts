// The API, noun by noun. Its type is the contract with the web app. A noun is loaded when it is first asked for: a function that has just
// started does not wait for the others.
import type { ApplyGlobalResponse } from 'hono/client';
import { Hono } from 'hono/quick';
import type { ExtractSchema } from 'hono/types';
import { baseApp } from './base.ts';
import type { AppDeps, HttpEnv } from './environment.ts';
import type { Problem } from './problem.ts';

type Base = ReturnType<typeof baseApp>;

/** Each noun under its own address, on an app with log, limits and problems of its own. */
const NOUNS = {
  health: async (base: Base, deps: AppDeps) => base.route('/api/health', (await import('./routes/health.ts')).healthRoutes(deps)),
  session: async (base: Base, deps: AppDeps) => base.route('/api/session', (await import('./routes/session.ts')).sessionRoutes(deps)),
  procedures: async (base: Base, deps: AppDeps) =>
    base.route('/api/procedures', (await import('./routes/procedures.ts')).procedureRoutes(deps)),
  overview: async (base: Base, deps: AppDeps) => base.route('/api/overview', (await import('./routes/overview.ts')).overviewRoutes(deps)),
  plans: async (base: Base, deps: AppDeps) => base.route('/api/plans', (await import('./routes/plans.ts')).planRoutes(deps)),
  redesigns: async (base: Base, deps: AppDeps) =>
    base.route('/api/redesigns', (await import('./routes/redesigns.ts')).redesignRoutes(deps)),
  submissions: async (base: Base, deps: AppDeps) =>
    base.route('/api/submissions', (await import('./routes/submissions.ts')).submissionRoutes(deps)),
  recommendations: async (base: Base, deps: AppDeps) =>
    base.route('/api/recommendations', (await import('./routes/recommendations.ts')).recommendationRoutes(deps)),
  guest: async (base: Base, deps: AppDeps) => base.route('/api/guest', (await import('./routes/guest.ts')).guestRoutes(deps)),
  reports: async (base: Base, deps: AppDeps) => base.route('/api/reports', (await import('./routes/reports.ts')).reportRoutes(deps)),
  people: async (base: Base, deps: AppDeps) => base.route('/api/people', (await import('./routes/people.ts')).peopleRoutes(deps)),
  settings: async (base: Base, deps: AppDeps) => base.route('/api/settings', (await import('./routes/settings.ts')).settingsRoutes(deps)),
  journal: async (base: Base, deps: AppDeps) => base.route('/api/journal', (await import('./routes/journal.ts')).journalRoutes(deps)),
};
type Noun = keyof typeof NOUNS;
type Served = Pick<Base, 'fetch'>;

type Problems = Record<400 | 401 | 403 | 404 | 409 | 413 | 422 | 428 | 429 | 500 | 503, { json: Problem }>;
type Schema = ExtractSchema<Awaited<ReturnType<(typeof NOUNS)[Noun]>>>;
export type App = ApplyGlobalResponse<Hono<HttpEnv, Schema, '/'>, Problems>;

/** The app on its stores, sessions and identity provider. */
export function createApp(deps: AppDeps): Hono {
  const served = new Map<string, Promise<Served>>();
  /** What is not under a noun is answered by an app that knows no address. */
  const load = async (noun: string): Promise<Served> => (isNoun(noun) ? NOUNS[noun](baseApp(deps), deps) : baseApp(deps));

  return new Hono().all('*', async (c) => {
    const [, api, noun = ''] = c.req.path.split('/');
    const name = api === 'api' && isNoun(noun) ? noun : '';
    const app = served.get(name) ?? load(name);
    served.set(name, app);
    return (await app).fetch(c.req.raw, c.env);
  });
}

const isNoun = (noun: string): noun is Noun => Object.hasOwn(NOUNS, noun);
