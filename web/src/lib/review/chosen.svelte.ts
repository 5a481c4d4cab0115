// Which rows of a table are chosen: one by one, as a range, or all.
import { SvelteSet } from 'svelte/reactivity';

/** Chosen rows by id, over an order that may change under it. */
export class Chosen {
  readonly ids = new SvelteSet<string>();
  readonly #order: () => readonly string[];
  #anchor: string | null = null;

  /** `order` gives the ids of the rows as they are shown now. */
  constructor(order: () => readonly string[]) {
    this.#order = order;
  }

  /** Chooses a row or takes it out; a range begins there. */
  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.#anchor = id;
  }

  /** Chooses every row from the one where choosing began to this one, besides those already chosen. */
  extendTo(id: string): void {
    const order = this.#order();
    const from = order.indexOf(this.#anchor ?? id);
    const to = order.indexOf(id);
    if (from < 0 || to < 0) return this.toggle(id);
    for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) this.ids.add(each);
  }

  /** Chooses every row that is shown; where all of them are chosen already, none. */
  toggleAll(): void {
    const order = this.#order();
    if (order.every((id) => this.ids.has(id))) for (const id of order) this.ids.delete(id);
    else for (const id of order) this.ids.add(id);
  }

  /** Takes out what is given, or everything. */
  clear(ids: Iterable<string> = [...this.ids]): void {
    for (const id of ids) this.ids.delete(id);
  }
}
