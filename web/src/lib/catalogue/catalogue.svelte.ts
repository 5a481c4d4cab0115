// The catalogue as the screen sees it: pages arrive one after another while search and filters already work on those that are there.
import { api, type CatalogueRow, type Page } from '#lib/api.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';
import { choices, type Choice, type FilterKey, type Filters, NO_FILTERS, passing } from './filters.ts';
import { SearchIndex } from './search-index.ts';

const PAGE_SIZE = 200;

/** What has arrived of the catalogue, the search and filters on it, and the rows that are left (`shown`). */
export class Catalogue {
  query = $state('');
  filters = $state<Filters>({ ...NO_FILTERS });
  /** Rows that have arrived. */
  count = $state(0);
  complete = $state(false);
  failure = $state<Failure | null>(null);

  readonly #index = new SearchIndex();
  #next: string | null = null;

  readonly found: CatalogueRow[] = $derived.by(() => (this.count === 0 ? [] : this.#index.find(this.query)));
  readonly shown: CatalogueRow[] = $derived(passing(this.found, this.filters));

  /** The first page, fetched by `load`, so that the screen has rows at its first paint. */
  constructor(first: Page<CatalogueRow>) {
    this.#take(first);
  }

  /** At most 200 rows and the mark of the next page; rejects with ApiError. */
  static firstPage(): Promise<Page<CatalogueRow>> {
    return api.catalogue(null, PAGE_SIZE);
  }

  /** Fetches what is still missing, page by page. Stops where a page fails; calling again goes on from there. */
  async fetchRest(signal: AbortSignal): Promise<void> {
    this.failure = null;
    try {
      while (this.#next !== null && !signal.aborted) this.#take(await api.catalogue(this.#next, PAGE_SIZE, signal));
    } catch (thrown) {
      if (!signal.aborted) this.failure = failureFrom(thrown);
    }
  }

  /** What a filter offers among the rows that the query and the other filters leave. */
  choices(key: FilterKey): Choice[] {
    return choices(this.found, this.filters, key);
  }

  /** Whether a search or a filter is on, so that an empty list can say why it is empty. */
  get narrowed(): boolean {
    return this.query.trim() !== '' || Object.values(this.filters).some((value) => value !== '');
  }

  /** Takes search and filters away: every row that has arrived is shown. */
  clear(): void {
    this.query = '';
    this.filters = { ...NO_FILTERS };
  }

  #take(page: Page<CatalogueRow>): void {
    this.#index.add(page.rows);
    this.count += page.rows.length;
    this.#next = page.next;
    this.complete = page.next === null;
  }
}
