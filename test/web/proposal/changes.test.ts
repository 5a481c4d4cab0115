import { describe, expect, test } from 'vitest';
import { byAuthority, proposedChanges } from '#lib/proposal/changes.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { drawUp } from '#procedures/proposal/draw-up.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { aProcedure } from '../../support/build.ts';
import { aFullMark, anAddedField, aRedesign, aRevision, ruleV1 } from '../../support/redesign.ts';

function aProposal(): Proposal {
  const procedure = aProcedure();
  const redesign = aRedesign(procedure, {
    marks: {
      'so-ban-sao': aFullMark('makeOptional', { authority: 'recommend', amends: 'Phụ lục (minh họa)' }),
      'ho-so-don': aFullMark('change', { values: { copies: 2 } }),
      'ngay-sinh': aFullMark('remove'),
      'ho-ten': aFullMark('keep'),
    },
    added: [anAddedField()],
  });
  const content = drawUp({
    redesign,
    baseline: aRevision(procedure),
    plan: DEMONSTRATION_PLAN,
    rule: ruleV1(),
    registers: [],
    grounds: [],
    by: 'Chuyên viên (minh họa)',
    at: '2026-01-08T01:41:00Z',
  });
  return { ...content, hash: '0'.repeat(64) };
}

describe('what a proposal changes', () => {
  test('stands in form order, documents after fields, added fields last; what is kept is left out', () => {
    expect(proposedChanges(aProposal()).map(({ id, treatment }) => [id, treatment])).toEqual([
      ['ngay-sinh', 'remove'],
      ['so-ban-sao', 'makeOptional'],
      ['ho-so-don', 'change'],
      ['moi', 'added'],
    ]);
  });
  test('is told in a sentence each', () => {
    const sentences = proposedChanges(aProposal()).flatMap((change) => change.sentences);
    expect(sentences[0]).toContain('Bỏ mục “Ngày sinh”');
    expect(sentences).toHaveLength(4);
  });
  test('keeps apart what the province decides, what it recommends and what nobody has said yet', () => {
    expect(byAuthority(proposedChanges(aProposal())).map(({ changes }) => changes.map(({ id }) => id))).toEqual([
      ['ngay-sinh', 'ho-so-don'],
      ['so-ban-sao'],
      ['moi'],
    ]);
  });
});
