// Lines of a plan and what happens to them, for tests of totals and rankings. Names are made up (minh họa).
import fc from 'fast-check';
import type { Followed } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import { type Standing, STATES } from '#procedures/redesign/redesign.ts';

const TARGET = 2000;

/** In scope, nothing done yet: ten fields, target 20 %. */
export function aLine(overrides: Partial<PlanLine> = {}): PlanLine {
  return {
    version: 1,
    plan: 'ke-hoach',
    office: 'phong-a',
    procedure: '9.000001',
    procedureName: 'Thủ tục (minh họa)',
    internal: false,
    declared: 10,
    target: TARGET,
    ...overrides,
  };
}

export function aStanding(before: number, after: number): Standing {
  return { before, after, meets: meetsTarget(before, after, TARGET), missing: missingToTarget(before, after, TARGET) };
}

export function aFollowed(overrides: Partial<Followed> & { standing?: Standing } = {}): Followed {
  const { standing, ...rest } = overrides;
  const frozen = standing && { ...standing, number: 1, hash: 'a'.repeat(64), at: '2026-01-08T01:41:00Z', by: 'Người Mẫu (minh họa)' };
  return { id: 'ban-1', state: 'draft', ...(frozen && { frozen }), ...rest };
}

const anyStanding = fc.tuple(fc.nat(60), fc.nat(60)).map(([before, after]) => aStanding(before, after));

/** Any redesign of three, in any state, with or without a proposal: more than the workspace ever lets happen. */
export const anyFollowed: fc.Arbitrary<Followed> = fc
  .record({
    id: fc.constantFrom('ban-1', 'ban-2', 'ban-3'),
    state: fc.constantFrom(...STATES),
    standing: fc.option(anyStanding, { nil: undefined }),
    effect: fc.option(anyStanding, { nil: undefined }),
  })
  .map(({ id, state, standing, effect: own }) => {
    const effect = own && { effect: { from: '2026-10-01', revision: 2, at: '2026-10-01T02:00:00Z', standing: own } };
    return aFollowed({ id, state, ...(standing && { standing }), ...effect });
  });

/** Any line that has just come into scope. */
export const anyLine: fc.Arbitrary<PlanLine> = fc
  .record({
    procedure: fc.constantFrom('9.000001', '9.000002', '9.000003'),
    office: fc.constantFrom('phong-a', 'phong-b'),
    internal: fc.boolean(),
    declared: fc.nat(60),
    deadline: fc.option(fc.constantFrom('2026-03-31', '2026-06-30'), { nil: undefined }),
    dossiersPerYear: fc.option(fc.nat(5000), { nil: undefined }),
  })
  .map(({ deadline, dossiersPerYear, ...line }) =>
    aLine({ ...line, ...(deadline && { deadline }), ...(dossiersPerYear !== undefined && { dossiersPerYear }) }),
  );
