// The decision while it is typed, kept in the browser until it is recorded.
import type { KeptDraft } from '#lib/kept-draft.ts';
import { type DecisionText, type Exception, type Lack, lacksOf } from './decision-text.ts';

/** Begins with what the browser kept, else with what the letterhead says. Nothing typed is lost before it is recorded. */
export class DecisionDraft {
  text = $state<DecisionText>() as DecisionText;
  readonly recovered: boolean;
  readonly lacks: Lack[] = $derived(lacksOf(this.text));
  /** How many proposals were approved in part, and how many not. */
  readonly partly = $derived(this.#count('partly'));
  readonly rejected = $derived(this.#count('rejected'));
  readonly #store: KeptDraft<DecisionText>;
  readonly #first: DecisionText;

  constructor(first: DecisionText, store: KeptDraft<DecisionText>) {
    const left = store.read();
    [this.#store, this.#first, this.text, this.recovered] = [store, first, left ?? first, left !== null];
  }

  /** Call whenever something may have been typed. */
  keep(): void {
    const typed = $state.snapshot(this.text);
    this.#store.write(JSON.stringify(typed) === JSON.stringify(this.#first) ? null : typed);
  }

  /** Everything as at the beginning. */
  forgo(): void {
    this.text = this.#first;
    this.forget();
  }

  /** After it was recorded. */
  forget(): void {
    this.#store.write(null);
  }

  outcomeOf(redesign: string): Exception['outcome'] | 'approved' {
    return this.text.exceptions[redesign]?.outcome ?? 'approved';
  }

  /** What was typed before about the proposal stays when its outcome changes between two that need a reason. */
  decide(redesign: string, outcome: Exception['outcome'] | 'approved', reason?: string): void {
    if (outcome === 'approved') {
      const { [redesign]: _, ...others } = this.text.exceptions;
      this.text.exceptions = others;
      return;
    }
    const before = this.text.exceptions[redesign];
    this.text.exceptions[redesign] = { outcome, reason: reason ?? before?.reason ?? '', marks: before?.marks ?? null };
  }

  #count(outcome: Exception['outcome']): number {
    return Object.values(this.text.exceptions).filter((one) => one.outcome === outcome).length;
  }
}
