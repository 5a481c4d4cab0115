import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvedPart, changedIds, ownPart } from '#procedures/proposal/approved-part.ts';
import { recommendationsOf } from '#procedures/proposal/recommend.ts';
import { afterStep, stepIssue } from '#procedures/proposal/recommendation-steps.ts';
import { Recommendation } from '#procedures/proposal/recommendation.ts';
import { anyProposal, DECISION, partly, somePart, whole } from '../../support/arbitrary-proposal.ts';
import type { Marks } from '#procedures/redesign/mark.ts';
import { aStep } from '../../support/build.ts';
import { aProposal, CLAUSE, theProcedure } from '../../support/proposal.ts';
import { aMark } from '../../support/redesign.ts';

const first = (): Recommendation => {
  const proposal = aProposal();
  const [one] = recommendationsOf(proposal, whole(proposal), DECISION);
  if (one === undefined) throw new Error('Nothing is recommended.');
  return one;
};
const by = { name: 'Người ghi (minh họa)', at: '2026-09-21T02:00:00Z' };

describe('recommendations', () => {
  test('are the approved changes that the province cannot decide, each with its sentence, clause and timetable', () => {
    const proposal = aProposal();
    const all = recommendationsOf(proposal, whole(proposal), DECISION);
    expect(all.map(({ element }) => element)).toEqual(['ho-ten-chu', 'dan-toc', 'uy-quyen']);
    expect(all[0]).toMatchObject({
      plan: 'ke-hoach',
      submission: 'to-trinh-1',
      decision: '1234/QĐ-UBND',
      proposal: 2,
      sentence: expect.stringContaining('Gộp mục “Họ và tên”'),
      amends: CLAUSE,
      timetable: '2026 - 2027',
      state: 'notSent',
      steps: [],
    });
    expect(all.map((one) => Recommendation.parse(one))).toEqual(all);
    expect(recommendationsOf(proposal, { redesign: proposal.redesign, outcome: 'rejected', reason: 'Lý do' }, DECISION)).toEqual([]);
  });

  test('quote of a long text only what a list can show', () => {
    const text = (word: string) => `${word} `.repeat(360).trim();
    const procedure = theProcedure({ steps: [aStep({ text: text('trực-tiếp') })] });
    const marks: Marks = { 'buoc-1': aMark('change', { authority: 'recommend', values: { text: text('trực-tuyến') } }) };
    const proposal = aProposal({ procedure, marks, added: [] });
    const [one] = recommendationsOf(proposal, whole(proposal), DECISION);
    expect(Recommendation.parse(one)).toEqual(one);
    expect(one?.sentence).toMatch(/…$/);
  });

  test('and what takes effect are the approved part between them', () => {
    fc.assert(
      fc.property(
        anyProposal.chain((one) => fc.tuple(fc.constant(one), somePart(one))),
        ([proposal, ids]) => {
          const outcome = partly(proposal, ids);
          const recommended = recommendationsOf(proposal, outcome, DECISION).map(({ element }) => element);
          const own = changedIds(ownPart(approvedPart(proposal, outcome)));
          expect([...recommended, ...own].toSorted()).toEqual(ids.toSorted());
        },
      ),
    );
  });
});

describe('a step', () => {
  test('stands behind the others and moves the state', () => {
    const sent = afterStep(first(), { state: 'sent', date: '2026-09-21', document: '12/SGDĐT-VP (minh họa)' }, by);
    expect(sent).toMatchObject({ version: 2, state: 'sent', steps: [{ date: '2026-09-21', by: by.name, at: by.at }] });
    expect(afterStep(sent, { state: 'declined', date: '2026-09-22' }, by)).toMatchObject({ version: 3, state: 'declined' });
    expect(first().steps).toEqual([]);
  });

  test('is neither before the last one nor in the future', () => {
    const sent = afterStep(first(), { state: 'sent', date: '2026-09-21' }, by);
    const issue = (date: string) => stepIssue(sent, { state: 'accepted', date }, '2026-09-30');
    expect(issue('2026-09-21')).toBeNull();
    expect(issue('2026-09-30')).toBeNull();
    expect(issue('2026-09-20')).toContain('21/09/2026');
    expect(issue('2026-10-01')).toContain('01/10/2026');
  });
});
