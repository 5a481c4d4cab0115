import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, type Followed, followAll, sameProgress, standingOf } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { Standing, State } from '#procedures/redesign/redesign.ts';
import { aFollowed, aLine, aStanding } from '../../support/plan-line.ts';

const inEffect = (id = 'ban-1') => aFollowed({ id, state: 'inEffect', standing: aStanding(10, 7) });
const rejected = (id = 'ban-1') => aFollowed({ id, state: 'rejected', standing: aStanding(10, 9) });
const draft = (id: string) => aFollowed({ id });
const discarded = (id: string) => aFollowed({ id, state: 'discarded' });

describe('a line that follows its redesigns', () => {
  test('stands at what was approved where it was approved in part, not at what was proposed', () => {
    const decided = { submission: 't', decision: '1/QĐ-UBND', date: '2026-05-01', outcome: 'partly' as const, standing: aStanding(10, 9) };
    expect(standingOf(aFollowed({ standing: aStanding(10, 5), decided }))).toEqual(aStanding(10, 9));
    expect(standingOf(aFollowed({ standing: aStanding(10, 5), decided: { ...decided, outcome: 'rejected' } }))).toEqual(aStanding(10, 5));
    expect(standingOf(aFollowed())).toBeUndefined();
  });

  test('forgets a discarded draft', () => {
    expect(follow(follow(aLine(), draft('ban-1')), discarded('ban-1'))).toEqual(aLine({ version: 3 }));
  });

  test.each([
    ['in effect', inEffect()],
    ['rejected', rejected()],
  ])('stands again at the one %s before a discarded draft', (_state, closed) => {
    const before = follow(aLine(), closed);
    const opened = follow(before, draft('ban-2'));
    const gone = follow(opened, discarded('ban-2'));
    expect(gone).toEqual({ ...before, version: 4 });
    expect(follow(gone, draft('ban-2'))).toEqual({ ...opened, version: 5 });
  });

  test('keeps the one in effect in mind beside a rejected one', () => {
    const line = [inEffect('ban-1'), rejected('ban-2'), draft('ban-3')].reduce(follow, aLine());
    expect(line).toMatchObject({ latest: { redesign: 'ban-3' }, rejected: { redesign: 'ban-2' }, achieved: { redesign: 'ban-1' } });
    expect(follow(line, discarded('ban-3'))).toMatchObject({ latest: { redesign: 'ban-2' }, achieved: { redesign: 'ban-1' } });
  });

  test('of its redesigns forgets none when another one is discarded', () => {
    const opened = [inEffect(), draft('ban-2')].reduce(follow, aLine());
    expect(follow(opened, discarded('ban-3'))).toEqual({ ...opened, version: opened.version + 1 });
  });
});

/** What happens to one procedure: whatever the table of transitions lets happen, one redesign under way at a time. */
type Life = { line: PlanLine; redesigns: (Followed & { closedAt: string })[] };

const NEXT: Partial<Record<State, State[]>> = {
  draft: ['submitted', 'discarded'],
  returned: ['draft', 'submitted', 'discarded'],
  submitted: ['accepted', 'returned'],
  accepted: ['bundled', 'returned'],
  bundled: ['approved', 'rejected', 'accepted'],
  approved: ['inEffect'],
};

function live(life: Life, choice: number, standing: Standing): Life {
  const under = life.redesigns.findIndex(({ state }) => NEXT[state] !== undefined);
  const step = (index: number, state: State): Life => {
    const known = life.redesigns[index] ?? { ...aFollowed({ id: `ban-${index}` }), closedAt: '' };
    const isSubmitted = state === 'submitted' && aFollowed({ standing }).frozen;
    const moved = { ...known, state, closedAt: String(life.line.version).padStart(6, '0'), ...(isSubmitted && { frozen: isSubmitted }) };
    return { line: follow(life.line, moved), redesigns: life.redesigns.toSpliced(index, 1, moved) };
  };
  if (under >= 0) {
    const states = NEXT[life.redesigns[under]?.state ?? 'draft'] ?? [];
    return step(under, states[choice % states.length] ?? 'draft');
  }
  const dropped = life.redesigns.findIndex(({ state }) => state === 'discarded');
  return dropped >= 0 && choice % 2 === 0 ? step(dropped, 'draft') : step(life.redesigns.length, 'draft');
}

test('one step at a time a line comes to where all redesigns together put it', () => {
  const anyStanding = fc.tuple(fc.nat(20), fc.nat(20)).map(([before, after]) => aStanding(before, after));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), anyStanding), { maxLength: 60 }), (choices) => {
      const { line, redesigns } = choices.reduce<Life>((life, [choice, standing]) => live(life, choice, standing), {
        line: aLine(),
        redesigns: [],
      });
      const again = followAll(line, redesigns.toReversed(), ({ closedAt }) => closedAt);
      expect(again).toEqual({ ...line, version: line.version + 1 });
      expect(sameProgress(again, line)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('another standing, state or redesign is another progress', () => {
  const line = follow(aLine(), aFollowed({ state: 'submitted', standing: aStanding(10, 7) }));
  expect(sameProgress(line, follow(aLine(), aFollowed({ state: 'submitted', standing: aStanding(10, 6) })))).toBe(false);
  expect(sameProgress(line, follow(aLine(), aFollowed({ state: 'accepted', standing: aStanding(10, 7) })))).toBe(false);
  expect(sameProgress(line, aLine())).toBe(false);
});
