import { describe, expect, test } from 'vitest';
import { figureFaults, planFaults } from '#procedures/plan/plan-faults.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';

const plan = DEMONSTRATION_PLAN;
const [each = plan.targets[0], pooled, , entered] = plan.targets;
const places = (changed: Partial<Plan>) => planFaults({ ...plan, ...changed }, ['v1']).map(({ path }) => path);
if (!each || !pooled || !entered) throw new Error('The demonstration plan has these targets.');

describe('a plan', () => {
  test('that is shipped has no fault', () => {
    expect(planFaults(plan, ['v1'])).toEqual([]);
  });

  test('names only offices and rules that are there', () => {
    const assignments = { procedures: { '1.000280': 'khong-co' }, areas: { 'Thi, tuyển sinh': 'khong-co' }, otherwise: 'khong-co' };
    expect(places({ assignments })).toEqual([
      'assignments.procedures.1.000280',
      'assignments.areas.Thi, tuyển sinh',
      'assignments.otherwise',
    ]);
    expect(planFaults(plan, ['v2'])).toEqual([{ path: 'rule', message: 'Không có quy tắc đếm “v1”.' }]);
  });

  test('names nothing twice', () => {
    expect(places({ targets: [each, { ...pooled, id: each.id }] })).toEqual(['targets[1]']);
    expect(places({ offices: [...plan.offices, ...plan.offices.slice(0, 1)] })).toEqual([`offices[${plan.offices.length}]`]);
    expect(places({ letterheads: [{ from: '2026-07-01' }, { from: '2026-01-01' }, { from: '2026-07-01' }] })).toEqual(['letterheads[2]']);
  });

  test('sets one threshold for each procedure, always as “at least”, and none above 100 % of what it counts itself', () => {
    expect(places({ targets: [each, { ...each, id: 'hai' }] })).toEqual(['targets[1].metric']);
    expect(places({ targets: [{ ...each, comparator: 'moreThan' }] })).toEqual(['targets[0].comparator']);
    expect(places({ targets: [{ ...pooled, threshold: 10_001 }] })).toEqual(['targets[0].threshold']);
    expect(places({ targets: [{ ...entered, threshold: 12_000 }] })).toEqual([]);
  });

  test('takes the targets of 2025 and 2026 without code: 30 %, 50 % against 2024, more than 70 %', () => {
    const targets = [
      { ...entered, id: 'thoi-gian', name: 'Cắt giảm thời gian giải quyết', threshold: 3000, baseYear: 2024 },
      { ...entered, id: 'chi-phi', name: 'Cắt giảm chi phí tuân thủ', threshold: 5000, baseYear: 2024 },
      { ...entered, id: 'giao-dich', name: 'Giao dịch thanh toán trực tuyến', comparator: 'moreThan' as const, threshold: 7000 },
    ];
    expect(places({ targets: [...plan.targets, ...targets] })).toEqual([]);
  });

  test('has offices that end after they begin', () => {
    const office = { id: 'moi', name: 'Phòng mới (minh họa)', from: '2026-07-01', until: '2026-06-30' };
    expect(places({ offices: [...plan.offices, office] })).toEqual([`offices[${plan.offices.length}].until`]);
  });
});

describe('a figure', () => {
  const source = 'Báo cáo (minh họa)';
  test.each([
    ['a ratio', { numerator: 3, denominator: 4, source }, []],
    ['a percentage as quoted', { quoted: 3500, source }, []],
    ['both', { numerator: 3, denominator: 4, quoted: 7500, source }, []],
    ['half a ratio', { denominator: 4, source }, ['numerator']],
    ['the other half', { numerator: 4, quoted: 1, source }, ['denominator']],
    ['nothing to divide by', { numerator: 0, denominator: 0, source }, ['denominator']],
    ['nothing', { source }, ['quoted']],
  ])('that says %s', (_what, input, expected) => {
    expect(figureFaults(input).map(({ path }) => path)).toEqual(expected);
  });
});
