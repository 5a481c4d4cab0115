// Which redesigns can still go into a submission, narrowed as the author looks for them.
import type { RedesignRow } from '#lib/api.ts';
import { compareVietnamese, containsFolded } from '#procedures/text/vietnamese.ts';

/** `kind` and `meets` `''` = all of them; the query looks at name, code and office, accents aside. */
export type CandidateFilter = { query: string; office: string; kind: '' | 'public' | 'internal'; meets: '' | 'dat' | 'chua' };
/** An accepted redesign with what its frozen proposal measured. */
export type Candidate = RedesignRow & { frozen: NonNullable<RedesignRow['frozen']> };

/** The accepted ones that pass, by name. */
export function candidates(rows: readonly RedesignRow[], { query, office, kind, meets }: CandidateFilter): Candidate[] {
  return rows
    .filter((row): row is Candidate => row.state === 'accepted' && row.frozen !== undefined)
    .filter(
      (row) =>
        (office === '' || row.office === office) &&
        (kind === '' || row.internal === (kind === 'internal')) &&
        (meets === '' || row.frozen.meets === (meets === 'dat')) &&
        (query.trim() === '' || containsFolded(`${row.procedureName} ${row.procedureCode ?? ''} ${row.officeName ?? ''}`, query)),
    )
    .toSorted((a, b) => compareVietnamese(a.procedureName, b.procedureName));
}

/** Parts of at most `size`, in order. */
export function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
