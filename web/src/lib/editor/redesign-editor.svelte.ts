// The editor of one redesign: what is marked, what it measures, what it lacks; every act is a batch of edits that can be taken back.
import { type Element, type ElementKind, elements } from '#procedures/definition/elements.ts';
import { same } from '#procedures/definition/same.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { Measure } from '#procedures/proposal/proposal.ts';
import { type Gap, type Missing, redesignGaps } from '#procedures/redesign/completeness.ts';
import { counts } from '#procedures/redesign/count.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { applyEdit, applyEdits, type Content, elementOf, inverse } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Ground } from '#procedures/redesign/ground.ts';
import type { AddedField, Mark, Treatment } from '#procedures/redesign/mark.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import { measure } from '#procedures/redesign/measure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { allowedTreatments } from '#procedures/redesign/treatments.ts';
import type { Register } from '#procedures/registers/register.ts';
import type { Person } from '#procedures/review/person.ts';
import { type Action, may, type Permission } from '#procedures/review/transitions.ts';
import { fieldNumbers } from '#lib/sheet/sections.ts';
import { markedSentence, measureSentence, mergedSentence } from './announcements.ts';
import { type MarkPatch, patched, treated } from './changed-mark.ts';
import { withDependants } from './dependants.ts';
import { type Repeat, repeats } from './repeats.ts';
import { type QueueOptions, type Rejected, SaveQueue } from './save-queue.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { UndoHistory } from './undo-history.svelte.ts';
import { withAdded } from './with-added.ts';

export type Tab = 'forms' | 'documents' | 'channels' | 'steps' | 'history';
export type View = 'work' | 'before' | 'after';

/** What the page knows when it opens a redesign. `now` gives the moment, ISO 8601. */
export type EditorOptions = Pick<QueueOptions, 'send' | 'store' | 'delays' | 'now'> & {
  redesign: Redesign;
  baseline: Revision;
  plan: Plan;
  rule: CountingRule;
  registers: readonly Register[];
  grounds: readonly Ground[];
  person: Person;
};

/** How an act is kept: keystrokes of one box (`key`) make one step and wait for a pause before they are sent. */
type Act = { key?: string; announce?: string };

/** What a page that only looks may still do. */
const TALKING: ReadonlySet<Action> = new Set<Action>(['comment', 'reply', 'resolve']);

const TABS: Record<ElementKind, Tab> = {
  field: 'forms',
  document: 'documents',
  channel: 'channels',
  step: 'steps',
  authority: 'steps',
  result: 'steps',
};

/**
 * Screens read its derived values and call its acts, which apply at once and are saved behind. An act that returns a boolean answers
 * false when nothing was changed: it was empty, not permitted, or refused, and then `refused` says why.
 */
export class RedesignEditor {
  readonly baseline: Revision;
  readonly plan: Plan;
  readonly rule: CountingRule;
  readonly registers: readonly Register[];
  readonly grounds: readonly Ground[];
  readonly person: Person;
  readonly elements: ReadonlyMap<string, Element>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly repeats: ReadonlyMap<string, Repeat>;
  readonly threshold: number;
  readonly queue: SaveQueue;
  readonly history = new UndoHistory();
  readonly selection = new Selection(() => this.#order());

  tab = $state<Tab>('forms');
  /** The sheet to work on, or as it is asked today, or as it will be asked. */
  view = $state<View>('work');
  /** Where a new field is about to be added. */
  adding = $state.raw<{ form: string; after?: string } | null>(null);
  /** The panel on narrow screens; wide ones always show it. */
  panelOpen = $state(false);
  announcement = $state('');
  /** Why this page only looks, whatever the table of states says: it has handed over. */
  locked = $state<string | null>(null);
  /** The last act that could not be done, and why. */
  refused = $state.raw<Rejected | null>(null);

  /** The moment, ISO 8601. */
  readonly now: () => string;

  constructor(options: EditorOptions) {
    ({ baseline: this.baseline, plan: this.plan, rule: this.rule, registers: this.registers } = options);
    ({ grounds: this.grounds, person: this.person, now: this.now } = options);
    const { procedure } = options.baseline;
    const counted = (field: Field) => this.counted(field);
    this.elements = new Map(elements(procedure).map((element) => [element.id, element]));
    this.numbers = fieldNumbers(procedure.forms, counted);
    this.repeats = repeats(procedure, counted);
    this.threshold = options.plan.targets[0]?.threshold ?? 0;
    this.queue = new SaveQueue({
      saved: options.redesign,
      send: options.send,
      store: options.store,
      now: options.now,
      delays: options.delays,
      judge: (redesign, edits) => this.#refusals(redesign, edits),
      barred: (redesign) => {
        const permission = this.#may('edit', redesign);
        return permission.allowed ? null : permission.because;
      },
      onmerged: (touched, by) => {
        this.history.forget(touched);
        this.announcement = mergedSentence(
          by,
          [...touched].map((id) => this.label(id)),
        );
      },
    });
  }

  readonly marks = $derived.by(() => this.queue.content.marks);
  readonly added = $derived.by(() => this.queue.content.added);
  readonly measure: Measure = $derived.by(() => measure(this.baseline.procedure, this.marks, this.added, this.rule, this.threshold));
  readonly gaps: readonly Gap[] = $derived.by(() => redesignGaps(this.baseline.procedure, this.marks, this.added, this));
  readonly #gapsByElement = $derived.by(() => Map.groupBy(this.gaps, (gap) => gap.element));
  /** What is marked and added: what a submission would freeze. */
  readonly changes = $derived.by(() => Object.values(this.marks).filter((mark) => mark.treatment !== 'keep').length + this.added.length);
  readonly redesign: Redesign = $derived.by(() => ({ ...this.queue.saved, ...this.queue.content }));
  readonly editing: Permission = $derived.by(() => {
    if (this.queue.trouble?.why === 'barred') return { allowed: false, because: this.queue.trouble.message };
    return this.may('edit');
  });

  /** Whether this person may do it in the state that is saved; if not, why, in Vietnamese. */
  may(action: Action): Permission {
    if (this.locked !== null && !TALKING.has(action)) return { allowed: false, because: this.locked };
    return this.#may(action, this.queue.saved);
  }

  /** Whether the field is declared information under the rule of the plan. */
  counted(field: Field): boolean {
    return counts(field, this.rule).counts;
  }

  /** The mark of an element as it stands here, saved or not; undefined without one. */
  markOf(id: string): Mark | undefined {
    return markOf(this.marks, id);
  }

  /** The new field of this id, with its place and its reasons; undefined for fields of the baseline. */
  addedOf(id: string): AddedField | undefined {
    return this.added.find((one) => one.field.id === id);
  }

  /** The label of an element or new field; the id itself where neither is known. */
  label(id: string): string {
    return this.elements.get(id)?.label ?? this.addedOf(id)?.field.label ?? id;
  }

  /** What keeps the element from being submitted; empty when nothing does. */
  gapsOf(id: string): readonly Gap[] {
    return this.#gapsByElement.get(id) ?? [];
  }

  /** `mục 4` where the field has a number, else its label in quotes. */
  place(id: string): string {
    const number = this.numbers.get(id);
    return number === undefined ? `“${this.label(id)}”` : `mục ${number}`;
  }

  /** What the element lacks, in the order in which it is asked. */
  missing(id: string): readonly Missing[] | undefined {
    return this.#gapsByElement.get(id)?.map((gap) => gap.missing);
  }

  /** Gives the elements a treatment, where their kind allows it; `keep` takes the mark away. */
  treat(ids: readonly string[], treatment: Treatment): boolean {
    const edits = ids.flatMap((id): Edit[] => {
      const element = this.elements.get(id);
      const mark = this.markOf(id);
      if (element === undefined || !allowedTreatments(element.kind).includes(treatment) || (mark?.treatment ?? 'keep') === treatment)
        return [];
      return [treatment === 'keep' ? { kind: 'unmark', element: id } : { kind: 'mark', element: id, mark: treated(mark, treatment) }];
    });
    return this.apply(edits, {
      announce: markedSentence(
        edits.map((edit) => this.label(elementOf(edit))),
        treatment,
      ),
    });
  }

  /** Changes what the marks of these elements say; elements without a mark are left alone. */
  patch(ids: readonly string[], patch: MarkPatch, key?: string): boolean {
    const edits = ids.flatMap((id): Edit[] => {
      const mark = this.markOf(id);
      if (mark === undefined) return [];
      const next = patched(mark, patch);
      return same(mark, next) ? [] : [{ kind: 'mark', element: id, mark: next }];
    });
    return this.apply(edits, { key: key === undefined ? undefined : `${key} ${ids.join(' ')}` });
  }

  /** Opens the form for a new field of a form, behind the active field where that stands in it, else at the end. */
  startAdding(form: string): void {
    const fields = this.baseline.procedure.forms.find((one) => one.id === form)?.fields ?? [];
    const after = fields.find((field) => field.id === this.selection.active) ?? fields.at(-1);
    this.adding = after === undefined ? { form } : { form, after: after.id };
    this.panelOpen = true;
  }

  /** Puts a new field on its form; one step to take back. */
  addField(added: AddedField): boolean {
    return this.apply([{ kind: 'addField', added }], { announce: `Đã thêm ${added.field.label}.` });
  }

  /** Replaces a new field; `key` joins the keystrokes of one box into one step. */
  changeField(added: AddedField, key?: string): boolean {
    return this.apply([{ kind: 'changeField', added }], { key: key === undefined ? undefined : `${key} ${added.field.id}` });
  }

  /** Takes a new field off its form again, by its id; refused while others depend on it. */
  dropField(field: string): boolean {
    return this.apply([{ kind: 'dropField', field }], { announce: `Đã bỏ trường mới ${this.label(field)}.` });
  }

  /** One act: all of the edits or, with the reasons in `refused`, none. */
  apply(edits: readonly Edit[], { key, announce }: Act = {}): boolean {
    if (edits.length === 0 || !this.editing.allowed) return false;
    const refusals = this.#refusals(this.redesign, edits);
    if (refusals.length > 0) {
      this.refused = { refusals, edits: [...edits] };
      this.announcement = refusals.map((one) => one.message).join(' ');
      return false;
    }
    this.refused = null;
    this.history.record({ undo: this.#inverses(edits), redo: [...edits], key });
    this.queue.push(edits, key !== undefined);
    if (announce) this.#announce(announce);
    return true;
  }

  /** A box was left: what it holds is sent now, and the next keystrokes are another step. */
  leave(): void {
    this.history.close();
    void this.queue.flush();
  }

  /** Takes the last step back and shows where; what cannot stand by now is announced instead. */
  undo(): void {
    this.#replay(this.history.undo()?.undo, 'Đã hoàn tác.');
  }

  /** Does again the last step that was taken back, under the same conditions. */
  redo(): void {
    this.#replay(this.history.redo()?.redo, 'Đã làm lại.');
  }

  /** A rejected act together with the removal of all that stands in its way; null where that cannot be done by removing. */
  completed({ edits }: Rejected): { edits: Edit[]; labels: string[] } | null {
    return withDependants(
      edits,
      (batch) => this.#refusals(this.redesign, batch),
      (id) => this.elements.get(id)?.kind ?? (this.addedOf(id) ? 'added' : undefined),
    );
  }

  /** Opens a tab with nothing active in it. */
  openTab(tab: Tab): void {
    if (tab === this.tab) return;
    this.tab = tab;
    this.selection.go(null);
  }

  /** Chooses every element of the open tab that has a number or a treatment of its own. */
  chooseAll(): void {
    this.selection.choose(this.selection.order.filter((id) => this.elements.has(id) && (this.tab !== 'forms' || this.numbers.has(id))));
  }

  /** Shows the tab on which an element stands and makes it the active one. */
  show(id: string): void {
    const element = this.elements.get(id);
    this.tab = element === undefined ? 'forms' : TABS[element.kind];
    this.selection.go(id);
    this.adding = null;
    this.panelOpen = true;
    const about = (this.refused?.refusals ?? []).flatMap((one) => [one.element, ...(one.dependants ?? []).map((each) => each.id)]);
    if (!about.includes(id)) this.refused = null;
  }

  /** What can be walked through on the open tab. */
  #order(): string[] {
    if (this.tab === 'forms')
      return this.baseline.procedure.forms.flatMap((form) => withAdded(form, this.added).fields.map((field) => field.id));
    return [...this.elements.values()].filter((element) => TABS[element.kind] === this.tab).map((element) => element.id);
  }

  #replay(edits: readonly Edit[] | undefined, said: string): void {
    if (edits === undefined || !this.editing.allowed) return;
    const refusals = this.#refusals(this.redesign, edits);
    if (refusals.length > 0) {
      this.announcement = `Không làm được: ${refusals.map((one) => one.message).join(' ')}`;
      return;
    }
    this.queue.push(edits);
    const first = edits[0];
    if (first !== undefined) this.show(elementOf(first));
    this.#announce(said);
  }

  /** The edits that take a batch back, last one first. */
  #inverses(edits: readonly Edit[]): Edit[] {
    let content: Content = this.queue.content;
    const undo: Edit[] = [];
    for (const edit of edits) {
      undo.unshift(inverse(content, edit));
      content = applyEdit(content, edit);
    }
    return undo;
  }

  #announce(said: string): void {
    this.announcement = `${said} ${measureSentence(this.measure)}`;
  }

  #refusals(redesign: Redesign, edits: readonly Edit[]) {
    const result = applyEdits(redesign, this.baseline.procedure, edits, this.rule, { name: this.person.name, at: this.now() });
    return result.ok ? [] : result.refusals;
  }

  #may(action: Action, { state, office }: Redesign): Permission {
    const officeName = this.plan.offices.find((one) => one.id === office)?.name;
    return may(this.person, action, { state, office, ...(officeName === undefined ? {} : { officeName }) });
  }
}
