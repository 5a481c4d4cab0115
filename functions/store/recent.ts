/** A bounded memory, of `size` entries that are good for `lifetime` milliseconds each: the least recently used goes first. */
export class Recent<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>();
  readonly #size: number;
  readonly #lifetime: number;

  constructor(size: number, lifetime = Number.POSITIVE_INFINITY) {
    this.#size = size;
    this.#lifetime = lifetime;
  }

  /** The value, which thereby becomes the most recently used; undefined when it is gone or too old. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.until < Date.now()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps a value anew: its lifetime starts now. */
  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: Date.now() + this.#lifetime });
    if (this.#entries.size > this.#size) {
      const [oldest] = this.#entries.keys();
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
  }
}
