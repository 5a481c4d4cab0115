// The talk about one redesign as a page holds it: the comments, what is being typed, what is on its way.
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { type Failure, failureFrom } from '#lib/failure.ts';
import type { Comment } from '#procedures/review/comment.ts';
import type { Permission } from '#procedures/review/transitions.ts';
import type { TalkDrafts } from './talk-drafts.ts';
import { openByElement, tallyOf } from './threads.ts';

/** The requests; each rejects with ApiError. */
export type TalkWire = {
  list: () => Promise<Comment[]>;
  add: (comment: { element?: string; proposal?: number; text: string }) => Promise<Comment>;
  reply: (comment: Comment, text: string) => Promise<Comment>;
  resolve: (comment: Comment, resolved: boolean) => Promise<Comment>;
};

export type TalkAction = 'comment' | 'reply' | 'resolve';

type Options = {
  wire: TalkWire;
  drafts: TalkDrafts;
  /** Whether this person may do it now; read again whenever the redesign moves on. */
  may: (action: TalkAction) => Permission;
  /** Number of the proposal that new comments are about. */
  proposal?: number;
};

/** The box of a new comment on an element, or on the whole. */
export const newPlace = (element?: string) => `new ${element ?? ''}`;
/** The box of a reply. */
export const replyPlace = ({ id }: Comment) => `reply ${id}`;

/**
 * What is typed stays where it is until the server has it: through another choice, a failure, a reload. Nothing here throws; what went
 * wrong stands in `failure` (reading) and in `problems` (by place, writing).
 */
export class Talk {
  comments = $state.raw<readonly Comment[]>([]);
  /** Whether the comments have arrived at least once. */
  loaded = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** The places whose text is on its way, and the comments that are being resolved. */
  readonly busy = new SvelteSet<string>();
  readonly problems = new SvelteMap<string, string>();
  readonly open: ReadonlyMap<string, number> = $derived.by(() => openByElement(this.comments));
  readonly tally = $derived.by(() => tallyOf(this.comments));
  readonly #typed = new SvelteMap<string, string>();
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    for (const [place, text] of options.drafts.read()) this.#typed.set(place, text);
  }

  /** Whether this person may do it now; if not, why. */
  may(action: TalkAction): Permission {
    return this.#options.may(action);
  }

  /** Fetches the comments, again if need be: what is there meanwhile stays if that fails. */
  async load(): Promise<void> {
    try {
      this.comments = await this.#options.wire.list();
      [this.loaded, this.failure] = [true, null];
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    }
  }

  /** The comments on an element (on the whole without one), oldest first. */
  on(element: string | undefined): readonly Comment[] {
    return this.comments.filter((comment) => comment.element === element);
  }

  /** What is typed at a place. */
  typed(place: string): string {
    return this.#typed.get(place) ?? '';
  }

  /** Keeps what is typed at a place, here and in the browser. */
  type(place: string, text: string): void {
    if (text === '') this.#typed.delete(place);
    else this.#typed.set(place, text);
    this.problems.delete(place);
    this.#options.drafts.write(place, text);
  }

  /** Sends what is typed as a new comment; true when the server has it. */
  async add(element?: string): Promise<boolean> {
    const { wire, proposal } = this.#options;
    const place = newPlace(element);
    const text = this.typed(place).trim();
    if (text === '') return false;
    return this.#send(place, () => wire.add({ ...(element && { element }), ...(proposal && { proposal }), text }));
  }

  /** Sends what is typed as a reply; true when the server has it. */
  async reply(comment: Comment): Promise<boolean> {
    const text = this.typed(replyPlace(comment)).trim();
    return text !== '' && this.#send(replyPlace(comment), () => this.#options.wire.reply(comment, text));
  }

  /** Closes a comment, or opens it again; true when the server has it. */
  async resolve(comment: Comment, resolved: boolean): Promise<boolean> {
    return this.#work(comment.id, () => this.#options.wire.resolve(comment, resolved));
  }

  async #send(place: string, request: () => Promise<Comment>): Promise<boolean> {
    const sent = this.typed(place);
    const done = await this.#work(place, request);
    // Whatever was typed while it was on its way is another text.
    if (done) this.type(place, this.typed(place) === sent ? '' : this.typed(place).replace(sent, ''));
    return done;
  }

  async #work(place: string, request: () => Promise<Comment>): Promise<boolean> {
    if (this.busy.has(place)) return false;
    this.busy.add(place);
    this.problems.delete(place);
    try {
      this.#take(await request());
      return true;
    } catch (thrown) {
      const failure = failureFrom(thrown);
      this.problems.set(place, `${failure.title}. ${failure.detail}`);
      // Somebody else was faster: what stands there now is shown.
      if (failure.status === 409) void this.load();
      return false;
    } finally {
      this.busy.delete(place);
    }
  }

  #take(comment: Comment): void {
    const known = this.comments.some(({ id }) => id === comment.id);
    this.comments = known ? this.comments.map((one) => (one.id === comment.id ? comment : one)) : [...this.comments, comment];
  }
}
