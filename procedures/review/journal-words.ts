// A line of the journal in words: what was done to what, beside who did it and when. The same on the screen and in the file.
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES, SUBMISSION_STATE_NAMES } from './states.ts';

/** What of a line is told beside its action, its person and its moment. `edits` = how many there were. */
export type Told = {
  about?: string | undefined;
  edits?: number | undefined;
  states?: { from: State; to: State } | undefined;
  submissionStates?: { from?: SubmissionState | undefined; to: SubmissionState } | undefined;
  proposal?: number | undefined;
  format?: 'docx' | 'xlsx' | 'csv' | 'json' | 'page' | undefined;
};

const FORMAT_NAMES: Record<NonNullable<Told['format']>, string> = { docx: 'Word', xlsx: 'Excel', csv: 'CSV', json: 'JSON', page: 'trang' };

/** The particulars in one phrase; empty where the action says it all. */
export function journalWords({ about, edits, states, submissionStates, proposal, format }: Told): string {
  const parts = [
    about,
    edits === undefined ? undefined : `${edits} thay đổi`,
    proposal === undefined ? undefined : `phương án số ${proposal}`,
    format === undefined ? undefined : FORMAT_NAMES[format],
    states && `${STATE_NAMES[states.from]} → ${STATE_NAMES[states.to]}`,
    submissionStates &&
      [submissionStates.from, submissionStates.to].flatMap((state) => (state ? SUBMISSION_STATE_NAMES[state] : [])).join(' → '),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}
