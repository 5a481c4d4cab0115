import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupEntries, inPrintingOrder } from '#procedures/proposal/entry-groups.ts';
import { GROUPINGS } from '#procedures/proposal/submission.ts';
import { anEntry } from '../../support/submission.ts';

const entries = [
  anEntry({ redesign: 'a', internal: true, area: 'Thi, tuyển sinh', office: 'thi', officeName: 'Phòng thi (minh họa)' }),
  anEntry({ redesign: 'b', area: undefined, office: 'van-phong', officeName: 'Văn phòng Sở' }),
  anEntry({ redesign: 'c', area: 'Lĩnh vực Văn bằng', office: 'thi', officeName: 'Phòng thi (minh họa)' }),
  anEntry({ redesign: 'd', area: 'Thi, tuyển sinh', office: 'van-phong', officeName: 'Văn phòng Sở' }),
];
const shape = (grouping: (typeof GROUPINGS)[number]) =>
  groupEntries({ entries, grouping }).map(({ title, entries: own }) => [title, own.map(({ redesign }) => redesign).join('')]);

describe('the entries of a submission', () => {
  test('stand as the author put them where nothing is grouped', () => {
    expect(shape('none')).toEqual([['', 'abcd']]);
  });

  test('stand public before internal', () => {
    expect(shape('kind')).toEqual([
      ['Thủ tục hành chính', 'bcd'],
      ['Thủ tục hành chính nội bộ', 'a'],
    ]);
  });

  test('stand by area as the author began them, without an area last, and no area is called one twice', () => {
    expect(shape('area')).toEqual([
      ['Lĩnh vực Thi, tuyển sinh', 'ad'],
      ['Lĩnh vực Văn bằng', 'c'],
      ['Chưa xác định lĩnh vực', 'b'],
    ]);
  });

  test('stand by the office that proposed them', () => {
    expect(shape('office')).toEqual([
      ['Phòng thi (minh họa)', 'ac'],
      ['Văn phòng Sở', 'bd'],
    ]);
  });

  test('are each printed exactly once, whatever the grouping, and keep their order within a group', () => {
    const anyEntries = fc
      .array(
        fc.record({
          internal: fc.boolean(),
          area: fc.constantFrom(undefined, 'Một', 'Hai', 'internal', 'constructor'),
          office: fc.constantFrom('mot', 'hai'),
        }),
        { maxLength: 20 },
      )
      .map((some) => some.map((one, index) => anEntry({ ...one, redesign: `r${index}` })));
    fc.assert(
      fc.property(anyEntries, fc.constantFrom(...GROUPINGS), (some, grouping) => {
        const printed = inPrintingOrder({ entries: some, grouping });
        expect(printed.toSorted((a, b) => some.indexOf(a) - some.indexOf(b))).toEqual(some);
        for (const { entries: own } of groupEntries({ entries: some, grouping })) {
          expect(own).toEqual(some.filter((entry) => own.includes(entry)));
        }
      }),
    );
  });
});
