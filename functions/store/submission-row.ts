// One line of the list of submissions: what the index holds, so that lists open no submission.
import * as z from 'zod/mini';
import { figuresOf } from '#procedures/proposal/submission-figures.ts';
import { Submission } from '#procedures/proposal/submission.ts';

const Count = z.int().check(z.gte(0));
const COLUMNS = {
  id: true,
  version: true,
  plan: true,
  state: true,
  title: true,
  createdBy: true,
  createdAt: true,
  updatedBy: true,
  updatedAt: true,
  offeredAt: true,
  signed: true,
  decided: true,
} as const;

/** `entries` is how many there are; `before`, `after` and `meets` are their frozen figures. */
export const SubmissionRow = z.extend(z.pick(Submission, COLUMNS), {
  entries: Count,
  internal: Count,
  before: Count,
  after: Count,
  meets: Count,
});
export type SubmissionRow = z.infer<typeof SubmissionRow>;

/** The row of a submission. */
export function submissionRow(submission: Submission): SubmissionRow {
  const columns = Object.keys(COLUMNS).map((column) => [column, submission[column as keyof typeof COLUMNS]]);
  const { entries, internal, before, after, meets } = figuresOf(submission.entries);
  return { ...(Object.fromEntries(columns) as Pick<Submission, keyof typeof COLUMNS>), entries, internal, before, after, meets };
}
