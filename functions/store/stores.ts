import { declaredTarget } from '#procedures/plan/target.ts';
import { CommentStore } from './comment-store.ts';
import { FigureStore } from './figure-store.ts';
import { GuestLinkStore } from './guest-link-store.ts';
import { History } from './history.ts';
import { Journal } from './journal.ts';
import { LineStore } from './line-store.ts';
import { PersonStore } from './person-store.ts';
import { PlanStore } from './plan-store.ts';
import { PresenceStore } from './presence-store.ts';
import { ProcedureStore } from './procedure-store.ts';
import { RecommendationStore } from './recommendation-store.ts';
import type { Recounting } from './recount-tools.ts';
import { RedesignStore } from './redesign-store.ts';
import { ResultStore } from './result-store.ts';
import { SettingsStore } from './settings-store.ts';
import { ScopeStore } from './scope-store.ts';
import { Storage, type StorageSettings } from './storage.ts';
import { SubmissionStore } from './submission-store.ts';
import { VisitStore } from './visit-store.ts';

export type Stores = ReturnType<typeof createStores>;

/** Every store of one tenant on one table. */
export function createStores(settings: StorageSettings) {
  const storage = new Storage(settings);
  const history = new History(storage);
  const people = new PersonStore(storage, history);
  const lines = new LineStore(storage);
  const plans = new PlanStore(storage, history);
  const redesigns = new RedesignStore(storage, history, people, lines);
  return {
    procedures: new ProcedureStore(storage),
    redesigns,
    comments: new CommentStore(storage, history),
    visits: new VisitStore(storage),
    presence: new PresenceStore(storage),
    submissions: new SubmissionStore(storage, history, people),
    links: new GuestLinkStore(storage, history),
    recommendations: new RecommendationStore(storage, history),
    results: new ResultStore(storage, history),
    lines,
    scope: new ScopeStore(storage, history, lines),
    figures: new FigureStore(storage, history),
    /** Proves lines, totals and rankings of a plan from its redesigns; see recount.ts. NotFoundError where there is no such plan. */
    recount: async (recounting: Recounting) => {
      const [{ recount }, plan] = await Promise.all([import('./recount.ts'), plans.recently(recounting.plan)]);
      return recount({ ...recounting, target: declaredTarget(plan)?.threshold, storage, redesigns, lines });
    },
    history,
    journal: new Journal(storage),
    plans,
    people,
    settings: new SettingsStore(storage, history),
  };
}
