// Entry: a proposal as a Word file.
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { proposalPaper } from './proposal-paper.ts';
import { writeWord } from './write-word.ts';

/** The annex of a frozen proposal (.docx). The same proposal gives the same bytes. */
export const proposalWord = (proposal: Proposal): Promise<Uint8Array<ArrayBuffer>> => writeWord(proposalPaper(proposal));
