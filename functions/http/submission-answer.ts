import { pendingOf, summaryOf, type SubmissionSummary } from '#procedures/proposal/compose.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import { etag } from './validate.ts';

/** A submission without its entries: there may be hundreds, and they are read page by page. */
type SubmissionHead = Omit<Submission, 'entries'>;
/** `pending`: how many entries still wait for the recorded decision to be carried out. */
export type SubmissionAnswer = { submission: SubmissionHead; summary: SubmissionSummary; pending: number };

/** What every route answers about a submission. */
export function answerOf(submission: Submission): SubmissionAnswer {
  const { entries: _, ...head } = submission;
  return { submission: head, summary: summaryOf(submission), pending: pendingOf(submission) };
}

/** The header with the version that the next change is made on. */
export const tagOf = ({ version }: Submission): { ETag: string } => ({ ETag: etag(version) });
