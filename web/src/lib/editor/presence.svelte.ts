// Who else has this redesign open, and the polite take-over: one asks, the other's page saves first and then only looks.
import { failureFrom } from '#lib/failure.ts';
import type { Company } from '#procedures/review/presences.ts';

export type Sign = { tab: string; editing: boolean; unsaved: boolean; ask?: boolean; yield?: boolean };
type Answer = Company & { tookOver: { from: string; name: string } | null };
/** `beat` rejects with ApiError; `leave` is sent while the page goes away. */
export type PresenceWire = { beat: (sign: Sign) => Promise<Answer>; leave: (tab: string) => void };

type Options = {
  wire: PresenceWire;
  /** Whose page this is: a subject. */
  me: string;
  /** This page among all open ones: letters, digits and dashes. */
  tab: string;
  /** Whether something typed here is not on the server yet. */
  unsaved: () => boolean;
  /** Sends it; true when everything is there. */
  save: () => Promise<boolean>;
  /** Shows what the others have saved meanwhile. */
  refresh: () => Promise<void>;
  /** The moment, ISO 8601. */
  now: () => string;
};

/** With whom something was agreed, and when. */
type Agreed = { name: string; at: string };

/** Milliseconds between two signs of life: alone, in company, while somebody waits for an answer. */
const PAUSES = { alone: 10_000, together: 5000, waiting: 2500 };
/** Milliseconds without an answer after which the one who asked is told so. */
const PATIENCE = 30_000;
const OTHER_WINDOW = 'Bạn (ở cửa sổ khác)';
const NOBODY: Company = { people: [], asking: null, asked: null };
const NOT_SAVED = 'Chưa bàn giao: còn thay đổi chưa lưu được. Chờ lưu xong rồi bàn giao lại.';

/** Nothing here throws, and nothing is ever taken from anybody: without an answer everything stays as it is. */
export class Presence {
  company = $state.raw<Company>(NOBODY);
  /** To whom this page has handed over: it only looks until it takes back. */
  handedTo = $state.raw<Agreed | null>(null);
  tookFrom = $state.raw<Agreed | null>(null);
  /** Handing over: what was typed is on its way. */
  handing = $state(false);
  problem = $state('');
  #editing = $state(false);
  #putAside = $state<string | null>(null);
  #lastBeat = $state('');
  #next: Partial<Pick<Sign, 'ask' | 'yield'>> = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();
  #stopped = false;
  readonly #options: Options;

  readonly others = $derived.by(() =>
    this.company.people.filter(({ you }) => !you).map((seen) => ({ ...seen, name: this.called(seen.subject, seen.name) })),
  );
  /** Who edits, besides this page. */
  readonly editors = $derived(this.others.filter(({ editing }) => editing));
  /** Who asks this page to hand over, unless that was put aside. */
  readonly asking = $derived.by(() => {
    const { asking } = this.company;
    return asking === null || asking.at === this.#putAside ? null : { ...asking, name: this.called(asking.by, asking.name) };
  });
  /** Whom this page has asked; `silent` when no answer came for half a minute, `saving` while there is something unsaved there. */
  readonly asked = $derived.by(() => {
    const { asked, people } = this.company;
    if (asked === null) return null;
    const silent = Date.parse(this.#lastBeat) - Date.parse(asked.at) >= PATIENCE;
    const saving = people.some(({ subject, unsaved, you }) => !you && subject === asked.of && unsaved);
    return { ...asked, name: this.called(asked.of, asked.name), silent, saving };
  });
  /** Whether this page writes; the one to whom it was handed over writes instead. */
  readonly editing = $derived(this.#editing);

  constructor(options: Options) {
    this.#options = options;
  }

  /** How a person is called here: one may have the redesign open in two windows. */
  called(subject: string, name: string): string {
    return subject === this.#options.me ? OTHER_WINDOW : name;
  }

  /** Gives signs of life from now on. */
  start(): void {
    this.#stopped = false;
    void this.beat();
  }

  /** The page is left. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#options.wire.leave(this.#options.tab);
  }

  /** Something was changed here: the others may know at once. */
  began(): void {
    if (this.#editing || this.handedTo !== null) return;
    this.#editing = true;
    void this.beat();
  }

  /** Asks whoever edits to hand over. */
  ask(): void {
    this.#next.ask = true;
    void this.beat();
  }

  /** Takes the request back. */
  withdraw(): void {
    this.#next.ask = false;
    void this.beat();
  }

  /** Saves what is unsaved, then hands over to the one who asks. Where it cannot be saved, nothing is handed over. */
  async handOver(): Promise<void> {
    const { asking } = this.company;
    if (asking === null || this.handing) return;
    [this.handing, this.problem] = [true, ''];
    this.handedTo = { name: this.called(asking.by, asking.name), at: this.#options.now() };
    if (await this.#options.save()) {
      this.#editing = false;
      this.#next.yield = true;
      await this.beat();
    } else [this.handedTo, this.problem] = [null, NOT_SAVED];
    this.handing = false;
  }

  /** Not now: the request stays, its notice goes. */
  putAside(): void {
    this.#putAside = this.company.asking?.at ?? null;
  }

  /** Back to editing beside the other: what two people change in different places comes together by itself. */
  async editAlong(): Promise<void> {
    this.handedTo = null;
    this.#next.ask = false;
    await this.#options.refresh();
    void this.beat();
  }

  /** The notice about a completed take-over has been read. */
  dismiss(): void {
    this.tookFrom = null;
  }

  /** One sign of life, after those that are under way. */
  async beat(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = this.#last.then(() => this.#once());
    this.#last = turn;
    await turn;
    if (this.#last === turn && !this.#stopped) this.#schedule();
  }

  async #once(): Promise<void> {
    const { wire, tab, unsaved, now } = this.#options;
    const sent = this.#next;
    this.#next = {};
    try {
      const { tookOver, ...company } = await wire.beat({ tab, editing: this.#editing, unsaved: unsaved(), ...sent });
      [this.company, this.#lastBeat] = [company, now()];
      if (tookOver !== null) await this.#took(this.called(tookOver.from, tookOver.name));
      else if (!this.#editing && this.editors.length > 0) await this.#options.refresh();
    } catch (thrown) {
      // Who is there is not known now; whoever has lost the session or the connection is told elsewhere.
      this.company = NOBODY;
      // A refusal would only be repeated; anything else is asked again.
      if (failureFrom(thrown).status !== 403) this.#next = { ...sent, ...this.#next };
    }
  }

  async #took(name: string): Promise<void> {
    this.#editing = true;
    this.handedTo = null;
    this.tookFrom = { name, at: this.#options.now() };
    await this.#options.refresh();
  }

  #schedule(): void {
    const { asking, asked } = this.company;
    const waiting = asking !== null || asked !== null || this.handing;
    const pause = waiting ? PAUSES.waiting : this.others.length > 0 ? PAUSES.together : PAUSES.alone;
    this.#timer = setTimeout(() => void this.beat(), pause);
  }
}
