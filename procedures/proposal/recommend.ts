// Recommendations (kiến nghị): approved marks that only a ministry can carry out, and how each of them is followed.
import { formatShortDay } from '#procedures/text/date.ts';
import { approvedPart } from './approved-part.ts';
import { changesOf } from './changes.ts';
import type { Decision, Outcome } from './decision.ts';
import type { Proposal } from './proposal.ts';
import type { Recommendation, Step } from './recommendation.ts';

type By = { name: string; at: string };

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
        sentence,
        state: 'notSent',
        steps: [],
      };
      if (code !== undefined) recommendation.procedureCode = code;
      if (amends !== undefined) recommendation.amends = amends;
      if (timetable !== undefined) recommendation.timetable = timetable;
      return recommendation;
    });
}

/** What is wrong with the day of a step, or null: steps follow each other, and none lies ahead of `today`. */
export function stepIssue({ steps }: Recommendation, step: Step, today: string): string | null {
  const last = steps.at(-1);
  if (step.date > today) return `Ngày ${formatShortDay(step.date)} chưa tới. Hãy xem lại ngày trên văn bản.`;
  if (last !== undefined && step.date < last.date) {
    return `Bước trước đã ghi ngày ${formatShortDay(last.date)}; bước mới không thể sớm hơn. Hãy xem lại ngày.`;
  }
  return null;
}

/** The recommendation after one more step: version + 1, in the state of the step. */
export function afterStep(recommendation: Recommendation, step: Step, by: By): Recommendation {
  const steps = [...recommendation.steps, { ...step, by: by.name, at: by.at }];
  return { ...recommendation, version: recommendation.version + 1, state: step.state, steps };
}
