import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { entryOf, moveEntry, newSubmission, pendingOf, summaryOf } from '#procedures/proposal/compose.ts';
import { groupEntries } from '#procedures/proposal/entry-groups.ts';
import { Entry, GROUPINGS, Submission } from '#procedures/proposal/submission.ts';
import { anyProposal } from '../../support/arbitrary-proposal.ts';
import { aProposal } from '../../support/proposal.ts';
import { anEntry } from '../../support/submission.ts';

const anyEntries = fc
  .array(
    fc.record({ internal: fc.boolean(), area: fc.constantFrom(undefined, 'Thi cử', 'Văn bằng'), office: fc.constantFrom('mot', 'hai') }),
    { maxLength: 12 },
  )
  .map((some) => some.map((one, index) => anEntry({ ...one, redesign: `ban-${index}` })));

describe('an entry', () => {
  test('says of a proposal what a letter sums up: its cut, what the province decides and what it recommends', () => {
    const proposal = aProposal();
    expect(entryOf(proposal)).toMatchObject({
      redesign: proposal.redesign,
      number: 2,
      hash: proposal.hash,
      code: '9.000001',
      area: 'Văn bằng, chứng chỉ',
      officeName: 'Phòng Minh họa',
      standing: { before: proposal.measure.before, after: proposal.measure.after },
      decides: 8,
      recommends: 3,
    });
  });

  test('fits what a submission stores, and counts every change that has an authority once', () => {
    fc.assert(
      fc.property(anyProposal, (proposal) => {
        const entry = entryOf(proposal);
        expect(Entry.parse(entry)).toEqual(entry);
        const changes = Object.values(proposal.marks).filter(({ treatment }) => treatment !== 'keep').length + proposal.added.length;
        expect(entry.decides + entry.recommends).toBe(changes);
      }),
    );
  });
});

describe('a new submission', () => {
  const by = { name: 'Người lập (minh họa)', at: '2026-09-01T01:00:00Z' };
  const start = (letterhead = {}) => newSubmission({ id: 'tt-1', plan: DEMONSTRATION_PLAN, title: 'Tờ trình (minh họa)', letterhead, by });

  test('is addressed to whom the letterhead names, and to nobody otherwise', () => {
    expect(start({ recipient: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)' }).letter.recipient).toBe(
      'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
    );
    expect(start().letter).not.toHaveProperty('recipient');
    expect(Submission.parse(start())).toEqual(start());
  });

  test('has nothing pending before a decision, and after one what it has not moved yet', () => {
    const decided = { number: '1', date: '2026-09-20', effectiveFrom: '2026-09-20', by: by.name, at: by.at, applied: 1 };
    expect(pendingOf({ entries: [anEntry(), anEntry()] })).toBe(0);
    expect(pendingOf({ entries: [anEntry(), anEntry()], decided })).toBe(1);
  });
});

test('the groups of a summary hold every entry once', () => {
  fc.assert(
    fc.property(anyEntries, fc.constantFrom(...GROUPINGS), (entries, grouping) => {
      const { groups, entries: all } = summaryOf({ entries, grouping });
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(all);
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    }),
  );
});

describe('moving an entry', () => {
  const ids = (entries: readonly Entry[]) => entries.map(({ redesign }) => redesign);

  test('changes places and nothing else: all others keep their order within their group', () => {
    fc.assert(
      fc.property(anyEntries, fc.constantFrom(...GROUPINGS), fc.nat(12), fc.nat(12), (entries, grouping, which, to) => {
        const redesign = entries[which]?.redesign ?? 'khong-co';
        const moved = moveEntry({ entries, grouping }, redesign, to);
        expect(ids(moved).toSorted()).toEqual(ids(entries).toSorted());
        const others = (of: readonly Entry[]) =>
          groupEntries({ entries: [...of], grouping })
            .map(({ key, entries: own }) => `${key}: ${ids(own.filter((one) => one.redesign !== redesign)).join()}`)
            .toSorted();
        expect(others(moved)).toEqual(others(entries));
      }),
    );
  });

  test('puts it where it was asked for where nothing is grouped', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(12), fc.nat(14), (entries, which, to) => {
        const entry = entries[which];
        fc.pre(entry !== undefined);
        const moved = moveEntry({ entries, grouping: 'none' }, entry.redesign, to);
        expect(ids(moved).indexOf(entry.redesign)).toBe(Math.min(to, entries.length - 1));
      }),
    );
  });

  test('out of its group makes it the first or the last of it', () => {
    const entries = [anEntry({ redesign: 'a' }), anEntry({ redesign: 'b' }), anEntry({ redesign: 'c', internal: true })];
    expect(ids(moveEntry({ entries, grouping: 'kind' }, 'c', 0))).toEqual(['a', 'b', 'c']);
    expect(ids(moveEntry({ entries, grouping: 'kind' }, 'a', 2))).toEqual(['b', 'a', 'c']);
  });
});
