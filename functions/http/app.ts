// The API: one chain of nouns. Its type is the contract with the web app.
import type { ApplyGlobalResponse } from 'hono/client';
import { baseApp } from './base.ts';
import type { AppDeps } from './environment.ts';
import type { Problem } from './problem.ts';
import { guestRoutes } from './routes/guest.ts';
import { healthRoutes } from './routes/health.ts';
import { journalRoutes } from './routes/journal.ts';
import { peopleRoutes } from './routes/people.ts';
import { overviewRoutes } from './routes/overview.ts';
import { planRoutes } from './routes/plans.ts';
import { procedureRoutes } from './routes/procedures.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { redesignRoutes } from './routes/redesigns.ts';
import { reportRoutes } from './routes/reports.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { submissionRoutes } from './routes/submissions.ts';

/** The app on its stores, sessions and identity provider. */
export function createApp(deps: AppDeps) {
  return baseApp(deps)
    .basePath('/api')
    .route('/health', healthRoutes(deps))
    .route('/session', sessionRoutes(deps))
    .route('/procedures', procedureRoutes(deps))
    .route('/overview', overviewRoutes(deps))
    .route('/plans', planRoutes(deps))
    .route('/redesigns', redesignRoutes(deps))
    .route('/submissions', submissionRoutes(deps))
    .route('/recommendations', recommendationRoutes(deps))
    .route('/guest', guestRoutes(deps))
    .route('/reports', reportRoutes(deps))
    .route('/people', peopleRoutes(deps))
    .route('/settings', settingsRoutes(deps))
    .route('/journal', journalRoutes(deps));
}

type Problems = Record<400 | 401 | 403 | 404 | 409 | 413 | 422 | 428 | 429 | 500 | 503, { json: Problem }>;
export type App = ApplyGlobalResponse<ReturnType<typeof createApp>, Problems>;
