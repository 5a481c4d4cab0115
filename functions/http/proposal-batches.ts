// Frozen proposals for papers: read some at a time, and each only as it was frozen.
import { createHash } from 'node:crypto';
import type { RedesignStore } from '#functions/store/redesign-store.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Entry } from '#procedures/proposal/submission.ts';
import { ProblemError } from './problem.ts';

/** So many proposals are in memory at once; one may have 390 kB. */
const BATCH = 20;

/** Lower-case hexadecimal SHA-256 of the canonical JSON of what is under the hash. */
export function hashOf(frozen: { hash: string }): string {
  const { hash: _, ...content } = frozen;
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** The problem of something that is no longer what was frozen: it is never printed. */
export const changed = (what: string): ProblemError =>
  new ProblemError('unexpected', `${what} không còn khớp mã xác thực lúc chốt nên không được in ra. Hãy báo cho quản trị.`);

/** The proposals of `entries` in their order. Throws ProblemError where one is gone, or is not the one that the entry names by its hash. */
export async function proposalsOf(redesigns: Pick<RedesignStore, 'proposals'>, entries: readonly Entry[]): Promise<Proposal[]> {
  const found = await redesigns.proposals(entries);
  return entries.map((entry, index) => {
    const proposal = found[index];
    if (!proposal || proposal.hash !== entry.hash || hashOf(proposal) !== entry.hash)
      throw changed(`Phương án của thủ tục “${entry.name}”`);
    return proposal;
  });
}

/** The same, batch by batch, for as many entries as there are. */
export async function* proposalBatches(redesigns: Pick<RedesignStore, 'proposals'>, entries: readonly Entry[]): AsyncGenerator<Proposal[]> {
  for (let from = 0; from < entries.length; from += BATCH) yield proposalsOf(redesigns, entries.slice(from, from + BATCH));
}
