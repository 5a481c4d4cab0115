// One kind of settings on the desk: the lists by day, the one that is looked at, and what is typed and not yet saved.
import { adminApi } from '#lib/admin/admin-api.ts';
import { cleanText } from '#lib/editor/changed-mark.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';
import { keptDraft, type KeptDraft } from '#lib/kept-draft.ts';
import { changeWords } from '#procedures/settings/change-words.ts';
import type { InForce, Setting, SettingKind, SettingValue } from '#procedures/settings/settings.ts';
import { formatShortDay, parseDay } from '#procedures/text/date.ts';
import { type Drafted, type DraftErrors, type ItemOf, itemsOf, type SettingsForm } from './settings-form.ts';

export type Lists<Kind extends SettingKind> = { versions: Setting<Kind>[]; inForce: InForce<Kind> };
/** `version` is the one that is written over; 0 = there is none of that day yet, and the day can still be chosen. */
type Typed<Draft> = { from: string; version: number; source: string; items: Draft[] };

/** Reads one list; types another. What is typed is kept by the browser until it is saved or thrown away. */
export class SettingsDesk<Kind extends SettingKind, Draft extends Drafted> {
  readonly form: SettingsForm<Kind, Draft>;
  lists = $state.raw<Lists<Kind>>() as Lists<Kind>;
  /** The day whose list is looked at; null = the one in force. */
  day = $state<string | null>(null);
  typed = $state<Typed<Draft> | null>(null);
  /** The item whose boxes are open. */
  open = $state<string | null>(null);
  saving = $state(false);
  tried = $state(false);
  restored = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** What somebody else saved for that day meanwhile. */
  theirs = $state.raw<Setting<Kind> | null>(null);
  readonly #kept: KeptDraft<Typed<Draft>>;
  #keys = 0;

  /** The list that is looked at. */
  readonly shown: InForce<Kind> = $derived(this.lists.versions.find(({ from }) => from === this.day) ?? this.lists.inForce);
  readonly errors: Record<string, DraftErrors> = $derived(
    Object.fromEntries((this.typed?.items ?? []).map((draft) => [draft.key, this.form.errorsOf(draft as Draft)])),
  );
  readonly wrong: readonly string[] = $derived(
    Object.entries(this.errors).flatMap(([key, one]) => (Object.keys(one).length > 0 ? [key] : [])),
  );
  readonly wrongDay: string | undefined = $derived(
    this.typed !== null && parseDay(this.typed.from) === null ? 'Nhập ngày bắt đầu áp dụng, như 01/12/2026.' : undefined,
  );
  /** What saving would do to the list that is looked at, in one phrase. */
  readonly change: string = $derived.by(() => (this.wrong.length > 0 ? '' : this.differences(this.shown.value)));

  constructor(form: SettingsForm<Kind, Draft>, lists: Lists<Kind>, subject: string) {
    this.form = form;
    this.lists = lists;
    this.#kept = keptDraft(localStorage, `settings/${subject}/${form.kind}`, (value) => isTyped(value, form.blank('')));
    this.typed = this.#kept.read();
    this.restored = this.typed !== null;
  }

  /** Call in an effect: keeps what is typed for as long as it is not saved. */
  keep(): void {
    this.#kept.write(this.typed === null ? null : ($state.snapshot(this.typed) as Typed<Draft>));
  }

  /** Begins to type: over the list of its own day, or from it a new one for another day. */
  edit(how: 'correct' | 'new', today: string): void {
    const { from, source = '', value } = this.shown;
    const own = how === 'correct' ? this.lists.versions.find((version) => version.from === from) : undefined;
    this.typed = {
      from: formatShortDay(own?.from ?? today),
      version: own?.version ?? 0,
      source: own ? source : '',
      items: value.map((item) => this.form.draftOf(item as ItemOf<Kind>)),
    };
    [this.open, this.tried, this.restored, this.failure, this.theirs] = [null, false, false, null, null];
  }

  /** Puts a new item at the top, with its boxes open. */
  add(): void {
    const key = `moi-${Date.now()}-${(this.#keys += 1)}`;
    this.typed?.items.unshift(this.form.blank(key));
    this.open = key;
  }

  remove(key: string): void {
    if (this.typed) this.typed.items = this.typed.items.filter((draft) => draft.key !== key);
  }

  discard(): void {
    [this.typed, this.failure, this.theirs, this.restored, this.tried] = [null, null, null, false, false];
  }

  /** True when it is saved; else the first place that is wrong is open, or the failure is said. What is typed stays. */
  async save(): Promise<boolean> {
    this.tried = true;
    const { typed } = this;
    const from = typed && parseDay(typed.from);
    this.open = this.wrong[0] ?? this.open;
    if (!typed || !from || this.saving || this.wrong.length > 0) return false;
    [this.saving, this.failure] = [true, null];
    const source = cleanText(typed.source);
    const value = itemsOf(this.form, $state.snapshot(typed.items) as Draft[]);
    try {
      await adminApi.saveSettings(this.form.kind, from, { value, version: typed.version, ...(source !== undefined && { source }) });
      this.lists = await adminApi.settings(this.form.kind);
      this.discard();
      this.day = from === this.lists.inForce.from ? null : from;
      return true;
    } catch (thrown) {
      this.failure = failureFrom(thrown);
      if (this.failure.code === 'version-conflict') await this.#meet(from);
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** After a conflict: saves what is typed here over what is there now, or drops it and looks at what is there. */
  async settle(keep: 'mine' | 'theirs'): Promise<boolean> {
    const { theirs, typed } = this;
    if (theirs === null || typed === null) return false;
    if (keep === 'mine') {
      typed.version = theirs.version;
      [this.theirs, this.failure] = [null, null];
      return this.save();
    }
    this.discard();
    this.day = theirs.from;
    return true;
  }

  /** What the list that is typed here would change of theirs. */
  differences(theirs: SettingValue<Kind>): string {
    return this.typed === null ? '' : changeWords(theirs, itemsOf(this.form, $state.snapshot(this.typed.items) as Draft[]));
  }

  async #meet(from: string): Promise<void> {
    const lists = await adminApi.settings(this.form.kind).catch(() => null);
    if (lists === null) return;
    this.lists = lists;
    this.theirs = lists.versions.find((version) => version.from === from) ?? null;
  }
}

/** Whether a value from the browser's storage is what this version of the page would have kept. */
function isTyped<Draft extends Drafted>(value: unknown, blank: Draft): value is Typed<Draft> {
  const typed = value as Partial<Typed<Draft>>;
  const keys = Object.keys(blank);
  return (
    typeof typed.from === 'string' &&
    typeof typed.version === 'number' &&
    typeof typed.source === 'string' &&
    Array.isArray(typed.items) &&
    typed.items.every((item: unknown) => typeof item === 'object' && item !== null && keys.every((key) => key in item))
  );
}
