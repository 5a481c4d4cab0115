import type { Letter } from './submission.ts';

/** The verb of a decision as it opens Điều 1; which of the two a province uses is its own custom (domain.md §1.3). */
export const VERB_NAMES: Record<Letter['verb'], string> = { approve: 'Phê duyệt', adopt: 'Thông qua' };
