// What the papers of a submission are drawn from: the frozen submission, or its draft while nobody has signed it off.
import type { SignedContent, SignedSubmission } from '#procedures/proposal/submission.ts';

export type Dossier = Pick<SignedContent, 'plan' | 'letterhead' | 'title' | 'grouping' | 'entries' | 'letter'> & {
  /** ISO moment of the papers: of the signing, of a draft its last change. */
  moment: string;
  /** The signing; without it every page says that it is a draft. */
  seal?: { number: number; hash: string; by: string };
};

/** In the head of every page of what nobody has signed off. */
const DRAFT = 'DỰ THẢO';

/** The dossier that the leader signed off. */
export function signedDossier({ number, hash, signedBy, signedAt, ...content }: SignedSubmission): Dossier {
  return { ...content, moment: signedAt, seal: { number, hash, by: signedBy } };
}

/** What `OfficialPaper.mark` of its papers is. */
export const markOf = ({ seal }: Dossier): string | undefined => (seal ? undefined : DRAFT);
