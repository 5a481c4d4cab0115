import { expect, test } from 'vitest';
import type { Target } from '#procedures/plan/plan.ts';
import { goalText, targetName, thresholdText } from '#procedures/plan/target-words.ts';

const target = (overrides: Partial<Target>): Target => ({
  id: 'mot',
  metric: 'entered',
  comparator: 'atLeast',
  threshold: 2000,
  source: 'Kế hoạch (minh họa)',
  ...overrides,
});

test('a goal says its comparator, its percentage and its base year', () => {
  expect(goalText(target({}))).toBe('≥ 20%');
  expect(goalText(target({ comparator: 'moreThan', threshold: 7000 }))).toBe('> 70%');
  expect(goalText(target({ threshold: 5000, baseYear: 2024 }))).toBe('≥ 50% so với năm 2024');
  expect(goalText(target({ comparator: 'lessThan', threshold: 1250 }))).toBe('< 12,50%');
});

test('a goal that each procedure has to reach by itself says so', () => {
  expect(goalText(target({ metric: 'declaredInformation' }))).toBe('≥ 20% ở mỗi thủ tục');
});

test('a target is called by its own name, or by what it measures', () => {
  expect(targetName(target({ name: 'Giao dịch thanh toán trực tuyến' }))).toBe('Giao dịch thanh toán trực tuyến');
  expect(targetName(target({ metric: 'internalApproved' }))).toBe('TTHC nội bộ có phương án được phê duyệt');
});

test('a percentage shows decimals only where it has some', () => {
  expect([2000, 1250, 1, 0].map(thresholdText)).toEqual(['20%', '12,50%', '0,01%', '0%']);
});
