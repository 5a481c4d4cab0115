import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { gaugeWords, scaleOf } from '#lib/overview/gauge.ts';
import TargetGauge from '#lib/overview/TargetGauge.svelte';
import type { Target } from '#procedures/plan/plan.ts';
import type { TargetProgress } from '#procedures/plan/progress.ts';

const target = (overrides: Partial<Target> = {}): Target => ({
  id: 'gop',
  metric: 'declaredInformationPooled',
  comparator: 'atLeast',
  threshold: 2000,
  source: 'Kế hoạch (minh họa)',
  ...overrides,
});
const pooled: TargetProgress = {
  target: target(),
  value: { numerator: 212, denominator: 906 },
  goal: 2000,
  met: true,
  stage: 'proposed',
  reached: { numerator: 212, denominator: 500 },
  meeting: { procedures: 34, of: 52 },
};
const each: TargetProgress = {
  target: target({ id: 'tung', metric: 'declaredInformation' }),
  value: { numerator: 34, denominator: 60 },
  goal: 10_000,
  met: false,
  stage: 'proposed',
};
const entered: TargetProgress = {
  target: target({ id: 'tt', name: 'Thanh toán trực tuyến (minh họa)', metric: 'entered', comparator: 'moreThan', threshold: 3500 }),
  value: { numerator: 412, denominator: 1000 },
  goal: 3500,
  met: true,
  stage: 'entered',
  period: '2026-Q3',
  source: 'Báo cáo của cổng (minh họa)',
};

describe('a gauge', () => {
  test('has a low goal in its middle and a high one where it stands in a hundred', () => {
    expect(scaleOf(pooled.value, 2000)).toEqual({ end: 4000, goal: 50, filled: 58.5 });
    expect(scaleOf({ numerator: 7, denominator: 18 }, 5000)).toMatchObject({ end: 10_000, goal: 50 });
    expect(scaleOf(null, 8700)).toEqual({ end: 10_000, goal: 87, filled: 0 });
  });

  test('never leaves its bar: more asked than before is nothing, far beyond the goal is full', () => {
    expect(scaleOf({ numerator: -3, denominator: 10 }, 2000).filled).toBe(0);
    expect(scaleOf({ numerator: 9, denominator: 10 }, 2000).filled).toBe(100);
    expect(scaleOf({ numerator: 0, denominator: 0 }, 2000).filled).toBe(0);
  });

  test('names both ways to count: pooled, and the procedures that meet it themselves', () => {
    const words = gaugeWords(pooled);
    expect([words.large, words.small, words.verdict]).toEqual(['23,40%', '212/906 mục', 'đạt']);
    expect(words.more).toEqual(['Gộp riêng thủ tục đã trình: 42,40% (212/500 mục).', 'Thủ tục tự đạt: 34/52 thủ tục đã trình.']);
  });

  test('counts procedures as procedures and says how many are missing', () => {
    const words = gaugeWords(each);
    expect([words.large, words.small]).toEqual(['34/60', '56,67%']);
    expect(words.verdict).toBe('chưa đạt, còn thiếu 26 thủ tục');
    expect(words.note).toBe('≥ 20% ở mỗi thủ tục · theo phương án đã trình');
  });

  test('of an entered target shows period and source, and flags a quoted percentage that does not follow', () => {
    const words = gaugeWords({ ...entered, quoted: 4520, mismatch: true });
    expect(words.note).toBe('> 35% · Quý III năm 2026');
    expect(words.more).toEqual(['Số được dẫn (Quý III năm 2026): 45,20%, khác số tính được 41,20%.']);
    expect(words.source).toBe('Báo cáo của cổng (minh họa)');
  });

  test('of a target that has nothing but a quoted percentage shows no fraction that nobody counted', () => {
    const words = gaugeWords({ ...entered, value: { numerator: 4120, denominator: 10_000 }, quoted: 4120, mismatch: false });
    expect([words.large, words.small, words.more]).toEqual(['41,20%', '', []]);
  });

  test('without a figure says so and judges nothing', () => {
    const words = gaugeWords({ target: entered.target, value: null, goal: 3500, met: null, stage: 'entered' });
    expect([words.large, words.verdict]).toEqual(['—', 'chưa có số liệu']);
  });

  test('shows in words whether the target is met; the bar is for the eye alone', () => {
    const { container } = render(TargetGauge, { progress: pooled });
    expect(screen.getByRole('article').textContent).toContain('đạt');
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Cắt giảm thông tin phải khai, tính gộp');
    expect(container.querySelector<HTMLElement>('[aria-hidden] b')?.style.left).toBe('50%');
    expect(container.querySelector<HTMLElement>('[aria-hidden] i')?.style.width).toBe('58.5%');
  });
});
