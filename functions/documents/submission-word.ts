// Entry: letter, draft decision and annex of a submission as Word files. The same dossier gives the same bytes.
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Block } from './blocks.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';
import { draftDecision } from './draft-decision.ts';
import { annexBlocks, planAnnex } from './plan-annex.ts';
import { submissionLetter } from './submission-letter.ts';
import { writeLongWord, writeWord } from './write-word.ts';

/** Tờ trình (.docx). */
export const letterWord = (dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> => writeWord(submissionLetter(dossier));

/** Dự thảo Quyết định (.docx). */
export const decisionWord = (dossier: Dossier): Promise<Uint8Array<ArrayBuffer>> => writeWord(draftDecision(dossier));

/** Phụ lục (.docx) of proposals that come batch by batch, in the order in which they are printed. */
export const annexWord = (dossier: Dossier, proposals: AsyncIterable<readonly Proposal[]>): Promise<Uint8Array<ArrayBuffer>> =>
  writeLongWord(planAnnex(dossier, []), batches(dossier, proposals));

async function* batches(dossier: Dossier, proposals: AsyncIterable<readonly Proposal[]>): AsyncGenerator<Block[]> {
  let from = 0;
  for await (const batch of proposals) {
    yield annexBlocks(dossier, batch, from);
    from += batch.length;
  }
  if (from === 0) yield annexBlocks(dossier, [], 0);
}
