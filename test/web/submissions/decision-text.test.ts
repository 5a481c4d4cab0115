import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionText, type Exception, isDecisionText, lacksOf, placeOf, toInput } from '#lib/submissions/decision/decision-text.ts';

const typed = (more: Partial<DecisionText> = {}): DecisionText => ({
  number: '1234/QĐ-UBND',
  date: '8/1/2026',
  authority: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
  titles: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  name: '',
  verb: 'approve',
  effectiveFrom: 'ngày 15 tháng 01 năm 2026',
  exceptions: {},
  ...more,
});
const exception = (more: Partial<Exception> = {}): Exception => ({ outcome: 'rejected', reason: 'Vì (minh họa).', marks: null, ...more });

describe('a decision typed in from its paper', () => {
  test('is sent with an outcome for every proposal, once, approved unless said otherwise', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 50 }),
        fc.array(fc.boolean()),
        (ids, out) => {
          const exceptions = Object.fromEntries(ids.filter((_, index) => out[index]).map((id) => [id, exception()]));
          const { outcomes } = toInput(typed({ exceptions }), ids);
          expect(outcomes.map(({ redesign }) => redesign)).toEqual(ids);
          for (const { redesign, outcome } of outcomes) expect(outcome).toBe(redesign in exceptions ? 'rejected' : 'approved');
        },
      ),
    );
  });
  test('has its days read however they are written, its titles line by line, and never a name that nobody typed', () => {
    const input = toInput(typed(), ['a']);
    expect(input).toMatchObject({ date: '2026-01-08', effectiveFrom: '2026-01-15', signer: { titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] } });
    expect(input.signer).not.toHaveProperty('name');
  });
  test('names the approved changes only of what was approved in part', () => {
    const exceptions = { a: exception({ outcome: 'partly', marks: ['x'] }), b: exception({ marks: ['y'] }) };
    expect(toInput(typed({ exceptions }), ['a', 'b']).outcomes).toEqual([
      { redesign: 'a', outcome: 'partly', reason: 'Vì (minh họa).', marks: ['x'] },
      { redesign: 'b', outcome: 'rejected', reason: 'Vì (minh họa).' },
    ]);
  });
});

describe('what a decision lacks', () => {
  test('is nothing when everything is there', () => {
    expect(lacksOf(typed())).toEqual([]);
  });
  test('is said of each box, and of a day that cannot be read', () => {
    const lacks = lacksOf(typed({ number: ' ', date: '31/2/2026', titles: '\n' }));
    expect(lacks.map((one) => ('box' in one ? one.box : ''))).toEqual(['number', 'date', 'titles']);
    expect(lacks[1]?.message).toContain('31/2/2026');
  });
  test('is a reason for whatever was not approved, and the changes for what was in part', () => {
    const exceptions = {
      a: exception({ reason: ' ' }),
      b: exception({ outcome: 'partly', marks: [] }),
      c: exception({ outcome: 'partly' }),
    };
    expect(lacksOf(typed({ exceptions })).map((one) => ('redesign' in one ? one.redesign : ''))).toEqual(['a', 'b', 'c']);
  });
});

describe('what the server finds wrong', () => {
  test('is shown at the proposal or the box that it is about', () => {
    expect(placeOf('outcomes[1].marks', ['a', 'b'])).toEqual({ redesign: 'b' });
    expect(placeOf('effectiveFrom', [])).toEqual({ box: 'effectiveFrom' });
    expect(placeOf('signer.titles[0]', [])).toEqual({ box: 'titles' });
    expect(placeOf('outcomes', ['a'])).toEqual({});
  });
});

test('what another version of the page kept is not taken for a decision', () => {
  expect(isDecisionText(typed())).toBe(true);
  for (const other of [null, 'x', {}, { ...typed(), date: 1 }, { ...typed(), exceptions: undefined }])
    expect(isDecisionText(other)).toBe(false);
});
