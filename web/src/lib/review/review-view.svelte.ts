// Filter and sorting of the review table, and their form in the address.
import type { State } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import { type Column, COLUMNS, passes, type ReviewFilter, type ReviewRow, sorted, type Sorting } from './review-rows.ts';

const STATES = Object.keys(STATE_NAMES) as State[];
/** Columns that read best from the greatest down when first clicked. */
const FROM_GREATEST: ReadonlySet<Column> = new Set<Column>(['cut', 'missing', 'waited', 'fields']);
const FIRST: Sorting = { column: 'waited', descending: true };

/** How the table is narrowed and sorted; at first, by the longest waiting. */
export class ReviewView {
  filter = $state<ReviewFilter>({ query: '', state: '', office: '', meets: '' });
  sorting = $state<Sorting>({ ...FIRST });

  /** Begins with what the query of an address says. */
  constructor(parameters: { get(name: string): string | null }) {
    // Whatever else an address says is left alone: it may have been typed by hand or be an old one.
    const among = <Value extends string>(name: string, known: readonly Value[]) =>
      known.find((value) => value === parameters.get(name)) ?? '';
    this.filter.query = parameters.get('tim') ?? '';
    this.filter.state = among('trang-thai', STATES);
    this.filter.office = parameters.get('phong') ?? '';
    this.filter.meets = among('chi-tieu', ['dat', 'chua']);
    const sort = parameters.get('sap-xep') ?? '';
    const column = COLUMNS.find((each) => each === sort.replace('-', ''));
    if (column) this.sorting = { column, descending: sort.startsWith('-') };
  }

  /** The query that leads back to this view, with its `?`; empty when nothing differs from the first view. */
  get address(): string {
    const { query, state, office, meets } = this.filter;
    const { column, descending } = this.sorting;
    const changed = column !== FIRST.column || descending !== FIRST.descending;
    const entries = {
      tim: query.trim(),
      'trang-thai': state,
      phong: office,
      'chi-tieu': meets,
      'sap-xep': changed ? `${descending ? '-' : ''}${column}` : '',
    };
    const parameters = new URLSearchParams(Object.entries(entries).filter(([, value]) => value !== ''));
    return parameters.size > 0 ? `?${parameters}` : '';
  }

  /** The rows to show, in order. */
  shown(rows: readonly ReviewRow[]): ReviewRow[] {
    return sorted(
      rows.filter((row) => passes(row, this.filter)),
      this.sorting,
    );
  }

  /** How many rows a state would show under the other filters. */
  countOf(rows: readonly ReviewRow[], state: State | ''): number {
    return rows.filter((row) => passes(row, { ...this.filter, state })).length;
  }

  /** Sorts by a column; by the same one again, the other way round. */
  sortBy(column: Column): void {
    const again = this.sorting.column === column;
    this.sorting = { column, descending: again ? !this.sorting.descending : FROM_GREATEST.has(column) };
  }

  /** Takes the filter away; the sorting stays. */
  clear(): void {
    this.filter = { query: '', state: '', office: '', meets: '' };
  }
}
