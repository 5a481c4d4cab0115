// The letter while it is typed: ahead of the server, kept in the browser, brought together with what others save meanwhile.
import { type Failure, failureFrom } from '#lib/failure.ts';
import type { KeptDraft } from '#lib/kept-draft.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import { changedParts, isLetterText, type LetterText, mergeText, type Part, toContent, toText } from './letter-text.ts';

type Head = Pick<Submission, 'version' | 'title' | 'grouping' | 'letter' | 'updatedBy' | 'updatedAt'>;
type Kept = { base: LetterText; mine: LetterText };
type Send = (version: number, content: ReturnType<typeof toContent>) => Promise<unknown>;

/** What both have written differently: theirs, and who wrote it. */
export type BothWrote = { part: Part; theirs: string; by: string; at: string };

/** Whether what a browser kept is such a draft. */
export const isKeptLetter = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'base' in value && 'mine' in value && isLetterText(value.base) && isLetterText(value.mine);

/** Nothing that is typed is lost: it stays through errors, reloads and the changes of others until it is saved or given up. */
export class LetterDraft {
  text = $state<LetterText>() as LetterText;
  conflicts = $state.raw<readonly BothWrote[]>([]);
  failure = $state.raw<Failure | null>(null);
  saving = $state(false);
  /** Set when a draft of an earlier visit was found. */
  recovered = $state(false);
  /** False when the browser could not keep what is typed. */
  kept = $state(true);
  #base = $state.raw<LetterText>() as LetterText;
  readonly changed: Part[] = $derived(changedParts(this.#base, this.text));
  readonly #store: KeptDraft<Kept>;

  constructor(head: Head, store: KeptDraft<Kept>) {
    this.#store = store;
    [this.#base, this.text] = [toText(head), toText(head)];
    const left = store.read();
    if (left === null || changedParts(left.base, left.mine).length === 0) return;
    this.#bring(left.base, left.mine, head);
    this.recovered = this.changed.length > 0;
  }

  /** Call whenever the text may have changed. */
  keep(): void {
    this.kept = this.#store.write(this.changed.length === 0 ? null : { base: this.#base, mine: { ...this.text } });
  }

  /** What somebody else has saved meanwhile goes under what is typed here. */
  moveOnto(head: Head): void {
    this.#bring(this.#base, { ...this.text }, head);
    this.keep();
  }

  /** True when the server has everything; a version conflict leaves what is typed and asks about what both wrote. */
  async save(head: Head, send: Send): Promise<boolean> {
    [this.saving, this.failure, this.recovered] = [true, null, false];
    const sent = { ...this.text };
    try {
      await send(head.version, toContent(sent));
      this.#base = sent;
      this.keep();
      return true;
    } catch (thrown) {
      this.failure = failureFrom(thrown);
      return false;
    } finally {
      this.saving = false;
    }
  }

  /** Ends a conflict: mine stays to be saved, or theirs takes its place. */
  resolve(part: Part, choice: 'mine' | 'theirs'): void {
    const held = this.conflicts.find((one) => one.part === part);
    if (held && choice === 'theirs') this.text = { ...this.text, [part]: held.theirs };
    this.conflicts = this.conflicts.filter((one) => one !== held);
    this.keep();
  }

  /** Gives up what is typed and not saved. */
  forgo(): void {
    this.text = { ...this.#base };
    [this.conflicts, this.failure, this.recovered] = [[], null, false];
    this.keep();
  }

  #bring(base: LetterText, mine: LetterText, head: Head): void {
    const theirs = toText(head);
    const { text, both } = mergeText(base, mine, theirs);
    [this.#base, this.text] = [theirs, text];
    const still = this.conflicts.map(({ part }) => part).filter((part) => changedParts(text, theirs).includes(part));
    const asked = [...new Set([...still, ...both])];
    this.conflicts = asked.map((part) => ({ part, theirs: theirs[part], by: head.updatedBy, at: head.updatedAt }));
  }
}
