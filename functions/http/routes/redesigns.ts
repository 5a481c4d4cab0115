// Redesigns: reading and changing them.
import { Hono } from 'hono/quick';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { signedIn } from '../signed-in.ts';
import { redesignBaseline } from './redesign-baseline.ts';
import { redesignChanges } from './redesign-changes.ts';
import { redesignComments } from './redesign-comments.ts';
import { redesignComparison } from './redesign-comparison.ts';
import { redesignOutcome } from './redesign-outcome.ts';
import { redesignPresence } from './redesign-presence.ts';
import { redesignReadings } from './redesign-readings.ts';
import { redesignReview } from './redesign-review.ts';

/** `/api/redesigns`: the readings, the changes, the review and what is said about it, all 401 without a session. */
export const redesignRoutes = (deps: AppDeps) =>
  new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .route('/', redesignReadings(deps))
    .route('/', redesignChanges(deps))
    .route('/', redesignBaseline(deps))
    .route('/', redesignReview(deps))
    .route('/', redesignComments(deps))
    .route('/', redesignPresence(deps))
    .route('/', redesignComparison(deps))
    .route('/', redesignOutcome(deps));
