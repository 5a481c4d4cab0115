// The scope of a plan as people set it: which procedures, which office, until when.
import type { Head } from '#functions/store/head.ts';
import { OutdatedError, StaleError } from '#functions/store/errors.ts';
import type { ScopeChange } from '#functions/store/scope-store.ts';
import { follow } from '#procedures/plan/follow.ts';
import type { LineSettings, PlanLine } from '#procedures/plan/line.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import { isUnderWay } from '#procedures/plan/line-stand.ts';
import { lineChanges, together } from '#procedures/plan/plan-changes.ts';
import type { Office, Plan } from '#procedures/plan/plan.ts';
import { officeOf } from '#procedures/plan/plans.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import type { Permitted } from './access.ts';
import type { AppDeps } from './environment.ts';
import { workspaceLine } from './event-line.ts';
import { createFooting } from './footing.ts';
import { notFound, ProblemError } from './problem.ts';

/** The office may be left open: the one in charge now, else the one that the plan assigns. */
export type NewSettings = Omit<LineSettings, 'office'> & { office?: string };
export type Refused = { procedure: string; because: string };
/** `present`: in scope already. */
export type Added = { added: string[]; present: string[]; refused: Refused[] };

const ATTEMPTS = 5;

/** Changes the scope. Throws ProblemError for what cannot stand, OutdatedError for a version that is no longer there. */
export function scoping({ stores }: Pick<AppDeps, 'stores'>) {
  const { plans, lines, procedures, redesigns, scope } = stores;
  const footing = createFooting(stores);

  async function found(plan: string, procedure: string): Promise<PlanLine> {
    const line = await lines.read(plan, procedure);
    if (!line) throw notFound('thủ tục này trong kế hoạch');
    return line;
  }

  /** Brings procedures into scope, as many as can be; a redesign of theirs that is there already is followed. */
  async function add(plan: Plan, ids: readonly string[], settings: NewSettings, by: Permitted): Promise<Added> {
    if (settings.office !== undefined) officeIn(plan, settings.office);
    const result: Added = { added: [], present: [], refused: [] };
    const isCurrent = (await plans.currentId()) === plan.id;
    const unique = [...new Set(ids)];
    for (let from = 0; from < unique.length; from += scope.mostChanges) {
      await addBatch(plan, unique.slice(from, from + scope.mostChanges), settings, by, isCurrent, result);
    }
    return result;
  }

  async function addBatch(plan: Plan, ids: readonly string[], settings: NewSettings, by: Permitted, isCurrent: boolean, into: Added) {
    for (let attempt = 1; ; attempt++) {
      const [present, heads] = await Promise.all([
        lines.readMany(ids.map((procedure) => ({ plan: plan.id, procedure }))),
        procedures.heads(ids),
      ]);
      const asked = ids.flatMap((id, index) => (present[index] ? [] : [{ id, head: heads[index] ?? null }]));
      const entries = await Promise.all(asked.map(({ id, head }) => entryOf(plan, id, head, settings, by, isCurrent)));
      const changes = entries.flatMap((entry) => ('because' in entry ? [] : [entry]));
      try {
        if (changes.length > 0) await scope.save(plan, changes);
      } catch (error) {
        // Somebody else brought one of them into scope, or opened a redesign.
        if ((error instanceof OutdatedError || error instanceof StaleError) && attempt < ATTEMPTS) continue;
        throw error;
      }
      into.present.push(...ids.filter((_, index) => present[index]));
      into.added.push(...changes.flatMap(({ to }) => to?.procedure ?? []));
      into.refused.push(...entries.flatMap((entry) => ('because' in entry ? [entry] : [])));
      return;
    }
  }

  async function entryOf(
    plan: Plan,
    procedure: string,
    head: Head | null,
    settings: NewSettings,
    { person, by }: Permitted,
    isCurrent: boolean,
  ): Promise<ScopeChange | Refused> {
    if (!head) return { procedure, because: 'Không có thủ tục này trong danh mục.' };
    const { revision, rule } = await footing.of({ plan: plan.id, procedure, revision: head.row.revision });
    const known = plan.offices.some(({ id }) => id === head.row.office) ? head.row.office : officeOf(plan, revision.procedure).id;
    const office = officeIn(plan, settings.office ?? known);
    const moves = isCurrent && office.id !== head.row.office;
    if (moves && isUnderWay({ latest: head.row.redesign })) return { procedure, because: underWay(head.row.redesign?.state) };
    const line = lineOf(plan, revision.procedure, { ...settings, office: office.id }, rule);
    const redesign = head.row.redesign && (await redesigns.read(head.row.redesign.id));
    const to = redesign?.plan === plan.id ? { ...follow(line, redesign), version: 1 } : line;
    const about = 'đưa vào phạm vi kế hoạch';
    const event = workspaceLine(person, 'editPlan', by.at, { plan: plan.id, procedure, about });
    return { from: null, to, event, ...(moves && { charge: { head, office } }) };
  }

  /** Sets office, deadline and the rest of a line anew. The office changes only while no redesign of the procedure is under way. */
  async function change(plan: Plan, from: PlanLine, settings: LineSettings, { person, by }: Permitted): Promise<PlanLine> {
    const office = officeIn(plan, settings.office);
    const { office: _o, deadline: _d, expectedCut: _e, dossiersPerYear: _n, dossiersSource: _s, ...kept } = from;
    const to: PlanLine = { ...kept, ...settings, version: from.version + 1 };
    const charge = office.id === from.office ? undefined : await newCharge(plan, from, office);
    const nameOf = (id: string) => plan.offices.find((one) => one.id === id)?.name ?? id;
    const about = together(lineChanges(from, to, nameOf));
    const of = { plan: plan.id, procedure: from.procedure, ...(about && { about }) };
    const event = { ...workspaceLine(person, 'editPlan', by.at, of), version: to.version };
    await scope.save(plan, [{ from, to, event, ...(charge && { charge }) }]);
    return to;
  }

  /** The head of the procedure moves along, where the plan is the current one. */
  async function newCharge(plan: Plan, line: PlanLine, office: Office): Promise<ScopeChange['charge']> {
    if (isUnderWay(line)) throw new ProblemError('refused', underWay(line.latest?.state));
    const [head, current] = await Promise.all([procedures.head(line.procedure), plans.currentId()]);
    if (!head || current !== plan.id) return undefined;
    if (isUnderWay({ latest: head.row.redesign })) throw new ProblemError('refused', underWay(head.row.redesign?.state));
    return { head, office };
  }

  /** Takes a procedure out of scope, unless a redesign of it is under way. */
  async function remove(plan: Plan, from: PlanLine, { person, by }: Permitted): Promise<void> {
    if (isUnderWay(from)) {
      const now = STATE_NAMES[from.latest?.state ?? 'draft'].toLowerCase();
      throw new ProblemError('refused', `Thủ tục đang có bản tái cấu trúc (${now}) nên chưa đưa ra khỏi kế hoạch được.`);
    }
    const about = 'đưa ra khỏi phạm vi kế hoạch';
    const event = workspaceLine(person, 'editPlan', by.at, { plan: plan.id, procedure: from.procedure, about });
    await scope.save(plan, [{ from, to: null, event: { ...event, version: from.version } }]);
  }

  return { found, add, change, remove };
}

function officeIn(plan: Plan, id: string): Office {
  const office = plan.offices.find((one) => one.id === id);
  if (office) return office;
  const issues = [{ path: 'office', message: 'Không có phòng này trong kế hoạch.' }];
  throw new ProblemError('bad-input', 'Phòng được chọn không có trong kế hoạch. Hãy thêm phòng vào kế hoạch trước.', { issues });
}

const underWay = (state: keyof typeof STATE_NAMES = 'draft'): string =>
  `Thủ tục đang có bản tái cấu trúc (${STATE_NAMES[state].toLowerCase()}) nên chưa đổi phòng chủ trì được. Hãy đợi bản đó khép lại, hoặc hủy bản soạn.`;
