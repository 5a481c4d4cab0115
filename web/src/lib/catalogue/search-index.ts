// Search over the catalogue in the browser: every word of the query must begin a word of name, code, area or office; accents do not matter.
import MiniSearch from 'minisearch';
import type { CatalogueRow } from '#lib/api.ts';
import { fold } from '#procedures/text/vietnamese.ts';

const BREAKS = /[\s,;:()[\]"“”'‘’/–—-]+/u;

const words = (text: string): string[] => text.split(BREAKS).filter(Boolean);

/** A code is found from its beginning and from each part: `3.000465`, `000465`. */
const codeWords = (code: string): string[] => [code, ...code.split('.').slice(1)];

/** The rows that have arrived, found by words. Name and code weigh more than area and office. */
export class SearchIndex {
  readonly #rows = new Map<string, CatalogueRow>();
  readonly #index = new MiniSearch<CatalogueRow>({
    fields: ['name', 'code', 'area', 'officeName'],
    storeFields: [],
    tokenize: (text, field) => (field === 'code' ? codeWords(text) : words(text)),
    processTerm: (term) => fold(term) || null,
    searchOptions: { tokenize: words, prefix: true, combineWith: 'AND', boost: { name: 3, code: 4 } },
  });

  /** Adds a page of rows; rows that are already there are left alone. */
  add(rows: readonly CatalogueRow[]): void {
    const fresh = rows.filter(({ id }) => !this.#rows.has(id));
    for (const row of fresh) this.#rows.set(row.id, row);
    this.#index.addAll(fresh);
  }

  /** The rows that match, best first; all of them in their own order when the query has no word. */
  find(query: string): CatalogueRow[] {
    if (words(query).length === 0) return [...this.#rows.values()];
    return this.#index.search(query).flatMap(({ id }) => this.#rows.get(id) ?? []);
  }
}
