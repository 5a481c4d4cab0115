// Following a recommendation: each step with its day and the paper that shows it.
import { formatShortDay } from '#procedures/text/date.ts';
import type { Recommendation, Step } from './recommendation.ts';

type By = { name: string; at: string };

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
