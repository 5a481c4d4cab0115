import type { Stores } from '#functions/store/stores.ts';
import { type Dossier, draftDossier, signedDossier } from '#procedures/proposal/dossier.ts';
import type { SignedSubmission, Submission } from '#procedures/proposal/submission.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import { notFound } from './problem.ts';
import { changed, hashOf } from './proposal-batches.ts';

/** What was signed off, if it is what its hash says. */
export function provenDossier(signed: SignedSubmission): Dossier {
  if (hashOf(signed) !== signed.hash) throw changed(`Hồ sơ “${signed.title}”`);
  return signedDossier(signed);
}

/** What the papers of a submission are drawn from: what the leader signed off, else the draft as it stands at the moment `at`. */
export async function dossierOf(
  { submissions, plans }: Pick<Stores, 'submissions' | 'plans'>,
  submission: Submission,
  at: string,
): Promise<Dossier> {
  if (submission.signed) {
    const signed = await submissions.signed(submission.id, submission.signed.number);
    if (!signed || signed.hash !== submission.signed.hash) throw changed(`Hồ sơ “${submission.title}”`);
    return provenDossier(signed);
  }
  const plan = await plans.recently(submission.plan);
  const rule = countingRule(plan.rule);
  if (!rule) throw notFound(`quy tắc đếm ${plan.rule}`);
  return draftDossier({ submission, plan, rule, at });
}
