// Which element the panel is about, and which are chosen together.
import { SvelteSet } from 'svelte/reactivity';

/** The active element and those chosen with it, by id. `order` gives the ids that can be walked through now. */
export class Selection {
  readonly #order: () => readonly string[];
  /** Ids that can be walked through, in the order of the page. */
  readonly order: readonly string[] = $derived.by(() => this.#order());
  active = $state<string | null>(null);
  /** Several chosen at once; empty while there is only the active one. */
  readonly chosen = new SvelteSet<string>();
  #anchor: string | null = null;

  /** What an act applies to: the chosen ones in page order, else the active one. */
  readonly targets = $derived(
    this.chosen.size > 0 ? this.order.filter((id) => this.chosen.has(id)) : this.active === null ? [] : [this.active],
  );

  constructor(order: () => readonly string[]) {
    this.#order = order;
  }

  /** Makes one element the active one, or none, and chooses no others with it. */
  go(id: string | null): void {
    this.chosen.clear();
    this.active = id;
    this.#anchor = id;
  }

  /** The neighbour `by` steps away; from nowhere, the first or the last. Returns where we are now. */
  move(by: number, extend = false): string | null {
    const at = this.active === null ? -1 : this.order.indexOf(this.active);
    const from = at < 0 && by < 0 ? this.order.length : at;
    const next = this.order[Math.min(Math.max(from + by, 0), this.order.length - 1)] ?? null;
    if (next === null) return null;
    if (extend) this.extendTo(next);
    else this.go(next);
    return next;
  }

  /** Everything between the place where choosing began and `id`. */
  extendTo(id: string): void {
    const from = this.order.indexOf(this.#anchor ?? this.active ?? id);
    const to = this.order.indexOf(id);
    this.chosen.clear();
    for (const each of this.order.slice(Math.min(from, to), Math.max(from, to) + 1)) this.chosen.add(each);
    this.active = id;
  }

  /** Adds an element to the chosen ones or takes it out; the first time, the one active so far is chosen too. */
  toggle(id: string): void {
    if (this.chosen.size === 0 && this.active !== null && this.active !== id) this.chosen.add(this.active);
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.active = id;
    this.#anchor = id;
  }

  /** Adds these to the chosen ones; the first of them becomes active. */
  choose(ids: readonly string[]): void {
    for (const id of ids) this.chosen.add(id);
    this.active = ids[0] ?? this.active;
  }

  /** Chooses none; the active element stays. */
  clear(): void {
    this.chosen.clear();
  }
}
