// A plan on the desk: what the server has of it, what is typed and not yet saved, and what happens when somebody else was faster.
import { type Failure, failureFrom } from '#lib/failure.ts';
import { keptDraft, type KeptDraft } from '#lib/kept-draft.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { planApi } from './plan-api.ts';
import { type DraftErrors, draftErrors, isChanged, isPlanDraft, isRight, type PlanDraft, planDraft, withDraft } from './plan-draft.ts';
import { newDraft } from './target-form.ts';

/** Holds the draft until it is saved or thrown away; the browser keeps it over errors and reloads. */
export class PlanDesk {
  plan = $state.raw<Plan>() as Plan;
  draft = $state<PlanDraft>() as PlanDraft;
  saving = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** What somebody else saved meanwhile; what is typed here stays until one of the two is chosen. */
  theirs = $state.raw<Plan | null>(null);
  /** What is wrong is said from the first attempt to save on. */
  tried = $state(false);
  /** Found in the browser, from an earlier visit. */
  restored = $state(false);
  readonly errors: DraftErrors = $derived(draftErrors(this.plan, this.draft));
  readonly changed: boolean = $derived(isChanged(this.draft, this.plan));
  readonly #kept: KeptDraft<PlanDraft>;
  #keys = 0;

  constructor(plan: Plan, subject: string) {
    this.plan = plan;
    this.#kept = keptDraft(localStorage, `plan/${subject}/${plan.id}`, isPlanDraft);
    const kept = this.#kept.read();
    this.draft = kept ?? planDraft(plan);
    this.restored = kept !== null && isChanged(kept, plan);
  }

  /** Call in an effect: keeps what is typed for as long as it is not saved. */
  keep(): void {
    this.#kept.write(this.changed ? $state.snapshot(this.draft) : null);
  }

  addTarget(): string {
    const key = `moi-${Date.now()}-${(this.#keys += 1)}`;
    this.draft.targets.push({ ...newDraft(), key });
    return key;
  }

  removeTarget(key: string): void {
    this.draft.targets = this.draft.targets.filter((target) => target.key !== key);
  }

  /** Moves a target one place up (−1) or down (1). */
  moveTarget(key: string, by: -1 | 1): void {
    const from = this.draft.targets.findIndex((target) => target.key === key);
    const [target] = this.draft.targets.splice(from, 1);
    if (target) this.draft.targets.splice(from + by, 0, target);
  }

  /** Back to what the server has. */
  discard(): void {
    this.draft = planDraft(this.plan);
    [this.tried, this.restored, this.failure] = [false, false, null];
  }

  /** True when it is saved. Says what is wrong, or what somebody else saved meanwhile, and keeps what is typed. */
  async save(): Promise<boolean> {
    this.tried = true;
    this.failure = null;
    if (this.saving || !isRight(this.errors)) return false;
    this.saving = true;
    try {
      this.#take(await planApi.replace(withDraft(this.plan, $state.snapshot(this.draft)), this.plan.version));
      return true;
    } catch (thrown) {
      this.failure = failureFrom(thrown);
      if (this.failure.code === 'version-conflict')
        this.theirs = await planApi.read(this.plan.id).then(
          ({ plan }) => plan,
          () => null,
        );
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** After a conflict: saves what is typed here over what is there now, or takes what is there and drops what is typed. */
  async resolve(keep: 'mine' | 'theirs'): Promise<void> {
    if (this.theirs === null) return;
    const { draft } = this;
    const typed = $state.snapshot(draft);
    [this.plan, this.theirs, this.failure] = [this.theirs, null, null];
    if (keep === 'theirs') this.discard();
    else {
      this.draft = typed;
      await this.save();
    }
  }

  #take(plan: Plan): void {
    this.plan = plan;
    this.draft = planDraft(plan);
    [this.tried, this.restored, this.theirs] = [false, false, null];
  }
}
