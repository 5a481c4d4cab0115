// What a fresh store needs before anybody can work: a plan, people, and the definitions that are on file.
import { NotFoundError, StoreError } from '#functions/store/errors.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import type { Person } from '#procedures/review/person.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { demonstrationPeople } from './demonstration-people.ts';
import { loadDefinitions, type Loaded } from './load-definitions.ts';
import { StartFailureError } from './start-failure.ts';

type FirstData = { people: Person[]; loaded: Loaded };

/**
 * Brings `stores` up to date with what is on file; what somebody changed since then in the store stays. `at` is the moment of publication.
 * Throws StartFailureError when the store cannot be read or written.
 */
export async function loadFirstData(stores: Stores, definitions: string, at: string): Promise<FirstData> {
  try {
    return await load(stores, definitions, at);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new StartFailureError(
      `Kho dữ liệu không đọc hoặc ghi được (${error.code}), có thể tệp đã hỏng hoặc đĩa đã đầy: hãy phục hồi bản sao lưu, hoặc đặt DATA_DIR sang thư mục mới.`,
      { cause: error },
    );
  }
}

async function load(stores: Stores, definitions: string, at: string): Promise<FirstData> {
  const plan = await currentPlan(stores);
  const people = demonstrationPeople(plan);
  await Promise.all(people.map((person) => enter(stores, person)));
  const rule = countingRule(plan.rule);
  if (!rule) throw new StartFailureError(`Kế hoạch ${plan.name} dùng quy tắc đếm không có trong phiên bản này (${plan.rule}).`);
  const loaded = await loadDefinitions(stores, definitions, plan, rule, at);
  await bringUpToDate(stores, plan, rule, at);
  return { people, loaded };
}

/** Somebody's changes stay; a row from before there was a list of people comes into the list. */
async function enter({ people }: Stores, person: Person): Promise<void> {
  const there = await people.read(person.subject);
  if (there === null) await people.save(person);
  else if (there.version === undefined) await people.save({ ...there, version: 1 });
}

async function currentPlan({ plans }: Stores): Promise<Plan> {
  try {
    return await plans.current();
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    await plans.save(DEMONSTRATION_PLAN);
    return DEMONSTRATION_PLAN;
  }
}
