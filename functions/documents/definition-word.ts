// Entry: a definition as a Word file.
import type { Revision } from '#procedures/definition/revision.ts';
import { definitionPaper } from './definition-paper.ts';
import { writeWord } from './write-word.ts';

/** A revision of a definition as it stands (.docx). The same revision gives the same bytes. */
export const definitionWord = (revision: Revision): Promise<Uint8Array<ArrayBuffer>> => writeWord(definitionPaper(revision));
