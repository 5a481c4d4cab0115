// Filter and sorting of the review table, and their form in the address.
import type { State } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import { NO_FILTER, passes, type ReviewFilter, WAITS } from './review-filter.ts';
import { type Column, COLUMNS, type ReviewRow, sorted, type Sorting } from './review-rows.ts';

const STATES = Object.keys(STATE_NAMES) as State[];
/** Columns that read best from the greatest down when first clicked. */
const FROM_GREATEST: ReadonlySet<Column> = new Set<Column>(['unread', 'cut', 'missing', 'open', 'waited', 'fields']);
const FIRST: Sorting = { column: 'waited', descending: true };

/** How the table is narrowed and sorted; at first, by the longest waiting. */
export class ReviewView {
  filter = $state<ReviewFilter>({ ...NO_FILTER });
  sorting = $state<Sorting>({ ...FIRST });

  /** Begins with what the query of an address says. */
  constructor(parameters: { get(name: string): string | null }) {
    // Whatever else an address says is left alone: it may have been typed by hand or be an old one.
    const among = <Value extends string>(name: string, known: readonly Value[]) =>
      known.find((value) => value === parameters.get(name)) ?? '';
    const text = (name: string) => parameters.get(name) ?? '';
    this.filter = {
      query: text('tim'),
      state: among('trang-thai', STATES),
      office: text('phong'),
      meets: among('chi-tieu', ['dat', 'chua']),
      from: text('cat-tu'),
      to: text('cat-den'),
      waited: among('cho', WAITS),
      unread: text('chua-xem') === '1',
      open: text('gop-y') === '1',
    };
    const sort = text('sap-xep');
    const column = COLUMNS.find((each) => each === sort.replace('-', ''));
    if (column) this.sorting = { column, descending: sort.startsWith('-') };
  }

  /** The query that leads back to this view, with its `?`; empty when nothing differs from the first view. */
  get address(): string {
    const { query, state, office, meets, from, to, waited, unread, open } = this.filter;
    const { column, descending } = this.sorting;
    const changed = column !== FIRST.column || descending !== FIRST.descending;
    const entries = {
      tim: query.trim(),
      'trang-thai': state,
      phong: office,
      'chi-tieu': meets,
      'cat-tu': from.trim(),
      'cat-den': to.trim(),
      cho: waited,
      'chua-xem': unread ? '1' : '',
      'gop-y': open ? '1' : '',
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

  /** How many rows each state would show under the other filters; under `''`, how many there are in all. */
  counts(rows: readonly ReviewRow[]): ReadonlyMap<State | '', number> {
    const passing = rows.filter((row) => passes(row, { ...this.filter, state: '' }));
    const counts = new Map<State | '', number>([['', passing.length]]);
    for (const { state } of passing) counts.set(state, (counts.get(state) ?? 0) + 1);
    return counts;
  }

  /** Sorts by a column; by the same one again, the other way round. */
  sortBy(column: Column): void {
    const again = this.sorting.column === column;
    this.sorting = { column, descending: again ? !this.sorting.descending : FROM_GREATEST.has(column) };
  }

  /** Takes the filter away; the sorting stays. */
  clear(): void {
    this.filter = { ...NO_FILTER };
  }
}
