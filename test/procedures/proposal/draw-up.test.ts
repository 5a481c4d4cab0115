import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import { drawUp } from '#procedures/proposal/draw-up.ts';
import { ProposalContent } from '#procedures/proposal/proposal.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { aFullMark, anAddedField, aRedesign, aRevision, ruleV1 } from '../../support/redesign.ts';

const marks = {
  'ho-ten': aFullMark('retrieve', { ground: 'nq66.7-d2.1', dataItem: 'population/1', fallback: 'Yêu cầu bổ sung.', notConnected: true }),
  'ngay-sinh': aFullMark('remove', { ground: 'duplicate' }),
};
const parts = {
  redesign: aRedesign(undefined, { marks, added: [anAddedField({}, { ground: 'necessity' })], proposals: 1 }),
  baseline: aRevision(),
  plan: DEMONSTRATION_PLAN,
  rule: ruleV1(),
  registers: REGISTERS,
  grounds: GROUNDS,
  by: 'Nguyễn Thị Mẫu (minh họa)',
  at: '2026-03-01T02:00:00Z',
};

describe('drawing up a proposal', () => {
  const content = drawUp(parts);

  test('freezes baseline, marks, plan and rule under the next number', () => {
    expect(ProposalContent.parse(content)).toEqual(content);
    expect(content).toMatchObject({ redesign: 'btc-1', number: 2, baseline: aRevision(), marks, rule: { id: 'v1' } });
    expect(content.officeName).toBe('Phòng Quản lý chất lượng (minh họa)');
    expect([content.submittedBy, content.submittedAt]).toEqual([parts.by, parts.at]);
  });

  test('carries the numbers under the target of the plan', () => {
    expect(content.measure).toMatchObject({
      before: 4,
      after: 3,
      added: 1,
      target: 2000,
      meets: true,
      cut: { numerator: 1, denominator: 4 },
    });
  });

  test('holds only the grounds and registers that it names', () => {
    expect(content.grounds.map((ground) => ground.id)).toEqual(['nq66.7-d2.1', 'necessity', 'duplicate']);
    expect(content.registers.map((register) => register.id)).toEqual(['population']);
  });

  test('gives the same canonical text again, whatever the order of the marks', () => {
    const reversed = Object.fromEntries(Object.entries(marks).toReversed());
    expect(canonicalJson(drawUp({ ...parts, redesign: { ...parts.redesign, marks: reversed } }))).toBe(canonicalJson(content));
  });

  test('does not measure against another revision than the frozen one', () => {
    expect(() => drawUp({ ...parts, baseline: { ...aRevision(), number: 2 } })).toThrow('revision 1');
  });
});
