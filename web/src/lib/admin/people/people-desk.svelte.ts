// Everybody in the workspace, as the list shows them; a change replaces the one row that it is about.
import { adminApi, type PersonRow } from '#lib/admin/admin-api.ts';
import { type Failure, failureFrom } from '#lib/failure.ts';
import { ROLE_NAMES } from '#procedures/review/role-names.ts';
import { compareVietnamese, containsFolded } from '#procedures/text/vietnamese.ts';

const PAGE_SIZE = 500;

export type PeopleView = 'here' | 'left';

/** The rows that have arrived, from the first page that `load` has fetched. */
export class PeopleDesk {
  rows = $state.raw<readonly PersonRow[]>([]);
  failure = $state.raw<Failure | null>(null);
  query = $state('');
  view = $state<PeopleView>('here');
  #next = $state<string | null>(null);

  readonly found: readonly PersonRow[] = $derived(
    this.rows.filter(
      (row) =>
        this.query.trim() === '' || containsFolded(`${row.name} ${row.email ?? ''} ${row.officeName} ${ROLE_NAMES[row.role]}`, this.query),
    ),
  );
  readonly shown: readonly PersonRow[] = $derived(this.found.filter((row) => (row.leftAt !== undefined) === (this.view === 'left')));

  constructor(first: { rows: PersonRow[]; next: string | null }) {
    this.rows = first.rows;
    this.#next = first.next;
  }

  /** At most 500 rows and the mark of the next page; rejects with ApiError. */
  static firstPage(): Promise<{ rows: PersonRow[]; next: string | null }> {
    return adminApi.people(null, PAGE_SIZE);
  }

  /** How many are in a view under the present search. */
  countOf(view: PeopleView): number {
    return this.found.filter((row) => (row.leftAt !== undefined) === (view === 'left')).length;
  }

  /** Fetches what is still missing; calling again after a failure goes on from there. */
  async fetchRest(): Promise<void> {
    this.failure = null;
    try {
      while (this.#next !== null) {
        const { rows, next } = await adminApi.people(this.#next, PAGE_SIZE);
        this.rows = [...this.rows, ...rows];
        this.#next = next;
      }
    } catch (thrown) {
      this.failure = failureFrom(thrown);
    }
  }

  /** Puts a row that was entered or changed in its place by name. */
  take(person: PersonRow): void {
    const others = this.rows.filter(({ subject }) => subject !== person.subject);
    this.rows = [...others, person].toSorted((a, b) => compareVietnamese(a.name, b.name));
  }
}
