// Recommendations (kiến nghị): approved marks that only a ministry can carry out.
import { approvedPart } from './approved-part.ts';
import { changesOf } from './changes.ts';
import type { Decision, Outcome } from './decision.ts';
import type { Proposal } from './proposal.ts';
import type { Recommendation } from './recommendation.ts';

/** A sentence that quotes long texts before and after is cut here; the annex has the whole of it. */
const LONGEST_SENTENCE = 3_000;
const shortened = (text: string): string => (text.length <= LONGEST_SENTENCE ? text : `${text.slice(0, LONGEST_SENTENCE).trimEnd()}…`);

/** One open recommendation for each approved change that the province cannot decide itself, in the order of the annex. */
export function recommendationsOf(
  proposal: Proposal,
  outcome: Outcome,
  decision: Pick<Decision, 'submission' | 'number'>,
): Recommendation[] {
  const { marks, added } = approvedPart(proposal, outcome);
  const approved = new Set([...Object.keys(marks), ...added.map(({ field }) => field.id)]);
  const { id: procedure, code, name } = proposal.baseline.procedure;
  return changesOf(proposal)
    .filter(({ id, justification }) => approved.has(id) && justification.authority === 'recommend')
    .map(({ id, sentence, justification: { amends, timetable } }): Recommendation => {
      const recommendation: Recommendation = {
        redesign: proposal.redesign,
        element: id,
        version: 1,
        plan: proposal.plan.id,
        submission: decision.submission,
        decision: decision.number,
        procedure,
        procedureName: name,
        proposal: proposal.number,
        sentence: shortened(sentence),
        state: 'notSent',
        steps: [],
      };
      if (code !== undefined) recommendation.procedureCode = code;
      if (amends !== undefined) recommendation.amends = amends;
      if (timetable !== undefined) recommendation.timetable = timetable;
      return recommendation;
    });
}
