// Every key of the table, encoded beside its decoding. No other file puts a key together.
import type { State } from '#procedures/redesign/redesign.ts';

export type Key = { pk: string; sk: string };
export type IndexKey = { gsi1pk: string; gsi1sk: string };
/** What a history belongs to. */
export type Owner = { redesign?: string; procedure?: string };

/** Index sort keys may have 1,024 bytes, of which two ids take up to 240: a name of 2,000 letters does not fit. */
const SORTED_NAME = 760;

/** As much of a name as has the given bytes, cut between two letters. */
const cut = (name: string) =>
  Buffer.from(name)
    .subarray(0, SORTED_NAME)
    .toString()
    .replace(/\ufffd$/u, '');
const ordinal = (n: number) => String(n).padStart(6, '0');

/** Keys of one tenant: one department of one province. */
export function keysOf(tenant: string) {
  const inTenant = (text: string) => `T#${encodeURIComponent(tenant)}#${text}`;
  const redesign = (id: string) => inTenant(`REDESIGN#${id}`);
  const procedure = (id: string) => inTenant(`PROCEDURE#${id}`);
  const owner = (of: Owner) => (of.redesign === undefined ? procedure(of.procedure ?? '') : redesign(of.redesign));
  return {
    head: (id: string): Key => ({ pk: procedure(id), sk: 'HEAD' }),
    revision: (id: string, number: number): Key => ({ pk: procedure(id), sk: `REVISION#${ordinal(number)}` }),
    revisions: (id: string) => ({ pk: procedure(id), prefix: 'REVISION#' }),
    procedureCount: (): Key => ({ pk: inTenant('COUNTERS'), sk: 'PROCEDURES' }),
    /** By office, then by name; the id keeps two procedures of one name apart. */
    catalogue: (row: { id: string; office: string }, sortedName: string): IndexKey => ({
      gsi1pk: inTenant('CATALOGUE'),
      gsi1sk: `${row.office}#${cut(sortedName.replaceAll('#', ' '))}#${row.id}`,
    }),
    cataloguePage: () => inTenant('CATALOGUE'),
    redesign: (id: string): Key => ({ pk: redesign(id), sk: 'REDESIGN' }),
    /** By state, then by the last change. */
    planRow: (row: { id: string; plan: string; state: State; updatedAt: string }): IndexKey => ({
      gsi1pk: inTenant(`PLAN#${row.plan}`),
      gsi1sk: `${row.state}#${row.updatedAt}#${row.id}`,
    }),
    planPage: (plan: string) => inTenant(`PLAN#${plan}`),
    /** `nonce` keeps two lines of the same moment and version apart, two refusals for instance. */
    event: (of: Owner, at: string, version: number, nonce: string): Key => ({
      pk: owner(of),
      sk: `EVENT#${at}#${ordinal(version)}#${nonce}`,
    }),
    events: (of: Owner) => ({ pk: owner(of), prefix: 'EVENT#' }),
    eventAt: (of: Owner, cursor: string): Key => ({ pk: owner(of), sk: `EVENT#${cursor}` }),
    proposal: (id: string, number: number): Key => ({ pk: redesign(id), sk: `PROPOSAL#${ordinal(number)}` }),
    plan: (id: string): Key => ({ pk: inTenant(`PLAN#${id}`), sk: 'PLAN' }),
    currentPlan: (): Key => ({ pk: inTenant('SETTINGS'), sk: 'PLAN' }),
    person: (subject: string): Key => ({ pk: inTenant(`PERSON#${encodeURIComponent(subject)}`), sk: 'PERSON' }),
  };
}
export type Keys = ReturnType<typeof keysOf>;

/** The id at the end of an index sort key. */
export const idOfIndexKey = (gsi1sk: string): string => gsi1sk.slice(gsi1sk.lastIndexOf('#') + 1);
/** What follows `EVENT#`: the place of a line in the history. */
export const cursorOfEvent = (sk: string): string => sk.slice('EVENT#'.length);
