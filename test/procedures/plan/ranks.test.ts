import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { lineRow, placeIn, type Rank } from '#procedures/plan/ranks.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { compareRatio } from '#procedures/text/ratio.ts';
import { aFollowed, aLine, aStanding } from '../../support/plan-line.ts';

const ranked = (rank: Rank, lines: readonly PlanLine[]) =>
  lines
    .flatMap((line) => {
      const place = placeIn(rank, line);
      return place === null ? [] : [{ line, place }];
    })
    .toSorted((a, b) => Number(a.place > b.place) - Number(a.place < b.place))
    .map(({ line }) => line);
const names = (rank: Rank, lines: readonly PlanLine[]) => ranked(rank, lines).map(({ procedure }) => procedure);
const at = (procedure: string, state: State, before: number, after: number, more: Partial<PlanLine> = {}) =>
  follow(aLine({ procedure, ...more }), aFollowed({ state, standing: aStanding(before, after) }));

describe('deadlines at risk', () => {
  const due = (procedure: string, deadline: string | undefined, state?: State) => {
    const line = aLine({ procedure, ...(deadline && { deadline }) });
    return state ? follow(line, aFollowed({ state, standing: aStanding(10, 7) })) : line;
  };

  test('are those of procedures not yet submitted, the nearest first', () => {
    const lines = [due('c', '2026-06-30'), due('a', '2026-03-31', 'draft'), due('b', '2026-04-15', 'returned'), due('d', undefined)];
    expect(names('deadlines', lines)).toEqual(['a', 'b', 'c']);
  });

  test.each<State>(['submitted', 'accepted', 'bundled', 'approved', 'rejected', 'inEffect'])('are over once it is %s', (state) => {
    expect(placeIn('deadlines', due('a', '2026-03-31', state))).toBeNull();
  });

  test('come back when the draft is discarded, and stay away where another redesign is in effect', () => {
    expect(placeIn('deadlines', due('a', '2026-03-31', 'discarded'))).toBe('2026-03-31');
    expect(placeIn('deadlines', follow(due('a', '2026-03-31', 'inEffect'), aFollowed({ id: 'ban-2' })))).toBeNull();
  });
});

describe('the largest cuts', () => {
  test('go by the exact share, then by the number of fields', () => {
    const lines = [at('a', 'submitted', 10, 8), at('b', 'accepted', 3, 2), at('c', 'inEffect', 6, 4), at('d', 'submitted', 100, 80)];
    expect(names('cuts', lines)).toEqual(['c', 'b', 'd', 'a']);
  });

  test('never mistake two cuts for one another', () => {
    const anyCut = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.nat(999_998)).filter(([before, after]) => after < before);
    fc.assert(
      fc.property(anyCut, anyCut, ([b1, a1], [b2, a2]) => {
        const order = compareRatio({ numerator: b2 - a2, denominator: b2 }, { numerator: b1 - a1, denominator: b1 });
        const [first, second] = [at('a', 'submitted', b1, a1), at('b', 'submitted', b2, a2)].map((line) => placeIn('cuts', line) ?? '');
        if (first === undefined || second === undefined) throw new Error('Both have a place.');
        fc.pre(order !== 0);
        expect(first < second).toBe(order < 0);
      }),
    );
  });

  test('are none where nothing is proposed, nothing is cut, or more is asked', () => {
    const none = [aLine(), at('a', 'draft', 10, 5), at('b', 'submitted', 10, 10), at('c', 'submitted', 10, 12)];
    expect(names('cuts', none)).toEqual([]);
  });
});

describe('the furthest from the target', () => {
  test('go by missing fields times dossiers a year', () => {
    const lines = [
      at('a', 'submitted', 10, 9, { dossiersPerYear: 1000 }),
      aLine({ procedure: 'b', dossiersPerYear: 600 }),
      aLine({ procedure: 'c', declared: 100, definedDossiers: 50 }),
    ];
    expect(ranked('furthest', lines).map(({ procedure, ...line }) => [procedure, lineRow({ ...line, procedure }).missing])).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 20],
    ]);
  });

  test('take what people set before what the definition says', () => {
    expect(lineRow(aLine({ dossiersPerYear: 7, definedDossiers: 50 })).dossiers).toBe(7);
    expect(lineRow(aLine({ definedDossiers: 50 })).dossiers).toBe(50);
    expect(lineRow(aLine()).dossiers).toBeNull();
  });

  test('are only those of which somebody knows the dossiers, that have some, and that miss fields', () => {
    const { target: _none, ...untargeted } = aLine({ dossiersPerYear: 5 });
    const none = [aLine(), aLine({ dossiersPerYear: 0 }), at('a', 'submitted', 10, 8, { dossiersPerYear: 5 }), untargeted];
    expect(names('furthest', none)).toEqual([]);
  });
});
