import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedForms } from '#lib/proposal/sheet-pairs.ts';
import { aProposal, MARKS } from '../../support/proposal.ts';

const pairsOf = (proposal = aProposal()) =>
  pairedForms(proposal).flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(({ pairs }) => pairs)));
const pair = (id: string) => pairsOf().find((one) => one.id === id);

describe('the sheet before and after, line beside line', () => {
  test('a field that leaves stands only before, an added one only after', () => {
    expect(pair('gioi-tinh')).toMatchObject({ treatment: 'remove', outcome: 'Không còn khai', before: {} });
    expect(pair('gioi-tinh')?.after).toBeUndefined();
    expect(pair('ma-ho-so')).toMatchObject({ treatment: 'added', after: {} });
    expect(pair('ma-ho-so')?.before).toBeUndefined();
  });
  test('a field that stays stands on both sides, each with the number of its sheet', () => {
    expect(pair('ho-ten')).toMatchObject({ numberBefore: 1, numberAfter: 1 });
    expect(pair('so-dinh-danh')).toMatchObject({ numberBefore: 4, numberAfter: 2 });
    expect(pair('so-dinh-danh')?.treatment).toBeUndefined();
  });
  test('whatever is marked, the numbers run without a gap on either side, and count what the measure counts', () => {
    const ids = Object.keys(MARKS);
    fc.assert(
      fc.property(fc.subarray(ids), (chosen) => {
        // A merge needs its field, which no mark here takes away.
        const proposal = aProposal({ marks: Object.fromEntries(chosen.map((id) => [id, MARKS[id] ?? { treatment: 'keep' }])) });
        const pairs = pairsOf(proposal);
        const numbers = (of: 'numberBefore' | 'numberAfter') => pairs.flatMap((one) => one[of] ?? []);
        expect(numbers('numberBefore')).toEqual(Array.from({ length: proposal.measure.before }, (_, at) => at + 1));
        expect(numbers('numberAfter')).toEqual(Array.from({ length: proposal.measure.after }, (_, at) => at + 1));
      }),
    );
  });
});
