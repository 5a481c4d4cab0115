/** Readings of one link that one process answers in a minute. */
const MOST_A_MINUTE = 240;
const MINUTE = 60_000;
/** After so many milliseconds, turning a further page is a new opening. */
const SITTING = 10 * MINUTE;
/** So many links are remembered; whoever comes when there are more starts the count anew for all. */
const REMEMBERED = 1_000;

/** What one process remembers of the links that it has just opened. Times are milliseconds. */
export class GuestReadings {
  readonly #windows = new Map<string, { since: number; count: number }>();
  readonly #sittings = new Map<string, number>();

  /** Counts a reading; whether it is one too many within a minute. */
  isTooMany(link: string, now: number): boolean {
    const window = this.#windows.get(link);
    if (window && now - window.since < MINUTE) return ++window.count > MOST_A_MINUTE;
    if (this.#windows.size >= REMEMBERED) this.#windows.clear();
    this.#windows.set(link, { since: now, count: 1 });
    return false;
  }

  /** Whether an opening of this link was noted a short while ago. */
  isSitting(link: string, now: number): boolean {
    const since = this.#sittings.get(link);
    return since !== undefined && now - since < SITTING;
  }

  /** Notes an opening. */
  sit(link: string, now: number): void {
    if (this.#sittings.size >= REMEMBERED) this.#sittings.clear();
    this.#sittings.set(link, now);
  }
}
