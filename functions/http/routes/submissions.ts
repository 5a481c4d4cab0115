// Submissions (tờ trình): reading, composing, bundling, sharing and deciding them.
import { Hono } from 'hono/quick';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { signedIn } from '../signed-in.ts';
import { submissionBundle } from './submission-bundle.ts';
import { submissionChanges } from './submission-changes.ts';
import { submissionDecision } from './submission-decision.ts';
import { submissionLinks } from './submission-links.ts';
import { submissionReadings } from './submission-readings.ts';

/** `/api/submissions`, all 401 without a session. */
export const submissionRoutes = (deps: AppDeps) =>
  new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .route('/', submissionReadings(deps))
    .route('/', submissionChanges(deps))
    .route('/', submissionBundle(deps))
    .route('/', submissionDecision(deps))
    .route('/', submissionLinks(deps));
