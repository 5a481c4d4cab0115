// What waits for a person: a few queries of a few rows each, however many procedures there are.
import type { Stores } from '#functions/store/stores.ts';
import type { FirstLines } from '#functions/store/line-store.ts';
import type { RankList } from '#functions/store/rank-row.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { noTotals, type Totals, totalOf } from '#procedures/plan/totals.ts';
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';

/**
 * `returnedToMe`, `deadlines`: of the person's office. `toReview`, `toBundle`, `toPutInEffect`: proposals submitted, accepted, approved.
 * `toOffer`, `toSign`, `toDecide`: submissions being drafted, offered to the leader, signed and without a decision.
 */
type WaitingKind = 'returnedToMe' | 'deadlines' | 'toReview' | 'toBundle' | 'toPutInEffect' | 'toOffer' | 'toSign' | 'toDecide';

type WaitingItem = {
  /** Of the submission for `toOffer`, `toSign`, `toDecide`; of the procedure for `deadlines`; else of the redesign. */
  id: string;
  name: string;
  code?: string;
  /** Id of the office in charge. */
  office?: string;
  /** Since when it waits (a moment); of `deadlines` the day until when. */
  at?: string;
  /** Of `deadlines`: the redesign that has been begun. */
  redesign?: string;
  /** Of proposals: the number of the one that waits. */
  proposal?: number;
  /** Of `returnedToMe`: comments that are still open. */
  comments?: number;
};
/** `count`: how many in all; null where only the first are looked at, `more` says whether there are others. */
export type Waiting = { kind: WaitingKind; count: number | null; more: boolean; items: WaitingItem[] };

/** So many of each are shown; the list itself is on its own screen. */
export const SHOWN = 8;
const NONE: FirstLines = { lines: [], more: false };

/** The rankings of the person's office, to be looked at together with those of the plan: what is returned, and what is due. */
export const ownLists = ({ role, office }: Person): RankList[] =>
  role === 'specialist'
    ? [
        { rank: 'returned', office },
        { rank: 'deadlines', office },
      ]
    : [];

/** `own`: the first lines of `ownLists`. */
type Known = { plan: string; totals: Readonly<Record<string, Totals>>; own: readonly FirstLines[] };

/** What waits for the person, the most pressing first; kinds of which nothing waits are left out. */
export async function waitingFor(
  { redesigns, submissions, comments }: Pick<Stores, 'redesigns' | 'submissions' | 'comments'>,
  { role, office }: Person,
  { plan, totals, own }: Known,
): Promise<Waiting[]> {
  const states = totalOf(totals).states;

  async function proposals(kind: WaitingKind, state: State): Promise<Waiting> {
    const count = states[state as keyof typeof states];
    const { rows } = await redesigns.page({ plan, state, limit: SHOWN });
    const items = rows.map(({ id, procedureName: name, procedureCode: code, office: of, updatedAt: at, frozen }) => ({
      id,
      name,
      code,
      office: of,
      at,
      proposal: frozen?.number,
    }));
    return { kind, count, more: count > items.length, items: items.map(compact) };
  }

  async function papers(kind: WaitingKind, state: SubmissionState): Promise<Waiting> {
    const { rows, next } = await submissions.page({ plan, state, limit: SHOWN });
    const items = rows.map(({ id, title: name, updatedAt: at }) => ({ id, name, at }));
    return { kind, count: next === null ? items.length : null, more: next !== null, items };
  }

  async function returned({ lines, more }: FirstLines): Promise<Waiting> {
    const ids = lines.flatMap(({ latest }) => latest?.redesign ?? []);
    const talks = await comments.talks(ids);
    const items = lines.map(({ latest, ...line }, index) => ({
      ...itemOf(line),
      id: latest?.redesign ?? '',
      comments: talks[index]?.open ?? 0,
    }));
    return { kind: 'returnedToMe', count: (totals[office] ?? noTotals()).states.returned, more, items };
  }

  function deadlines({ lines, more }: FirstLines): Waiting {
    const items = lines.map((line) => compact({ ...itemOf(line), at: line.deadline, redesign: line.latest?.redesign }));
    return { kind: 'deadlines', count: more ? null : items.length, more, items };
  }

  const all: Record<Person['role'], () => (Waiting | Promise<Waiting>)[]> = {
    specialist: () => [returned(own[0] ?? NONE), deadlines(own[1] ?? NONE)],
    reviewer: () => [
      proposals('toReview', 'submitted'),
      proposals('toBundle', 'accepted'),
      papers('toOffer', 'drafting'),
      papers('toDecide', 'signed'),
      proposals('toPutInEffect', 'approved'),
    ],
    leader: () => [papers('toSign', 'offered')],
    admin: () => [],
  };
  return (await Promise.all(all[role]())).filter(({ items }) => items.length > 0);
}

const itemOf = ({ procedure: id, procedureName: name, procedureCode: code, office }: PlanLine): WaitingItem =>
  compact({ id, name, code, office });

function compact(item: { [Key in keyof WaitingItem]: WaitingItem[Key] | undefined } & { id: string; name: string }): WaitingItem {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as WaitingItem;
}
