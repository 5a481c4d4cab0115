import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Redesign } from './redesign.ts';

/** What lists and totals keep of the last proposal of a redesign. */
export function frozenOf(proposal: Proposal): NonNullable<Redesign['frozen']> {
  const { number, hash, submittedAt, submittedBy, measure } = proposal;
  const { before, after, meets, missing } = measure;
  return { number, hash, at: submittedAt, by: submittedBy, before, after, meets, missing };
}
