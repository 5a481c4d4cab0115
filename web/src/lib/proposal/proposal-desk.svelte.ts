// A proposal on the reviewer's desk: the redesign as it stands now, the talk about it, the verdict.
import { failureFrom } from '#lib/failure.ts';
import type { Talk } from '#lib/talk/talk.svelte.ts';
import { newPlace } from '#lib/talk/talk.svelte.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import { type Action, may, type Permission } from '#procedures/review/transitions.ts';

type Verdict = (id: string, version: number) => Promise<Redesign>;
type Options = { redesign: Redesign; person: Person; officeName: string; accept: Verdict; giveBack: Verdict };

/** Nothing here throws: what went wrong stands in `problem`, what was done in `said`. */
export class ProposalDesk {
  redesign: Redesign;
  busy = $state(false);
  problem = $state('');
  said = $state('');
  /** The element that the talk is about, or the whole. */
  chosen = $state<string | null>(null);
  talkOpen = $state(false);
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.redesign = $state.raw(options.redesign);
  }

  /** Whether this person may do it in the present state; if not, why. */
  may(action: Action): Permission {
    const { state, office, writers } = this.redesign;
    const { person, officeName } = this.#options;
    return may(person, action, { state, office, officeName, ...(writers && { writers }) });
  }

  /** True when the proposal is accepted. */
  accept(): Promise<boolean> {
    return this.#decide(this.#options.accept, 'Đã chấp nhận phương án.');
  }

  /** Sends what is typed as a comment on the whole, then returns the proposal; true when it is returned. */
  async giveBack(talk: Talk): Promise<boolean> {
    if (talk.typed(newPlace()).trim() !== '' && !(await talk.add())) return false;
    return this.#decide(this.#options.giveBack, 'Đã trả lại phương án cho phòng chủ trì.');
  }

  /** Opens the talk at an element, or at the whole. */
  talkAbout(element: string | null): void {
    this.chosen = element;
    this.talkOpen = true;
  }

  async #decide(verdict: Verdict, done: string): Promise<boolean> {
    if (this.busy) return false;
    [this.busy, this.problem, this.said] = [true, '', ''];
    try {
      this.redesign = await verdict(this.redesign.id, this.redesign.version);
      this.said = done;
      return true;
    } catch (thrown) {
      const { title, detail, status, current } = failureFrom(thrown);
      if (status === 409 && current) {
        this.redesign = current;
        this.problem = `Có người vừa thay đổi bản này, nay ở trạng thái “${STATE_NAMES[current.state]}”. Xem lại rồi làm tiếp.`;
      } else this.problem = `${title}. ${detail}`;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
