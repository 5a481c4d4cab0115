// Offices and letterheads of a plan on the desk: what the server has, what is typed and not yet saved, and whoever was faster.
import { type Failure, failureFrom } from '#lib/failure.ts';
import { keptDraft, type KeptDraft } from '#lib/kept-draft.ts';
import { planApi } from '#lib/plan/plan-api.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import {
  blankOffice,
  isOfficesDraft,
  nextHead,
  officesChanged,
  type OfficesDraft,
  officesDraft,
  officesErrors,
  type OfficesErrors,
  withOffices,
} from './office-form.ts';

/** Holds the draft until it is saved or thrown away; the browser keeps it over errors and reloads. */
export class OfficesDesk {
  plan = $state.raw<Plan>() as Plan;
  draft = $state<OfficesDraft>() as OfficesDraft;
  /** The letterhead that is looked at. */
  head = $state('');
  saving = $state(false);
  tried = $state(false);
  restored = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** The plan as somebody else has saved it meanwhile. */
  theirs = $state.raw<Plan | null>(null);
  readonly errors: OfficesErrors = $derived.by(() => officesErrors(this.plan, this.draft));
  readonly changed: boolean = $derived.by(() => officesChanged(this.draft, this.plan));
  readonly #kept: KeptDraft<OfficesDraft>;
  #keys = 0;

  constructor(plan: Plan, subject: string) {
    this.plan = plan;
    this.#kept = keptDraft(localStorage, `offices/${subject}/${plan.id}`, isOfficesDraft);
    const kept = this.#kept.read();
    this.draft = kept ?? officesDraft(plan);
    this.restored = kept !== null && officesChanged(kept, plan);
    this.head = this.draft.heads[0]?.key ?? '';
  }

  /** Call in an effect: keeps what is typed for as long as it is not saved. */
  keep(): void {
    this.#kept.write(this.changed ? $state.snapshot(this.draft) : null);
  }

  addOffice(): void {
    this.draft.offices.push(blankOffice(this.#key()));
  }

  /** Takes away an office that was never saved; one that is in use is ended by its last day. */
  removeOffice(key: string): void {
    this.draft.offices = this.draft.offices.filter((office) => office.key !== key);
  }

  addHead(): void {
    const last = this.draft.heads.at(-1);
    if (!last) return;
    this.head = this.#key();
    this.draft.heads.push(nextHead(last, this.head));
  }

  removeHead(key: string): void {
    this.draft.heads = this.draft.heads.filter((head) => head.key !== key);
    this.head = this.draft.heads[0]?.key ?? '';
  }

  /** Back to what the server has. */
  discard(): void {
    this.draft = officesDraft(this.plan);
    this.head = this.draft.heads[0]?.key ?? '';
    [this.tried, this.restored, this.failure, this.theirs] = [false, false, null, null];
  }

  /** True when it is saved. What is typed stays otherwise. */
  async save(): Promise<boolean> {
    this.tried = true;
    if (this.saving || Object.keys(this.errors).length > 0) return false;
    [this.saving, this.failure] = [true, null];
    try {
      this.plan = await planApi.replace(withOffices(this.plan, $state.snapshot(this.draft)), this.plan.version);
      this.discard();
      return true;
    } catch (thrown) {
      this.failure = failureFrom(thrown);
      if (this.failure.code === 'version-conflict') this.theirs = await presentPlan(this.plan.id);
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** After a conflict: puts what is typed here into the plan that is there now, or drops it. */
  async settle(keep: 'mine' | 'theirs'): Promise<boolean> {
    if (this.theirs === null) return false;
    [this.plan, this.theirs, this.failure] = [this.theirs, null, null];
    if (keep === 'mine') return this.save();
    this.discard();
    return true;
  }

  #key(): string {
    return `moi-${Date.now()}-${(this.#keys += 1)}`;
  }
}

const presentPlan = (id: string): Promise<Plan | null> =>
  planApi.read(id).then(
    ({ plan }) => plan,
    () => null,
  );
