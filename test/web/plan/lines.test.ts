import { describe, expect, test } from 'vitest';
import { ONLY, shownLines } from '#lib/plan/line-filter.ts';
import { changesNothing, lineDraft, lineErrors, settingsBy } from '#lib/plan/line-form.ts';
import type { PlanLine } from '#procedures/plan/line.ts';

const TODAY = '2026-11-24';
const line = (procedure: string, overrides: Partial<PlanLine> = {}): PlanLine => ({
  version: 1,
  plan: 'ke-hoach',
  procedure,
  procedureName: `Thủ tục ${procedure} (minh họa)`,
  internal: false,
  office: 'phong-a',
  declared: 10,
  target: 2000,
  ...overrides,
});
const standing = { before: 10, after: 5, meets: true, missing: 0 };

describe('what is shown of a plan', () => {
  const lines = [
    line('a', { deadline: '2026-11-01', procedureName: 'Đổi tên trường (minh họa)' }),
    line('b', { deadline: '2026-11-01', latest: { redesign: 'r', state: 'submitted', standing }, dossiersPerYear: 5 }),
    line('c', { office: 'phong-b', latest: { redesign: 's', state: 'draft' }, definedDossiers: 7, internal: true }),
    line('d', { declared: 0, procedureName: 'Cấp bản sao (minh họa)' }),
  ];
  const shown = (only: string, query = '', office = '') =>
    shownLines(lines, { query, office, only }, TODAY)
      .map(({ procedure }) => procedure)
      .toSorted();

  test.each([
    ['', ['a', 'b', 'c', 'd']],
    ['none', ['a', 'd']],
    ['draft', ['c']],
    ['submitted', ['b']],
    ['qua-han', ['a']],
    ['chua-han', ['c', 'd']],
    ['chua-ho-so', ['a', 'd']],
    ['thieu-ho-so', ['a']],
    ['noi-bo', ['c']],
    ['loc-cu-khong-con', ['a', 'b', 'c', 'd']],
  ])('“%s”', (only, expected) => {
    expect(shown(only)).toEqual(expected);
  });

  test('goes by name the Vietnamese way, found without accents', () => {
    const names = shownLines(lines, { query: '', office: '', only: 'none' }, TODAY).map(({ procedureName }) => procedureName);
    expect(names).toEqual(['Cấp bản sao (minh họa)', 'Đổi tên trường (minh họa)']);
    expect(shown('', 'doi ten')).toEqual(['a']);
    expect(shown('', '', 'phong-b')).toEqual(['c']);
  });

  test('every filter has a name of its own', () => {
    expect(new Set(ONLY.map(({ label }) => label)).size).toBe(ONLY.length);
  });
});

describe('settings of many procedures at once', () => {
  const first = line('a', { deadline: '2026-12-31', expectedCut: 2000, dossiersPerYear: 1200, dossiersSource: 'Một cửa (minh họa)' });
  const second = line('b', { office: 'phong-b', deadline: '2026-12-31' });

  test('show what they have in common', () => {
    expect(lineDraft([first, second])).toMatchObject({ office: '', deadline: '31/12/2026', expectedCut: '', dossiers: '' });
  });

  test('leave alone what stays empty', () => {
    const opened = lineDraft([first, second]);
    expect(changesNothing(opened, first, opened)).toBe(true);
    const draft = { ...opened, deadline: '15/1/2027' };
    expect(settingsBy(draft, first, opened)).toEqual({
      office: 'phong-a',
      deadline: '2027-01-15',
      expectedCut: 2000,
      dossiersPerYear: 1200,
      dossiersSource: 'Một cửa (minh họa)',
    });
    expect(settingsBy(draft, second, opened)).toEqual({ office: 'phong-b', deadline: '2027-01-15' });
  });

  test('take away what is emptied here, or ticked to go', () => {
    const opened = lineDraft([first]);
    expect(settingsBy({ ...opened, deadline: '', dossiers: '' }, first, opened)).toEqual({ office: 'phong-a', expectedCut: 2000 });
    const both = lineDraft([first, second]);
    const cleared = { ...both, cleared: { deadline: false, expectedCut: true, dossiers: true } };
    expect(settingsBy(cleared, first, both)).toEqual({ office: 'phong-a', deadline: '2026-12-31' });
  });

  test('know what changes: only those lines are sent', () => {
    const opened = lineDraft([first, second]);
    const draft = { ...opened, office: 'phong-b' };
    expect([first, second].filter((one) => !changesNothing(draft, one, opened))).toEqual([first]);
  });

  test('say what cannot be read, and ask for the source of dossiers', () => {
    const opened = lineDraft([second]);
    expect(lineErrors(opened)).toEqual({});
    expect(Object.keys(lineErrors({ ...opened, deadline: '31/2/2026', expectedCut: '120', dossiers: 'nhiều' }))).toEqual([
      'deadline',
      'expectedCut',
      'dossiers',
      'dossiersSource',
    ]);
    expect(lineErrors({ ...opened, dossiers: '12.500', dossiersSource: 'Một cửa (minh họa)' })).toEqual({});
  });
});
