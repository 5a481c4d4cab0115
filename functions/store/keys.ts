// Every key of the table, encoded beside its decoding. No other file puts a key together.
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { dayOf } from '#procedures/text/date.ts';

export type Key = { pk: string; sk: string };
export type IndexKey = { gsi1pk: string; gsi1sk: string };
/** What a history belongs to: the first of these that is set, else the workspace as a whole. */
export type Owner = { redesign?: string; submission?: string; plan?: string; procedure?: string };

/** A recommendation is told by its redesign and the marked element. */
type Recommended = { redesign: string; element: string };

/** Index sort keys may have 1,024 bytes, of which two ids take up to 240: a name of 2,000 letters does not fit. */
const SORTED_NAME = 760;

/** The same of a person, whose subject may take 765 bytes. */
const SORTED_PERSON = 200;

/** As much of a name as has the given bytes, cut between two letters. */
const cut = (name: string, bytes = SORTED_NAME) =>
  Buffer.from(name)
    .subarray(0, bytes)
    .toString()
    .replace(/\ufffd$/u, '');
const ordinal = (n: number) => String(n).padStart(6, '0');

/** The partition of a history, without its tenant. */
function ownerOf({ redesign, submission, plan, procedure }: Owner): string {
  if (redesign !== undefined) return `REDESIGN#${redesign}`;
  if (submission !== undefined) return `SUBMISSION#${submission}`;
  if (plan !== undefined) return `PLAN#${plan}`;
  return procedure === undefined ? 'WORKSPACE' : `PROCEDURE#${procedure}`;
}

/** Keys of one tenant: one department of one province. */
export function keysOf(tenant: string) {
  const inTenant = (text: string) => `T#${encodeURIComponent(tenant)}#${text}`;
  const redesign = (id: string) => inTenant(`REDESIGN#${id}`);
  const procedure = (id: string) => inTenant(`PROCEDURE#${id}`);
  const submission = (id: string) => inTenant(`SUBMISSION#${id}`);
  const plan = (id: string) => inTenant(`PLAN#${id}`);
  const owner = (of: Owner) => inTenant(ownerOf(of));
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
    planPage: (of: string) => inTenant(`PLAN#${of}`),
    /** `nonce` keeps two lines of the same moment and version apart, two refusals for instance. */
    event: (of: Owner, at: string, version: number, nonce: string): Key => ({
      pk: owner(of),
      sk: `EVENT#${at}#${ordinal(version)}#${nonce}`,
    }),
    events: (of: Owner) => ({ pk: owner(of), prefix: 'EVENT#' }),
    eventAt: (of: Owner, cursor: string): Key => ({ pk: owner(of), sk: `EVENT#${cursor}` }),
    /** Every line of the history, by the month in Vietnam: newest at the end. */
    journal: (of: Owner, at: string, version: number, nonce: string): IndexKey => ({
      gsi1pk: inTenant(`JOURNAL#${dayOf(at).slice(0, 7)}`),
      gsi1sk: `${at}#${ordinal(version)}#${nonce}#${ownerOf(of)}`,
    }),
    journalMonth: (month: string) => inTenant(`JOURNAL#${month}`),
    /** The line at a place of the journal, as its index has it. */
    journalAt: (month: string, gsi1sk: string): Key & IndexKey => {
      const [at, version, nonce, ...of] = gsi1sk.split('#');
      return { pk: inTenant(of.join('#')), sk: `EVENT#${at}#${version}#${nonce}`, gsi1pk: inTenant(`JOURNAL#${month}`), gsi1sk };
    },
    proposal: (id: string, number: number): Key => ({ pk: redesign(id), sk: `PROPOSAL#${ordinal(number)}` }),
    /** Ids of comments begin with the moment: they lie in the order in which they were made. */
    comment: (id: string, comment: string): Key => ({ pk: redesign(id), sk: `COMMENT#${comment}` }),
    comments: (id: string) => ({ pk: redesign(id), prefix: 'COMMENT#' }),
    talk: (id: string): Key => ({ pk: redesign(id), sk: 'TALK' }),
    presence: (id: string, { subject, tab }: { subject: string; tab: string }): Key => ({
      pk: redesign(id),
      sk: `PRESENCE#${encodeURIComponent(subject)}#${tab}`,
    }),
    presences: (id: string) => ({ pk: redesign(id), prefix: 'PRESENCE#' }),
    plan: (id: string): Key => ({ pk: plan(id), sk: 'PLAN' }),
    planEntry: (entry: { id: string; year: number }): IndexKey => ({ gsi1pk: inTenant('PLANS'), gsi1sk: `${entry.year}#${entry.id}` }),
    planList: () => inTenant('PLANS'),
    line: (of: string, id: string): Key => ({ pk: plan(of), sk: `LINE#${id}` }),
    /** By office, then by name. */
    lineRow: (line: { plan: string; office: string; procedure: string }, sortedName: string): IndexKey => ({
      gsi1pk: inTenant(`LINES#${line.plan}`),
      gsi1sk: `${line.office}#${cut(sortedName.replaceAll('#', ' '))}#${line.procedure}`,
    }),
    linePage: (of: string) => inTenant(`LINES#${of}`),
    allLines: (of: string) => ({ pk: plan(of), prefix: 'LINE#' }),
    /** The place of a line in a ranking, one item a ranking. */
    rank: (of: string, rank: string, id: string): Key => ({ pk: plan(of), sk: `RANK#${rank}#${id}` }),
    /** `list` names the ranking, and the office where each has its own. */
    rankRow: (of: string, list: string, place: string, id: string): IndexKey => ({
      gsi1pk: inTenant(`RANKS#${of}#${list}`),
      gsi1sk: `${place}#${id}`,
    }),
    rankList: (of: string, list: string) => inTenant(`RANKS#${of}#${list}`),
    allRanks: (of: string) => ({ pk: plan(of), prefix: 'RANK#' }),
    figure: (of: string, target: string, period: string): Key => ({ pk: plan(of), sk: `FIGURE#${target}#${period}` }),
    figures: (of: string) => ({ pk: plan(of), prefix: 'FIGURE#' }),
    totals: (of: string, office: string): Key => ({ pk: plan(of), sk: `TOTALS#${office}` }),
    allTotals: (of: string) => ({ pk: plan(of), prefix: 'TOTALS#' }),
    submission: (id: string): Key => ({ pk: submission(id), sk: 'SUBMISSION' }),
    /** By state, then by the last change. */
    submissionRow: (row: { id: string; plan: string; state: SubmissionState; updatedAt: string }): IndexKey => ({
      gsi1pk: inTenant(`SUBMISSIONS#${row.plan}`),
      gsi1sk: `${row.state}#${row.updatedAt}#${row.id}`,
    }),
    submissionPage: (of: string) => inTenant(`SUBMISSIONS#${of}`),
    /** What was signed off, by the number of the signing. */
    signed: (id: string, number: number): Key => ({ pk: submission(id), sk: `SIGNED#${ordinal(number)}` }),
    decision: (id: string): Key => ({ pk: submission(id), sk: 'DECISION' }),
    link: (id: string, link: string): Key => ({ pk: submission(id), sk: `LINK#${link}` }),
    links: (id: string) => ({ pk: submission(id), prefix: 'LINK#' }),
    /** From the hash of a token to the link that it opens. */
    guest: (hash: string): Key => ({ pk: inTenant(`GUEST#${hash}`), sk: 'GUEST' }),
    recommendation: ({ redesign: of, element }: Recommended): Key => ({ pk: redesign(of), sk: `RECOMMENDATION#${element}` }),
    recommendations: (id: string) => ({ pk: redesign(id), prefix: 'RECOMMENDATION#' }),
    /** By state, then by the last change. */
    recommendationRow: (row: Recommended & { plan: string; state: string }, changedAt: string): IndexKey => ({
      gsi1pk: inTenant(`RECOMMENDATIONS#${row.plan}`),
      gsi1sk: `${row.state}#${changedAt}#${row.redesign}~${row.element}`,
    }),
    recommendationPage: (of: string) => inTenant(`RECOMMENDATIONS#${of}`),
    result: (id: string, period: string): Key => ({ pk: redesign(id), sk: `RESULT#${period}` }),
    results: (id: string) => ({ pk: redesign(id), prefix: 'RESULT#' }),
    setting: (kind: string, from: string): Key => ({ pk: inTenant('SETTINGS'), sk: `KIND#${kind}#${from}` }),
    settings: (kind: string) => ({ pk: inTenant('SETTINGS'), prefix: `KIND#${kind}#` }),
    currentPlan: (): Key => ({ pk: inTenant('SETTINGS'), sk: 'PLAN' }),
    visit: (subject: string, id: string): Key => ({ pk: inTenant(`PERSON#${encodeURIComponent(subject)}`), sk: `VISIT#${id}` }),
    /** By name. The subject is encoded so that it can end an index key. */
    personRow: (subject: string, sortedName: string): IndexKey => ({
      gsi1pk: inTenant('PEOPLE'),
      gsi1sk: `${cut(sortedName.replaceAll('#', ' '), SORTED_PERSON)}#${encodeURIComponent(subject)}`,
    }),
    peoplePage: () => inTenant('PEOPLE'),
    personAt: (encoded: string): Key => ({ pk: inTenant(`PERSON#${encoded}`), sk: 'PERSON' }),
    /** An address of 254 letters in any script fits. */
    email: (email: string): Key => ({ pk: inTenant(`EMAIL#${Buffer.from(email).toString('base64url')}`), sk: 'EMAIL' }),
    /** The account of the identity provider that a person signs in with. */
    identity: (subject: string): Key => ({ pk: inTenant(`IDENTITY#${encodeURIComponent(subject)}`), sk: 'IDENTITY' }),
    person: (subject: string): Key => ({ pk: inTenant(`PERSON#${encodeURIComponent(subject)}`), sk: 'PERSON' }),
  };
}
export type Keys = ReturnType<typeof keysOf>;

/** The id at the end of an index sort key. */
export const idOfIndexKey = (gsi1sk: string): string => gsi1sk.slice(gsi1sk.lastIndexOf('#') + 1);
/** What follows `EVENT#`: the place of a line in the history. */
export const cursorOfEvent = (sk: string): string => sk.slice('EVENT#'.length);
