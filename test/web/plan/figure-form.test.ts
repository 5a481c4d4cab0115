import { describe, expect, test } from 'vitest';
import { computed, figureDraft, figureErrors, figureInput, type FigureDraft } from '#lib/plan/figure-form.ts';

const draft = (overrides: Partial<FigureDraft> = {}): FigureDraft => ({
  ...figureDraft(),
  numerator: '1.412',
  denominator: '2.000',
  source: 'Báo cáo của cổng (minh họa)',
  ...overrides,
});

describe('a figure as it is typed', () => {
  test('is read the Vietnamese way and sent exact', () => {
    expect(figureInput(draft({ quoted: '70,6' }))).toEqual({
      numerator: 1412,
      denominator: 2000,
      quoted: 7060,
      source: 'Báo cáo của cổng (minh họa)',
    });
    expect(figureInput(draft({ numerator: '', denominator: '', quoted: '70,6%' }))).toEqual({
      quoted: 7060,
      source: 'Báo cáo của cổng (minh họa)',
    });
  });

  test('comes back into its boxes as it was', () => {
    const input = { numerator: 1412, denominator: 2000, quoted: 7060, source: 'Nguồn (minh họa)' };
    expect(figureInput(figureDraft(input))).toEqual(input);
  });

  test.each<[string, Partial<FigureDraft>, keyof FigureDraft]>([
    ['half a ratio', { denominator: '' }, 'denominator'],
    ['nothing at all', { numerator: '', denominator: '' }, 'quoted'],
    ['a denominator of nothing', { denominator: '0' }, 'denominator'],
    ['a number that is none', { numerator: '1.41' }, 'numerator'],
    ['a negative number', { numerator: '-3' }, 'numerator'],
    ['a percentage with three decimals', { quoted: '70,601' }, 'quoted'],
    ['no source', { source: ' \u200b' }, 'source'],
  ])('%s is not accepted', (_title, overrides, box) => {
    expect(Object.keys(figureErrors(draft(overrides)))).toEqual([box]);
  });

  test('a complete one lacks nothing', () => {
    expect(figureErrors(draft({ quoted: '70,6' }))).toEqual({});
  });

  test('what follows from it stands beside what was quoted', () => {
    expect(computed({ numerator: 1412, denominator: 2000 })).toBe('70,60%');
    expect(computed({})).toBeNull();
  });
});
