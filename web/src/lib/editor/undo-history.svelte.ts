// What can be taken back and done again. A step is one act of the person, however many elements it touched.
import { elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';

/** `key` joins keystrokes in one box into one step; absent = a step of its own. */
export type Step = { undo: Edit[]; redo: Edit[]; key?: string };

const LONGEST = 200;

/** The last 200 steps and those taken back. It only keeps the edits: whoever asks for a step applies them. */
export class UndoHistory {
  #done = $state.raw<readonly Step[]>([]);
  #undone = $state.raw<readonly Step[]>([]);

  readonly canUndo = $derived(this.#done.length > 0);
  readonly canRedo = $derived(this.#undone.length > 0);

  /** Adds a step, joined to the last one when they have the same `key`; what was taken back cannot be done again after it. */
  record(step: Step): void {
    const last = this.#done.at(-1);
    const joined = last !== undefined && step.key !== undefined && last.key === step.key ? { ...step, undo: last.undo } : step;
    this.#done = [...(joined === step ? this.#done : this.#done.slice(0, -1)), joined].slice(-LONGEST);
    this.#undone = [];
  }

  /** Ends the joining of keystrokes: what is typed from now on is another step. */
  close(): void {
    const last = this.#done.at(-1);
    if (last?.key !== undefined) this.#done = [...this.#done.slice(0, -1), { undo: last.undo, redo: last.redo }];
  }

  /** The step to take back, which counts as taken back from now on; undefined when there is none. */
  undo(): Step | undefined {
    const step = this.#done.at(-1);
    if (step === undefined) return undefined;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, step];
    return step;
  }

  /** The step to do again, which counts as done from now on; undefined when there is none. */
  redo(): Step | undefined {
    const step = this.#undone.at(-1);
    if (step === undefined) return undefined;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    return step;
  }

  /** Somebody else has changed these elements since: taking back what I did to them would take back theirs. */
  forget(elements: ReadonlySet<string>): void {
    const untouched = (step: Step) => !step.redo.some((edit) => elements.has(elementOf(edit)));
    this.#done = this.#done.filter(untouched);
    this.#undone = this.#undone.filter(untouched);
  }
}
