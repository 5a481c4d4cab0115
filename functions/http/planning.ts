// Plans as people make and change them: what is asked is checked, then saved with its line of the history.
import type { PlanEntry } from '#functions/store/plan-entry.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { planChanges, together } from '#procedures/plan/plan-changes.ts';
import { planFaults } from '#procedures/plan/plan-faults.ts';
import { declaredTarget } from '#procedures/plan/target.ts';
import { totalOf } from '#procedures/plan/totals.ts';
import { COUNTING_RULES } from '#procedures/redesign/counting-rules.ts';
import type { Permitted } from './access.ts';
import type { AppDeps } from './environment.ts';
import { workspaceLine } from './event-line.ts';
import { notFound, ProblemError } from './problem.ts';

export type ListedPlan = PlanEntry & { current: boolean; procedures: number };

/** Reads and changes plans. Throws ProblemError for what cannot stand, OutdatedError for a version that is no longer there. */
export function planning({ stores, newId }: Pick<AppDeps, 'stores' | 'newId'>) {
  const { plans, lines, scope } = stores;

  async function found(id: string): Promise<Plan> {
    const plan = await plans.read(id);
    if (!plan) throw notFound('kế hoạch này');
    return plan;
  }

  async function procedures(id: string): Promise<number> {
    return totalOf(await lines.totals(id)).procedures;
  }

  /** Every plan, the latest year first. One that was made before plans were listed is there when it is the current one. */
  async function list(): Promise<ListedPlan[]> {
    const [listed, current] = await Promise.all([plans.list(), plans.current()]);
    const { id, year, name, version } = current;
    const all = listed.some((entry) => entry.id === id) ? listed : [{ id, year, name, version }, ...listed];
    return Promise.all(all.map(async (entry) => ({ ...entry, current: entry.id === id, procedures: await procedures(entry.id) })));
  }

  /** A new plan with the targets, offices, assignments and letterheads of another one (the current one unless said otherwise). */
  async function create({ year, name, copyOf }: { year: number; name: string; copyOf?: string }, { person, by }: Permitted): Promise<Plan> {
    const model = copyOf === undefined ? await plans.current() : await found(copyOf);
    const { note: _note, ...copied } = model;
    const plan: Plan = { ...copied, id: newId(), version: 1, year, name, updatedAt: by.at, updatedBy: by.name };
    const about = together([`lập kế hoạch “${name}” năm ${year} theo “${model.name}”`]);
    await plans.change(plan, workspaceLine(person, 'editPlan', by.at, { plan: plan.id, about }));
    return plan;
  }

  /** The next version of a plan. What follows from it for the procedures in scope follows at once. */
  async function replace(id: string, version: number, next: Plan, { person, by }: Permitted): Promise<Plan> {
    const before = await found(id);
    const faults = planFaults(
      next,
      COUNTING_RULES.map((rule) => rule.id),
    );
    if (next.id !== id) faults.push({ path: 'id', message: 'Mã của kế hoạch không đổi được.' });
    if (faults.length > 0) throw new ProblemError('bad-input', 'Kế hoạch có chỗ chưa đúng. Xem từng chỗ bên dưới.', { issues: faults });
    const totals = await lines.totals(id);
    if (next.rule !== before.rule && totalOf(totals).procedures > 0) {
      throw new ProblemError('refused', 'Kế hoạch đã có thủ tục nên không đổi được quy tắc đếm. Hãy lập kế hoạch mới với quy tắc khác.');
    }
    const emptied = before.offices.filter((office) => !next.offices.some(({ id: kept }) => kept === office.id));
    const inUse = emptied.filter((office) => (totals[office.id]?.procedures ?? 0) > 0);
    if (inUse.length > 0) throw new ProblemError('refused', stillInUse(inUse.map(({ name }) => name)));
    const plan: Plan = { ...next, version: version + 1, updatedAt: by.at, updatedBy: by.name };
    const about = together(planChanges(before, plan));
    const event = workspaceLine(person, 'editPlan', by.at, { plan: id, ...(about && { about }) });
    await plans.change(
      plan,
      { ...event, version: plan.version },
      emptied.map((office) => office.id),
    );
    await carryOn(before, plan);
    return plan;
  }

  async function carryOn(before: Plan, plan: Plan): Promise<void> {
    if (declaredTarget(before)?.threshold !== declaredTarget(plan)?.threshold) await scope.retarget(plan);
    const names = ({ offices }: Plan) => JSON.stringify(offices.map(({ id, name }) => [id, name]));
    if (names(before) !== names(plan) && (await plans.currentId()) === plan.id) await scope.takeCharge(plan);
  }

  /** Makes a plan the one that new redesigns belong to; the offices of its lines take charge. */
  async function makeCurrent(id: string, { person, by }: Permitted): Promise<Plan> {
    const plan = await found(id);
    const about = `chọn “${plan.name}” làm kế hoạch đang thực hiện`;
    await plans.makeCurrent(id, { ...workspaceLine(person, 'editPlan', by.at, { plan: id, about }), version: plan.version });
    await scope.takeCharge(plan);
    return plan;
  }

  return { found, list, create, replace, makeCurrent };
}

const stillInUse = (names: readonly string[]): string =>
  `${names.join(', ')}: còn thủ tục trong kế hoạch. Hãy chuyển các thủ tục đó sang phòng khác trước khi bỏ phòng.`;
