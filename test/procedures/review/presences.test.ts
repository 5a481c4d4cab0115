import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Presence } from '#procedures/review/presence.ts';
import { beat, company, type Company, GONE_AFTER, type Sign } from '#procedures/review/presences.ts';

type Answer = Company & { took: string | null };
const at = (second: number) => new Date(Date.UTC(2026, 2, 1, 8, 0, second)).toISOString();

/** Tabs `a` and `b` of two people and their signs of life, second by second. */
function room() {
  const rows = new Map<string, Presence>();
  return (tab: string, second: number, sign: Partial<Sign> = {}): Answer => {
    const all = [...rows.values()];
    const me = { subject: `nguoi-${tab}`, tab, name: `Người ${tab} (minh họa)`, officeName: 'Phòng (minh họa)' };
    const { own, took } = beat(all, me, { editing: false, unsaved: false, ...sign }, at(second));
    rows.set(tab, own);
    return { ...company(all, own, at(second)), took: took?.tab ?? null };
  };
}
const editors = ({ people }: Answer) => people.filter(({ editing }) => editing).map(({ tab }) => tab);

describe('who is here', () => {
  test('is everybody with a sign of life in the last thirty seconds, the longest there first', () => {
    const sign = room();
    sign('b', 0);
    sign('a', 5, { editing: true });
    const seen = sign('b', 20).people;
    expect(seen.map(({ tab, since, editing, you }) => ({ tab, since, editing, you }))).toEqual([
      { tab: 'b', since: at(0), editing: false, you: true },
      { tab: 'a', since: at(5), editing: true, you: false },
    ]);
    expect(sign('b', 5 + GONE_AFTER / 1000).people.map(({ tab }) => tab)).toEqual(['b']);
  });

  test('is there anew after having been gone', () => {
    const sign = room();
    sign('a', 0, { editing: true });
    expect(sign('a', 60, { editing: true }).people).toMatchObject([{ since: at(60), editing: true }]);
  });
});

describe('a take-over', () => {
  test('is asked for, saved before, handed over, and seen by the one who asked', () => {
    const sign = room();
    sign('a', 0, { editing: true, unsaved: true });
    expect(sign('b', 1, { ask: true }).asked).toEqual({ of: 'nguoi-a', name: 'Người a (minh họa)', at: at(1) });
    expect(sign('a', 2, { editing: true, unsaved: true }).asking).toEqual({ by: 'nguoi-b', name: 'Người b (minh họa)', at: at(1) });
    expect(sign('b', 3)).toMatchObject({ took: null, asked: { at: at(1) } });
    expect(editors(sign('a', 4, { yield: true }))).toEqual([]);
    const taken = sign('b', 5);
    expect([taken.took, taken.asked, editors(taken)]).toEqual(['a', null, ['b']]);
    expect(sign('a', 6)).toMatchObject({ asking: null, took: null });
    expect(sign('b', 7, { editing: true }).took).toBeNull();
  });

  test('never happens by itself: whoever edits goes on until they hand over or leave', () => {
    const sign = room();
    sign('a', 0, { editing: true });
    for (let second = 1; second < 200; second += 5) {
      sign('b', second, { ask: true });
      expect(editors(sign('a', second + 1, { editing: true }))).toEqual(['a']);
    }
  });

  test('is no longer asked for when the request is taken back, or the other edits no more', () => {
    const sign = room();
    sign('a', 0, { editing: true });
    sign('b', 1, { ask: true });
    sign('b', 2, { ask: false });
    expect(sign('a', 3, { editing: true }).asking).toBeNull();
    sign('b', 4, { ask: true });
    sign('a', 5);
    expect(sign('b', 6)).toMatchObject({ asked: null, took: null });
  });

  test('of somebody whom nobody has asked hands nothing over', () => {
    const sign = room();
    sign('b', 0);
    expect(editors(sign('a', 1, { editing: true, yield: true }))).toEqual(['a']);
  });

  test('goes to whoever asked first', () => {
    const sign = room();
    sign('a', 0, { editing: true });
    sign('c', 1, { ask: true });
    sign('b', 2, { ask: true });
    sign('a', 3, { yield: true });
    expect([sign('b', 4).took, sign('c', 5).took]).toEqual([null, 'a']);
  });

  test('takes the pen from nobody who does not give it, whatever three tabs do', () => {
    const anySigns = fc.array(
      fc.record({
        tab: fc.constantFrom('a', 'b', 'c'),
        pause: fc.constantFrom(1, 5, 40),
        editing: fc.boolean(),
        ask: fc.option(fc.boolean(), { nil: undefined }),
        yield: fc.option(fc.boolean(), { nil: undefined }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anySigns, (signs) => {
        const sign = room();
        let second = 0;
        const gave = new Set<string>();
        for (const { tab, pause, ...wanted } of signs) {
          second += pause;
          const answer = sign(tab, second, wanted);
          if (wanted.yield) gave.add(tab);
          expect(answer.took === null || gave.has(answer.took)).toBe(true);
          // Who says that they edit does, unless they are handing over.
          expect(!wanted.editing || gave.has(tab) || editors(answer).includes(tab)).toBe(true);
        }
      }),
    );
  });
});
