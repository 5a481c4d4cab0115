import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { contribution, movement, noTotals, plus, STAGES, type Totals, totalOf } from '#procedures/plan/totals.ts';
import { aFollowed, aLine, anyFollowed, anyLine, aStanding } from '../../support/plan-line.ts';

const sumOf = (lines: readonly PlanLine[]): Totals => lines.map(contribution).reduce((sum, one) => plus(sum, one), noTotals());

describe('totals', () => {
  test('moved along with any sequence of changes are the sum of what the lines contribute', () => {
    const anyChange = fc.oneof(
      fc.record({ at: fc.nat(2), redesign: anyFollowed }),
      fc.record({ at: fc.nat(2), office: fc.constantFrom('phong-a', 'phong-b', 'phong-c') }),
      fc.record({ at: fc.nat(2), gone: fc.constant(true) }),
      fc.record({ line: anyLine }),
    );
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
        let lines: PlanLine[] = [];
        let totals: Record<string, Totals> = {};
        const move = (from: PlanLine | null, to: PlanLine | null) => {
          if (from) totals[from.office] = plus(totals[from.office] ?? noTotals(), movement(from, null));
          if (to) totals[to.office] = plus(totals[to.office] ?? noTotals(), movement(null, to));
          lines = [...lines.filter((line) => line !== from), ...(to ? [to] : [])];
        };
        for (const change of changes) {
          if ('line' in change) move(null, change.line);
          else {
            const line = lines[change.at];
            if (!line) continue;
            if ('redesign' in change) move(line, follow(line, change.redesign));
            else if ('office' in change) move(line, { ...line, office: change.office, version: line.version + 1 });
            else move(line, null);
          }
        }
        expect(totalOf(totals)).toEqual(sumOf(lines));
        for (const [office, total] of Object.entries(totals)) expect(total).toEqual(sumOf(lines.filter((line) => line.office === office)));
      }),
    );
  });

  test('count every procedure in scope in one state, and at each stage no more than at the one before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyLine, fc.array(anyFollowed, { maxLength: 6 })), { maxLength: 5 }), (given) => {
        const totals = sumOf(given.map(([line, redesigns]) => redesigns.reduce(follow, line)));
        expect(totals.procedures).toBe(given.length);
        expect(Object.values(totals.states).reduce((sum, count) => sum + count, 0)).toBe(given.length);
        const counts = STAGES.map((stage) => totals[stage].procedures);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        expect(totals.proposed.procedures).toBeLessThanOrEqual(totals.procedures);
      }),
    );
  });

  test('never count a procedure twice when a redesign is opened after an achieved one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('approved', 'inEffect'),
        fc.constantFrom('draft', 'submitted', 'accepted', 'returned'),
        (state, later) => {
          const achieved = follow(aLine(), aFollowed({ state, standing: aStanding(10, 7) }));
          const again = follow(achieved, aFollowed({ id: 'ban-2', state: later, standing: aStanding(7, 6) }));
          expect(again).toMatchObject({ latest: { redesign: 'ban-2' }, achieved: { redesign: 'ban-1' } });
          const { approved, proposed } = contribution(again);
          expect(approved).toEqual({ procedures: 1, internal: 0, before: 10, after: 7, meets: 1 });
          expect(proposed).toEqual(approved);
        },
      ),
    );
  });

  test('count what is in effect by what has taken effect: recommendations that were approved are still to come', () => {
    const effect = { from: '2026-10-01', revision: 2, at: '2026-10-01T02:00:00Z', standing: aStanding(10, 9) };
    const { approved, inEffect } = contribution(follow(aLine(), aFollowed({ state: 'inEffect', standing: aStanding(10, 7), effect })));
    expect(approved).toEqual({ procedures: 1, internal: 0, before: 10, after: 7, meets: 1 });
    expect(inEffect).toEqual({ procedures: 1, internal: 0, before: 10, after: 9, meets: 0 });
  });

  test('a procedure without a proposal counts in scope with what it asks today', () => {
    expect(contribution(aLine())).toMatchObject({
      procedures: 1,
      declared: 10,
      declaring: 1,
      withoutDossiers: 1,
      proposed: { procedures: 0 },
    });
    expect(contribution(aLine({ declared: 0 }))).toMatchObject({ declared: 0, declaring: 0, withoutDossiers: 0 });
    expect(contribution(aLine({ dossiersPerYear: 5 })).withoutDossiers).toBe(0);
  });

  test('a returned proposal counts as in scope, not as proposed', () => {
    const returned = follow(aLine(), aFollowed({ state: 'returned', standing: aStanding(12, 6) }));
    expect(contribution(returned)).toMatchObject({ declared: 12, states: { returned: 1 }, proposed: { procedures: 0 } });
  });
});
