import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Revision } from '#procedures/definition/revision.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { approvedPart, ownPart, standingOfPart } from '#procedures/proposal/approved-part.ts';
import type { Outcome } from '#procedures/proposal/decision.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { takeEffect } from '#procedures/proposal/take-effect.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import { refusals } from '#procedures/redesign/guards.ts';
import type { Marks } from '#procedures/redesign/mark.ts';
import { anyProposal, DECISION, partly, somePart, whole } from '../../support/arbitrary-proposal.ts';
import { aField, aForm, aProcedure, aStep } from '../../support/build.ts';
import { aProposal } from '../../support/proposal.ts';
import { aMark, aProcedureOf } from '../../support/redesign.ts';

const AT = '2026-10-01T02:00:00Z';
const on = (proposal: Proposal, outcome: Outcome, inForce: Revision = proposal.baseline, today = '2026-10-01') =>
  takeEffect({ proposal, outcome, decision: DECISION, inForce, today, by: 'Người ghi (minh họa)', at: AT });
const decided = (marks: Marks): Marks =>
  Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, { authority: 'decide', ...mark }]));
/** A proposal on `before`, and the revision that came out meanwhile. */
const overtaken = (before: Procedure, after: Procedure, marks: Marks) => {
  const proposal = aProposal({ procedure: before, marks: decided(marks), added: [] });
  return on(proposal, whole(proposal), { ...proposal.baseline, procedure: after, number: 4 });
};

describe('what takes effect', () => {
  const anyCase = anyProposal.chain((one) => fc.tuple(fc.constant(one), fc.option(somePart(one), { nil: null })));

  test('is the baseline with the approved marks that the province decides, and nothing else', () => {
    fc.assert(
      fc.property(anyCase, ([proposal, ids]) => {
        const frozen = structuredClone(proposal);
        const outcome = ids === null ? whole(proposal) : partly(proposal, ids);
        const own = ownPart(approvedPart(proposal, outcome));
        const effect = on(proposal, outcome);
        expect(proposal).toEqual(frozen);
        const stands = refusals(proposal.baseline.procedure, own.marks, own.added).length === 0;
        const after = applyMarks(proposal.baseline.procedure, own.marks, own.added);
        const outcomes = effect.ok
          ? { procedure: effect.revision?.procedure ?? proposal.baseline.procedure, standing: effect.standing }
          : null;
        expect(outcomes).toEqual(stands ? { procedure: after, standing: standingOfPart(proposal, own) } : null);
        expect(effect.ok || effect.because.length > 0).toBe(true);
      }),
    );
  });

  test('is a revision that says who decided, by which document, on which frozen proposal', () => {
    const proposal = aProposal();
    const effect = on(proposal, whole(proposal));
    const revision = effect.ok ? effect.revision : null;
    expect(Revision.parse(revision)).toEqual(revision);
    expect(revision).toMatchObject({
      number: 4,
      publishedBy: 'Người ghi (minh họa)',
      publishedAt: AT,
      origin: 'Quyết định số 1234/QĐ-UBND ngày 20 tháng 9 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh (minh họa), phương án số 2',
      decision: { number: '1234/QĐ-UBND', effectiveFrom: '2026-10-01', redesign: 'ban-1', proposal: 2, hash: proposal.hash },
    });
  });

  test('is no new revision where all that was approved is recommended', () => {
    const proposal = aProposal({ marks: { 'gioi-tinh': { treatment: 'remove', authority: 'recommend' } }, added: [] });
    const { before } = proposal.measure;
    expect(on(proposal, whole(proposal))).toMatchObject({ ok: true, revision: null, standing: { before, after: before, meets: false } });
  });

  test('does not before its day', () => {
    const proposal = aProposal();
    expect(on(proposal, whole(proposal), proposal.baseline, '2026-09-30')).toEqual({
      ok: false,
      because: ['Chưa đến ngày có hiệu lực (01/10/2026).'],
    });
  });

  test('waits where a field goes on which something hangs that is only recommended', () => {
    const marks: Marks = { 'co-con': aMark('remove', { authority: 'decide' }), 'so-con': aMark('remove', { authority: 'recommend' }) };
    const proposal = aProposal({ procedure: aProcedureOf(['co-con', 'so-con'], { 'so-con': 'co-con' }), marks, added: [] });
    expect(on(proposal, whole(proposal))).toMatchObject({ ok: false, because: [expect.stringContaining('“SO-CON”')] });
  });
});

describe('on a revision that came out after the proposal was frozen', () => {
  const [before, marks] = [aProcedureOf(['a', 'b', 'c']), { a: aMark('remove') }];

  test('the marks are carried over, and what is new there stays', () => {
    const effect = overtaken(before, aProcedureOf(['a', 'b', 'c', 'd']), marks);
    expect(effect).toMatchObject({ ok: true, revision: { number: 5, procedure: aProcedureOf(['b', 'c', 'd']) } });
  });

  test('a field that is no longer asked has nothing left to lose', () => {
    expect(overtaken(before, aProcedureOf(['b', 'c']), marks)).toMatchObject({ ok: true, revision: null });
  });

  test('nothing takes effect where something new depends on what would go', () => {
    const effect = overtaken(before, aProcedureOf(['a', 'b', 'c', 'd'], { d: 'a' }), marks);
    expect(effect).toMatchObject({ ok: false, because: [expect.stringContaining('“D”')] });
  });

  test('nor where a field that was to be changed is gone', () => {
    const effect = overtaken(before, aProcedureOf(['b', 'c']), { a: aMark('makeOptional') });
    expect(effect).toMatchObject({ ok: false, because: [expect.stringContaining('“A”')] });
  });

  test('nor over words that somebody else has changed meanwhile', () => {
    const step = (text: string) => aProcedure({ steps: [aStep({ text })], forms: [aForm({ fields: [aField()] })] });
    const change: Marks = { 'buoc-1': aMark('change', { values: { text: 'Người dân nộp trực tuyến.' } }) };
    expect(overtaken(step('Nộp trực tiếp.'), step('Nộp trực tiếp.'), change)).toMatchObject({ ok: true });
    expect(overtaken(step('Nộp trực tiếp.'), step('Nộp qua bưu điện.'), change)).toMatchObject({
      ok: false,
      because: [expect.stringContaining('phiên bản 4')],
    });
  });
});
