import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approvedPart, changedIds, decidedOf, ownPart, standingOfPart } from '#procedures/proposal/approved-part.ts';
import { decisionIssues, partIssues } from '#procedures/proposal/decide.ts';
import type { DecisionInput, Outcome } from '#procedures/proposal/decision.ts';
import { refusals } from '#procedures/redesign/guards.ts';
import { anyProposal, DECISION, partly, somePart, whole } from '../../support/arbitrary-proposal.ts';
import { aProposal } from '../../support/proposal.ts';
import { aMark, aProcedureOf } from '../../support/redesign.ts';
import { anEntry } from '../../support/submission.ts';

const signed = {
  entries: [anEntry({ redesign: 'a', name: 'Một' }), anEntry({ redesign: 'b', name: 'Hai' })],
  signedAt: '2026-09-05T01:41:00Z',
};
const TODAY = '2026-09-21';
const input = (outcomes: Outcome[], overrides: Partial<DecisionInput> = {}): DecisionInput => ({
  number: DECISION.number,
  date: DECISION.date,
  authority: DECISION.authority,
  signer: DECISION.signer,
  verb: DECISION.verb,
  effectiveFrom: DECISION.effectiveFrom,
  outcomes,
  ...overrides,
});
const approved = (redesign: string): Outcome => ({ redesign, outcome: 'approved' });
const issues = (outcomes: Outcome[], overrides: Partial<DecisionInput> = {}) =>
  decisionIssues(input(outcomes, overrides), signed, TODAY).map(({ path, message }) => `${path}: ${message}`);

describe('a decision as it is typed in', () => {
  test('has exactly one outcome for every signed proposal, in any order', () => {
    expect(issues([approved('b'), approved('a')])).toEqual([]);
    expect(issues([approved('a')])).toEqual(['outcomes: “Hai”: chưa ghi kết quả.']);
    expect(issues([approved('a'), approved('b'), approved('a')])).toEqual(['outcomes[2].redesign: “Một”: được ghi kết quả hai lần.']);
    expect(issues([approved('a'), approved('b'), approved('c')])).toEqual([
      'outcomes[2].redesign: Tờ trình đã ký không có phương án mang mã “c”.',
    ]);
  });

  test('says why something was not approved, and which changes were where only a part was', () => {
    expect(issues([approved('a'), { redesign: 'b', outcome: 'rejected' }])).toEqual([
      'outcomes[1].reason: “Hai”: không được phê duyệt nhưng chưa ghi lý do.',
    ]);
    expect(issues([approved('a'), { redesign: 'b', outcome: 'partly' }])).toEqual([
      'outcomes[1].reason: “Hai”: chỉ được phê duyệt một phần nhưng chưa ghi lý do.',
      'outcomes[1].marks: “Hai”: phê duyệt một phần nhưng chưa chọn thay đổi nào được phê duyệt.',
    ]);
    expect(issues([approved('a'), { redesign: 'b', outcome: 'approved', marks: ['x'] }])).toEqual([
      'outcomes[1].marks: “Hai”: chỉ chọn từng thay đổi khi phê duyệt một phần.',
    ]);
  });

  test.each<[string, Partial<DecisionInput>, string[]]>([
    ['on the day of the signing, in effect at once', { date: '2026-09-05', effectiveFrom: '2026-09-05' }, []],
    ['before it was signed off', { date: '2026-09-04' }, ['date']],
    ['on a day that is yet to come', { date: '2026-09-22' }, ['date']],
    ['in effect before it was made', { effectiveFrom: '2026-09-19' }, ['effectiveFrom']],
  ])('%s', (_, overrides, places) => {
    expect(decisionIssues(input([approved('a'), approved('b')], overrides), signed, TODAY).map(({ path }) => path)).toEqual(places);
  });
});

describe('a decision in part', () => {
  const procedure = aProcedureOf(['co-con', 'so-con', 'ten'], { 'so-con': 'co-con' });
  const marks = { 'co-con': aMark('remove'), 'so-con': aMark('remove'), ten: aMark('keep') };
  const proposal = aProposal({ procedure, marks, added: [] });
  const places = (ids: string[]) => partIssues('outcomes[3]', partly(proposal, ids), proposal);

  test('chooses from what changes: a mark that keeps its field is nothing to approve', () => {
    expect(changedIds(proposal)).toEqual(['co-con', 'so-con']);
    expect(places(['ten'])).toMatchObject([{ path: 'outcomes[3].marks', message: expect.stringContaining('“ten”') }]);
  });

  test('of everything is no decision in part', () => {
    expect(places(['so-con', 'co-con'])).toMatchObject([{ message: expect.stringContaining('Phê duyệt') }]);
  });

  test('must be able to stand by itself', () => {
    expect(places(['co-con'])).toMatchObject([{ message: expect.stringContaining('“SO-CON”') }]);
    expect(places(['so-con'])).toEqual([]);
  });

  test('is refused exactly where the guards would refuse its marks', () => {
    fc.assert(
      fc.property(
        anyProposal.chain((one) => fc.tuple(fc.constant(one), somePart(one))),
        ([one, ids]) => {
          fc.pre(ids.length > 0 && ids.length < changedIds(one).length);
          const { marks: own, added } = approvedPart(one, partly(one, ids));
          const stands = refusals(one.baseline.procedure, own, added).length === 0;
          expect(partIssues('outcomes[0]', partly(one, ids), one).length === 0).toBe(stands);
        },
      ),
    );
  });
});

describe('the approved part', () => {
  const anyCase = anyProposal.chain((one) => fc.tuple(fc.constant(one), somePart(one)));

  test('is the whole proposal, nothing, or exactly what was named', () => {
    fc.assert(
      fc.property(anyCase, ([one, ids]) => {
        expect(approvedPart(one, whole(one))).toEqual({ marks: one.marks, added: one.added });
        expect(approvedPart(one, { outcome: 'rejected' })).toEqual({ marks: {}, added: [] });
        const part = approvedPart(one, partly(one, ids));
        expect(changedIds(part)).toEqual(changedIds(one).filter((id) => ids.includes(id)));
        for (const [id, mark] of Object.entries(part.marks)) expect(mark).toBe(one.marks[id]);
      }),
    );
  });

  test('falls apart into what the province decides and what it recommends', () => {
    fc.assert(
      fc.property(anyCase, ([one, ids]) => {
        const part = approvedPart(one, partly(one, ids));
        const own = new Set(changedIds(ownPart(part)));
        const rest = changedIds(part).filter((id) => !own.has(id));
        const authorities = (wanted: string) =>
          changedIds(part).filter((id) => (part.marks[id] ?? part.added.find(({ field }) => field.id === id))?.authority === wanted);
        expect([...own]).toEqual(authorities('decide'));
        expect(rest).toEqual(authorities('recommend'));
      }),
    );
  });

  test('never cuts more than the whole, as long as nothing is added', () => {
    fc.assert(
      fc.property(anyCase, ([one, ids]) => {
        const bare = { ...one, added: [] };
        const of = (outcome: Outcome) => standingOfPart(bare, approvedPart(bare, outcome));
        const [all, part, none] = [of(whole(bare)), of(partly(bare, ids)), of({ redesign: bare.redesign, outcome: 'rejected' })];
        expect([part.before, none.before, none.after]).toEqual([all.before, all.before, all.before]);
        expect(part.after).toBeGreaterThanOrEqual(all.after);
        expect(part.after).toBeLessThanOrEqual(none.after);
      }),
    );
  });

  test('stands with the redesign as the decision has it; of a whole proposal as it was frozen', () => {
    fc.assert(
      fc.property(anyCase, ([one, ids]) => {
        const { before, after, meets, missing } = one.measure;
        expect(decidedOf(DECISION, whole(one), one)).toEqual({
          submission: DECISION.submission,
          decision: DECISION.number,
          date: DECISION.date,
          outcome: 'approved',
          standing: { before, after, meets, missing },
        });
        expect(decidedOf(DECISION, partly(one, ids), one)).toMatchObject({ outcome: 'partly', marks: ids, reason: 'Lý do (minh họa)' });
        const rejected: Outcome = { redesign: one.redesign, outcome: 'rejected', reason: 'Không phù hợp (minh họa)' };
        expect(decidedOf(DECISION, rejected, one)).not.toHaveProperty('standing');
      }),
    );
  });
});
