// A dossier (hồ sơ trình): what the papers of a submission are drawn from. It is the frozen submission, or its draft while nobody has signed.
import type { Plan } from '#procedures/plan/plan.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { signedContent } from './sign-off.ts';
import type { SignedContent, SignedSubmission, Submission } from './submission.ts';

export type Dossier = Pick<SignedContent, 'plan' | 'letterhead' | 'title' | 'grouping' | 'entries' | 'letter'> & {
  /** ISO moment of the papers: of the signing; of a draft, when it is looked at. */
  moment: string;
  /** The signing; without it every page says that it is a draft. */
  seal?: { number: number; hash: string; by: string };
};

/** The dossier that the leader signed off. */
export function signedDossier({
  plan,
  letterhead,
  title,
  grouping,
  entries,
  letter,
  number,
  hash,
  signedBy,
  signedAt,
}: SignedSubmission): Dossier {
  return { plan, letterhead, title, grouping, entries, letter, moment: signedAt, seal: { number, hash, by: signedBy } };
}

/** What the leader would sign off at the moment `at`. */
export function draftDossier(parts: { submission: Submission; plan: Plan; rule: CountingRule; at: string }): Dossier {
  const { plan, letterhead, title, grouping, entries, letter } = signedContent({ ...parts, by: '' });
  return { plan, letterhead, title, grouping, entries, letter, moment: parts.at };
}
