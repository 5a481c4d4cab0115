// The queue between the editor and the server: one request in flight, everything else waits, nothing is lost on the way.
import { same } from '#procedures/definition/same.ts';
import { applyEdit, type Content, elementOf } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { type Conflict, rebase } from '#procedures/redesign/merge.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Refusal } from '#procedures/redesign/refusal.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';
import { compact } from './compact.ts';
import { arrived, sharing, slice } from './content.ts';
import type { SaveState, Trouble } from './save-state.ts';
import type { Unsaved, UnsavedStore } from './unsaved-store.ts';

/** Sends a batch made on that version; resolves to the redesign as saved, rejects with ApiError. */
export type Send = (edits: readonly Edit[], version: number) => Promise<Redesign>;
/** My edit and what somebody else made of the same element; `base` is what both started from. */
export type HeldConflict = Conflict & { by: string; at: string; base: Content };
/** Edits that cannot stand, and why. */
export type Rejected = { refusals: Refusal[]; edits: Edit[] };

export type QueueOptions = {
  saved: Redesign;
  send: Send;
  store: UnsavedStore;
  /** What of these edits cannot stand on this redesign. */
  judge: (redesign: Redesign, edits: readonly Edit[]) => Refusal[];
  /** Why this redesign cannot be edited now, if it cannot. */
  barred: (redesign: Redesign) => string | null;
  /** The moment, ISO 8601. */
  now: () => string;
  /** Somebody else's changes arrived: elements they touched, and who. */
  onmerged?: (elements: ReadonlySet<string>, by: string) => void;
  /** Milliseconds: quiet after a keystroke, first and longest pause between attempts. */
  delays?: { typing: number; first: number; longest: number };
};

/** As many edits as the server takes in one batch, with room to spare in the 256 kB of a body. */
const BATCH = 400;
const DELAYS = { typing: 600, first: 1000, longest: 30_000 };

/**
 * Keeps `content` (what the person sees) ahead of `saved` (what the server has) and brings the two together. It never throws: what
 * stands in the way shows in `trouble`, `conflicts` and `rejected`.
 */
export class SaveQueue {
  /** As the server has it. */
  saved: Redesign;
  #waiting = $state.raw<readonly Edit[]>([]);
  #sending = $state.raw<readonly Edit[]>([]);
  conflicts = $state.raw<readonly HeldConflict[]>([]);
  rejected = $state.raw<Rejected | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** False when the browser could not keep the unsaved edits for a reload. */
  kept = $state(true);
  #since = $state.raw('');

  readonly unsaved = $derived([...this.#sending, ...this.#waiting]);
  readonly content: Content = $derived.by(() =>
    this.unsaved.reduce<Content>(applyEdit, { marks: this.saved.marks, added: this.saved.added }),
  );
  readonly state: SaveState = $derived.by(() => this.#state());

  readonly #options: QueueOptions;
  readonly #delays: NonNullable<QueueOptions['delays']>;
  #lost: Edit[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: Promise<void> | undefined;
  #attempts = 0;

  /** Takes up at once what an earlier page left unsaved in the browser. */
  constructor(options: QueueOptions) {
    this.#options = options;
    this.#delays = options.delays ?? DELAYS;
    this.saved = $state.raw(options.saved);
    this.#takeUp(options.store.read());
  }

  /** Puts edits behind those that wait. While `typing`, the request waits for a pause. */
  push(edits: readonly Edit[], typing = false): void {
    if (this.unsaved.length + this.conflicts.length === 0) this.#since = this.#options.now();
    this.#waiting = compact([...this.#waiting, ...edits]);
    this.#keep();
    if (this.trouble?.why === 'refused') this.trouble = null;
    if (this.trouble === null) this.#schedule(typing ? this.#delays.typing : 0);
  }

  /** Sends at once; true when everything is on the server, false when something stands in the way. */
  async flush(): Promise<boolean> {
    while (this.unsaved.length > 0) {
      if (this.#request === undefined) this.#start();
      await this.#request;
      if (this.trouble !== null) return false;
    }
    return this.conflicts.length === 0;
  }

  /** After the connection or the session came back. */
  retry(): void {
    if (this.trouble === null || this.trouble.why === 'barred') return;
    this.#attempts = 0;
    this.trouble = null;
    if (this.#waiting.length > 0) this.#schedule(0);
  }

  /** After somebody has signed in again. */
  retrySession(): void {
    if (this.trouble?.why === 'session') this.retry();
  }

  /** Takes over a redesign that another act (submit, discard, restore) has returned. */
  adopt(redesign: Redesign): void {
    this.saved = sharing(redesign, this.content);
    if (this.trouble?.why === 'barred' && this.#options.barred(redesign) === null) this.trouble = null;
  }

  /** Somebody else's newer version has arrived by itself: the same as when it stands in the way of a save. */
  catchUp(theirs: Redesign): void {
    if (this.#request === undefined && theirs.version > this.saved.version) this.#moveOnto(theirs);
    if (this.#waiting.length > 0 && this.trouble === null) this.#schedule(0);
  }

  /** Ends a conflict: mine goes on top of theirs, or theirs stays. */
  resolve(element: string, choice: 'mine' | 'theirs'): void {
    const held = this.conflicts.find((one) => one.element === element);
    this.conflicts = this.conflicts.filter((one) => one !== held);
    if (held !== undefined && choice === 'mine') this.push([held.mine]);
    this.#keep();
  }

  /** Gives up what is not saved. */
  forgo(): void {
    clearTimeout(this.#timer);
    [this.#waiting, this.conflicts, this.#lost] = [[], [], []];
    this.#keep();
  }

  /** For a page that is left: no request is begun, one under way goes on. What is unsaved stays in the browser. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #state(): SaveState {
    if (this.unsaved.length > 0) {
      return this.trouble === null ? { kind: 'saving' } : { kind: 'unsaved', since: this.#since, trouble: this.trouble };
    }
    const count = this.conflicts.length;
    return count > 0 ? { kind: 'conflict', since: this.#since, count } : { kind: 'saved', at: this.saved.updatedAt };
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), delay);
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#request !== undefined || this.#waiting.length === 0) return;
    const barred = this.#options.barred(this.saved);
    if (barred !== null) {
      this.trouble = { why: 'barred', message: barred };
      return;
    }
    this.#request = this.#transmit().finally(() => {
      this.#request = undefined;
      if (this.#timer === undefined && this.#waiting.length > 0 && this.trouble === null) this.#schedule(0);
    });
  }

  async #transmit(): Promise<void> {
    [this.#sending, this.#waiting] = [this.#waiting.slice(0, BATCH), this.#waiting.slice(BATCH)];
    try {
      const answer = await this.#options.send(this.#sending, this.saved.version);
      [this.saved, this.#sending] = [sharing(answer, this.content), []];
      [this.trouble, this.#attempts, this.#lost] = [null, 0, []];
    } catch (thrown) {
      const failure = failureFrom(thrown);
      if (isLost(failure)) this.#lost = [...this.#lost, ...this.#sending];
      [this.#waiting, this.#sending] = [compact([...this.#sending, ...this.#waiting]), []];
      this.#meet(failure);
    }
    this.#keep();
  }

  #meet(failure: Failure): void {
    const { status, current, refusals = [], detail } = failure;
    if (status === 409 && current !== undefined) return this.#moveOnto(current, failure.writtenBy, failure.writtenAt);
    if (isLost(failure)) return this.#tryAgain(status === 0 ? 'offline' : 'server', detail);
    if (status === 401) this.trouble = { why: 'session', message: detail };
    else if (status === 403) this.trouble = { why: 'barred', message: detail };
    else if (failure.code === 'refused' && this.#reject(refusals)) return;
    else this.trouble = { why: 'refused', message: detail };
  }

  #tryAgain(why: 'offline' | 'server', message: string): void {
    this.trouble = { why, message };
    const pause = Math.min(this.#delays.first * 2 ** this.#attempts, this.#delays.longest);
    this.#attempts += 1;
    this.#schedule(pause);
  }

  /** Somebody else has saved in the meantime: what they left alone is sent again, what both touched is asked. */
  #moveOnto(theirs: Redesign, by = theirs.updatedBy, at = theirs.updatedAt): void {
    [this.trouble, this.#attempts] = [null, 0];
    const base = arrived(this.saved, theirs, this.#lost);
    const before = this.content;
    const { edits, conflicts } = rebase(base, theirs, this.#waiting);
    const held = conflicts.map((one) => ({ ...one, by, at, base: slice(base, [one.element]) }));
    [this.#waiting, this.#lost] = [edits, []];
    this.conflicts = [...this.conflicts.filter((one) => !held.some((each) => each.element === one.element)), ...held];
    const touched = touchedBetween(base, theirs);
    this.saved = sharing(theirs, before);
    this.#judgeWaiting();
    if (touched.size > 0) this.#options.onmerged?.(touched, by);
  }

  /** What a reload or a lost connection left behind is put on top of what the server has now. */
  #takeUp(left: readonly Unsaved[]): void {
    for (const { base, edits, lost, since } of left) {
      const { edits: mine, conflicts } = rebase(arrived(base, this.saved, lost), this.saved, edits);
      const { updatedBy: by, updatedAt: at } = this.saved;
      this.conflicts = [...this.conflicts, ...conflicts.map((one) => ({ ...one, by, at, base }))];
      this.#waiting = compact([...this.#waiting, ...mine]);
      this.#since = this.#since || since;
    }
    if (left.length === 0) return;
    this.#judgeWaiting();
    this.#keep();
    if (this.#waiting.length > 0) this.#schedule(0);
  }

  #judgeWaiting(): void {
    while (this.#waiting.length > 0 && this.#reject(this.#options.judge(this.saved, this.#waiting)));
  }

  /** Takes refused edits out of the queue and keeps them for the person to see; false when none of them was waiting. */
  #reject(refusals: Refusal[]): boolean {
    const refused = new Set(refusals.map((one) => one.element));
    const edits = this.#waiting.filter((edit) => refused.has(elementOf(edit)));
    if (edits.length === 0) return false;
    this.#waiting = this.#waiting.filter((edit) => !edits.includes(edit));
    this.rejected = { refusals: [...(this.rejected?.refusals ?? []), ...refusals], edits: [...(this.rejected?.edits ?? []), ...edits] };
    return true;
  }

  #keep(): void {
    const edits = this.unsaved;
    const lost = [...this.#lost, ...this.#sending];
    const own = edits.length === 0 ? [] : [{ base: slice(this.saved, [...edits, ...lost].map(elementOf)), edits, lost }];
    const held = this.conflicts.map(({ base, mine }) => ({ base, edits: [mine], lost: [] }));
    this.kept = this.#options.store.write([...own, ...held].map((one) => ({ ...one, since: this.#since })));
  }
}

/** Whether the answer is unknown: the request may have been carried out, and may be tried again. */
function isLost({ status }: Failure): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

function touchedBetween(base: Content, theirs: Content): Set<string> {
  const ids = [
    ...Object.keys(base.marks),
    ...Object.keys(theirs.marks),
    ...base.added.map((one) => one.field.id),
    ...theirs.added.map((one) => one.field.id),
  ];
  const differs = (id: string) => !same(slice(base, [id]), slice(theirs, [id]));
  return new Set(ids.filter(differs));
}
