import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { historyOf } from './history.ts';
import { personStore } from './person-store.ts';
import { planStore } from './plan-store.ts';
import { procedureStore } from './procedure-store.ts';
import { redesignStore } from './redesign-store.ts';
import { storageOf } from './storage.ts';

export type Stores = ReturnType<typeof createStores>;

/** Every store of one tenant on one table. `random` in [0, 1) spreads repeated attempts. */
export function createStores(given: { client: DynamoDBDocumentClient; table: string; tenant: string; random?: () => number }) {
  const storage = storageOf(given);
  const history = historyOf(storage);
  const people = personStore(storage);
  return {
    procedures: procedureStore(storage),
    redesigns: redesignStore(storage, history, people),
    history: { record: history.record, page: history.page },
    plans: planStore(storage),
    people,
  };
}
