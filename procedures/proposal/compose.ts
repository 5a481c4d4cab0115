// Composing a submission (tờ trình): which accepted proposals are in it, in which order, and what they sum up to.
import type { Letterhead, Plan } from '#procedures/plan/plan.ts';
import { groupEntries, inPrintingOrder } from './entry-groups.ts';
import type { ProposalContent } from './proposal.ts';
import { figuresOf, type SubmissionFigures } from './submission-figures.ts';
import type { Entry, Letter, Submission } from './submission.ts';

type By = { name: string; at: string };
export type SubmissionSummary = SubmissionFigures & { groups: { key: string; title: string; count: number }[] };

/** Nothing is written for the author: which bases to cite and what to ask for are theirs to say (domain.md §1.2, §6.4). */
const EMPTY_LETTER: Letter = {
  bases: [],
  necessity: [],
  process: [],
  content: [],
  request: [],
  attachments: [],
  receivers: [],
  decisionBases: [],
  decisionDuties: [],
  decisionReceivers: [],
  verb: 'approve',
};

/** A new draft under `plan`, addressed to whom the letterhead names, otherwise empty. */
export function newSubmission(parts: { id: string; plan: Pick<Plan, 'id'>; title: string; letterhead: Letterhead; by: By }): Submission {
  const { id, plan, title, letterhead, by } = parts;
  const { recipient } = letterhead;
  return {
    id,
    version: 1,
    plan: plan.id,
    state: 'drafting',
    title,
    grouping: 'kind',
    entries: [],
    letter: recipient === undefined ? EMPTY_LETTER : { ...EMPTY_LETTER, recipient },
    createdBy: by.name,
    createdAt: by.at,
    updatedBy: by.name,
    updatedAt: by.at,
    signings: 0,
  };
}

/** What a submission keeps of a frozen proposal. */
export function entryOf(proposal: ProposalContent & { hash: string }): Entry {
  const { redesign, number, hash, baseline, office, officeName, measure, marks, added } = proposal;
  const { id, code, name, internal, area } = baseline.procedure;
  const { before, after, meets, missing } = measure;
  const changes = [...Object.values(marks).filter(({ treatment }) => treatment !== 'keep'), ...added];
  const entry: Entry = {
    redesign,
    number,
    hash,
    procedure: id,
    name,
    internal,
    office,
    officeName,
    standing: { before, after, meets, missing },
    decides: changes.filter(({ authority }) => authority === 'decide').length,
    recommends: changes.filter(({ authority }) => authority === 'recommend').length,
  };
  if (code !== undefined) entry.code = code;
  if (area !== undefined) entry.area = area;
  return entry;
}

/** Sums of the entries, and how many stand in each printed group. */
export function summaryOf(submission: Pick<Submission, 'entries' | 'grouping'>): SubmissionSummary {
  const groups = groupEntries(submission).map(({ key, title, entries }) => ({ key, title, count: entries.length }));
  return { ...figuresOf(submission.entries), groups };
}

/** The submission with other content: version + 1, changed by `by`. */
export function rewritten(submission: Submission, by: By, change: Partial<Submission>): Submission {
  return { ...submission, ...change, version: submission.version + 1, updatedBy: by.name, updatedAt: by.at };
}

/**
 * The entries with one of them moved to the place `to`, counted from 0 as they are printed. Groups stay together: an entry that is moved
 * out of its group becomes the first or the last of it, and areas and offices follow their first entry. An unknown redesign moves nothing.
 */
export function moveEntry(submission: Pick<Submission, 'entries' | 'grouping'>, redesign: string, to: number): Entry[] {
  const printed = inPrintingOrder(submission);
  const entry = printed.find((one) => one.redesign === redesign);
  if (entry === undefined) return printed;
  const others = printed.filter((one) => one !== entry);
  return inPrintingOrder({ entries: others.toSpliced(to, 0, entry), grouping: submission.grouping });
}

/** How many of the entries still wait for the decision to be carried out on their redesigns. */
export const pendingOf = ({ entries, decided }: Pick<Submission, 'entries' | 'decided'>): number =>
  decided === undefined ? 0 : entries.length - decided.applied;
