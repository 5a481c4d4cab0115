// Arbitrary frozen proposals that the guards accept, each change decided or recommended, and outcomes of decisions on them.
import fc from 'fast-check';
import type { Decision, Outcome } from '#procedures/proposal/decision.ts';
import { changedIds } from '#procedures/proposal/approved-part.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { anyPast, anyProcedure } from './arbitrary-redesign.ts';
import { aProposal } from './proposal.ts';

const anyAuthority = fc.constantFrom('decide' as const, 'recommend' as const);

export const anyProposal: fc.Arbitrary<Proposal> = anyProcedure.chain((procedure) =>
  fc.tuple(anyPast(procedure), fc.infiniteStream(anyAuthority)).map(([{ now }, authorities]) => {
    const authority = () => authorities.next().value ?? 'decide';
    const marks = Object.fromEntries(Object.entries(now.marks).map(([id, mark]) => [id, { ...mark, authority: authority() }]));
    return aProposal({ procedure, marks, added: now.added.map((one) => ({ ...one, authority: authority() })) });
  }),
);

/** Some of what the proposal changes. */
export const somePart = (proposal: Proposal): fc.Arbitrary<string[]> => fc.subarray(changedIds(proposal));

export const DECISION: Decision = {
  number: '1234/QĐ-UBND',
  date: '2026-09-20',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
  signer: { titles: ['CHỦ TỊCH'] },
  verb: 'approve',
  effectiveFrom: '2026-10-01',
  outcomes: [],
  submission: 'to-trinh-1',
  signed: { number: 1, hash: 'a'.repeat(64) },
  recordedBy: 'Người ghi (minh họa)',
  recordedAt: '2026-09-21T02:00:00Z',
};

export const whole = ({ redesign }: Proposal): Outcome => ({ redesign, outcome: 'approved' });
export const partly = ({ redesign }: Proposal, marks: string[]): Outcome => ({
  redesign,
  outcome: 'partly',
  marks,
  reason: 'Lý do (minh họa)',
});
