// The part of a plan that this screen edits, as it is typed: its name, its note, its targets.
import { type Fault, planFaults } from '#procedures/plan/plan-faults.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { cleanText } from '#lib/editor/changed-mark.ts';
import { draftOf, errorsOf, type TargetDraft, type TargetErrors, targetsOf } from './target-form.ts';

/** `key` tells two new targets apart, which have no id yet. */
export type KeyedTarget = TargetDraft & { key: string };
export type PlanDraft = { name: string; note: string; targets: KeyedTarget[] };

/** What the boxes show of a plan. */
export const planDraft = ({ name, note = '', targets }: Plan): PlanDraft => ({
  name,
  note,
  targets: targets.map((target) => ({ ...draftOf(target), key: target.id })),
});

/** Whether a draft says something else than the plan. */
export const isChanged = (draft: PlanDraft, plan: Plan): boolean => JSON.stringify(draft) !== JSON.stringify(planDraft(plan));

/** The plan with what was typed; everything else stays as `plan` has it. Only for a draft without errors. */
export function withDraft(plan: Plan, draft: PlanDraft): Plan {
  const { note: _note, ...rest } = plan;
  const note = cleanText(draft.note);
  return { ...rest, name: cleanText(draft.name) ?? plan.name, targets: targetsOf(draft.targets), ...(note !== undefined && { note }) };
}

export type DraftErrors = { name?: string; whole?: string; targets: Record<string, TargetErrors> };

/** What is still wrong, by target; `isRight` when nothing is. */
export function draftErrors(plan: Plan, draft: PlanDraft): DraftErrors {
  const targets = Object.fromEntries(draft.targets.map((target) => [target.key, errorsOf(target)]));
  const errors: DraftErrors = { targets };
  if (cleanText(draft.name) === undefined) errors.name = 'Kế hoạch phải có tên.';
  if (draft.targets.length === 0) errors.whole = 'Kế hoạch phải có ít nhất một chỉ tiêu.';
  if (isRight(errors)) for (const fault of planFaults(withDraft(plan, draft), [plan.rule])) place(fault, draft, errors);
  return errors;
}

/** `targets[2].threshold` to the third target; whatever else is wrong, to the whole. */
function place({ path, message }: Fault, draft: PlanDraft, errors: DraftErrors): void {
  const found = /^targets\[(?<index>\d+)\](?:\.(?<box>\w+))?$/u.exec(path)?.groups;
  const key = draft.targets[Number(found?.['index'])]?.key;
  if (found === undefined || key === undefined) errors.whole = message;
  else errors.targets[key] = { ...errors.targets[key], [found['box'] ?? 'name']: message };
}

/** Whether the draft can be saved. */
export const isRight = ({ name, whole, targets }: DraftErrors): boolean =>
  name === undefined && whole === undefined && Object.values(targets).every((one) => Object.keys(one).length === 0);

/** Whether a value from the browser's storage is a draft of this shape. */
export function isPlanDraft(value: unknown): value is PlanDraft {
  const draft = value as Partial<PlanDraft>;
  return (
    typeof draft.name === 'string' &&
    typeof draft.note === 'string' &&
    Array.isArray(draft.targets) &&
    draft.targets.every(
      (target: Partial<KeyedTarget>) =>
        typeof target.key === 'string' && typeof target.threshold === 'string' && typeof target.metric === 'string',
    )
  );
}
