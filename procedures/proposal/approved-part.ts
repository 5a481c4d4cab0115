// What was approved of a proposal, and how far that part stands by itself.
import type { AddedField, Marks } from '#procedures/redesign/mark.ts';
import { measure } from '#procedures/redesign/measure.ts';
import type { Decided, Standing } from '#procedures/redesign/redesign.ts';
import type { Decision, Outcome } from './decision.ts';
import type { ProposalContent } from './proposal.ts';

type Content = Pick<ProposalContent, 'marks' | 'added'>;
export type ApprovedPart = { marks: Marks; added: AddedField[] };

/** Ids of everything that a proposal changes: what a decision in part chooses from. A mark that keeps its element changes nothing. */
export function changedIds({ marks, added }: Content): string[] {
  const marked = Object.entries(marks).filter(([, { treatment }]) => treatment !== 'keep');
  return [...marked.map(([id]) => id), ...added.map(({ field }) => field.id)];
}

/** The approved marks and added fields in their order; none where the proposal was rejected. */
export function approvedPart(
  { marks, added }: Content,
  { outcome, marks: approved = [] }: Pick<Outcome, 'outcome' | 'marks'>,
): ApprovedPart {
  if (outcome === 'rejected') return { marks: {}, added: [] };
  if (outcome === 'approved') return { marks, added };
  return picked({ marks, added }, (id) => approved.includes(id));
}

/** Of a part, what the province itself decides: only that takes effect, the rest is recommended. */
export function ownPart(part: ApprovedPart): ApprovedPart {
  return {
    marks: Object.fromEntries(Object.entries(part.marks).filter(([, { authority }]) => authority === 'decide')),
    added: part.added.filter(({ authority }) => authority === 'decide'),
  };
}

/** Before and after of a part under the rule and the target that were frozen with the proposal. */
export function standingOfPart({ baseline, rule, measure: { target } }: ProposalContent, { marks, added }: ApprovedPart): Standing {
  const { before, after, meets, missing } = measure(baseline.procedure, marks, added, rule, target);
  return { before, after, meets, missing };
}

/** What a redesign keeps of the decision on it. */
export function decidedOf(
  decision: Pick<Decision, 'submission' | 'number' | 'date'>,
  outcome: Outcome,
  proposal: ProposalContent,
): Decided {
  const decided: Decided = { submission: decision.submission, decision: decision.number, date: decision.date, outcome: outcome.outcome };
  if (outcome.marks !== undefined) decided.marks = outcome.marks;
  if (outcome.reason !== undefined) decided.reason = outcome.reason;
  if (outcome.outcome !== 'rejected') decided.standing = standingOfPart(proposal, approvedPart(proposal, outcome));
  return decided;
}

function picked({ marks, added }: Content, wanted: (id: string) => boolean): ApprovedPart {
  return {
    marks: Object.fromEntries(Object.entries(marks).filter(([id]) => wanted(id))),
    added: added.filter(({ field }) => wanted(field.id)),
  };
}
