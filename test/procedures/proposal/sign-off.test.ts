import { expect, test } from 'vitest';
import { letterheadAt } from '#procedures/plan/letterhead.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { newSubmission } from '#procedures/proposal/compose.ts';
import { signedContent } from '#procedures/proposal/sign-off.ts';
import { SignedContent } from '#procedures/proposal/submission.ts';
import { ruleV1 } from '../../support/redesign.ts';
import { anEntry } from '../../support/submission.ts';

const PLAN = {
  ...DEMONSTRATION_PLAN,
  letterhead: { agency: 'Sở cũ (minh họa)' },
  letterheads: [
    { agency: 'Sở sau hợp nhất (minh họa)', from: '2026-07-01' },
    { agency: 'Sở đổi tên (minh họa)', from: '2026-03-01' },
  ],
};
const by = { name: 'Người lập (minh họa)', at: '2026-06-01T01:00:00Z' };
const submission = {
  ...newSubmission({ id: 'tt-1', plan: PLAN, title: 'Tờ trình (minh họa)', letterhead: {}, by }),
  entries: [anEntry()],
  signings: 1,
};
const signedAt = (at: string) => signedContent({ submission, plan: PLAN, rule: ruleV1(), by: 'Lãnh đạo (minh họa)', at });

test('a letterhead takes over on its day and not before, in whatever order they were entered', () => {
  const agencyOn = (day: string) => letterheadAt(PLAN, day).agency;
  expect(['2026-02-28', '2026-03-01', '2026-06-30', '2026-07-01'].map(agencyOn)).toEqual([
    'Sở cũ (minh họa)',
    'Sở đổi tên (minh họa)',
    'Sở đổi tên (minh họa)',
    'Sở sau hợp nhất (minh họa)',
  ]);
});

test('the leader signs under the letterhead of the day in Vietnam', () => {
  expect(signedAt('2026-06-30T16:59:00Z').letterhead).toEqual({ agency: 'Sở đổi tên (minh họa)' });
  expect(signedAt('2026-06-30T17:00:00Z').letterhead).toEqual({ agency: 'Sở sau hợp nhất (minh họa)' });
});

test('what is signed is the submission under plan, rule and target, with the number of the signing', () => {
  const content = signedAt('2026-06-02T01:00:00Z');
  expect(SignedContent.parse(content)).toEqual(content);
  expect(content).toMatchObject({
    submission: 'tt-1',
    number: 2,
    entries: submission.entries,
    plan: { id: PLAN.id, rule: 'v1', ruleName: ruleV1().name, target: 2000, demonstration: true },
    signedBy: 'Lãnh đạo (minh họa)',
  });
});
