import { describe, expect, test } from 'vitest';
import { figureText, lineChanges, planChanges, together } from '#procedures/plan/plan-changes.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';

const plan = DEMONSTRATION_PLAN;

describe('what changed, for the history', () => {
  test('is nothing where nothing did', () => {
    expect(planChanges(plan, { ...plan, version: 7, updatedAt: '2026-01-01T00:00:00Z', updatedBy: 'x' })).toEqual([]);
    expect(lineChanges({ office: 'a' }, { office: 'a' }, String)).toEqual([]);
  });

  test('in a plan is told part by part', () => {
    const [first, ...others] = plan.targets;
    const [office, ...offices] = plan.offices;
    if (!first || !office) throw new Error('It has both.');
    const after = {
      ...plan,
      name: 'Tên mới',
      year: 2027,
      targets: [{ ...first, threshold: 3000 }, ...others.slice(1), { ...first, id: 'moi', name: 'Chỉ tiêu mới', baseYear: 2024 }],
      offices: [{ ...office, name: 'Văn phòng' }, ...offices],
      letterhead: {},
    };
    expect(planChanges(plan, after)).toEqual([
      `tên: “${plan.name}” → “Tên mới”`,
      'năm: 2026 → 2027',
      'chỉ tiêu Cắt giảm thông tin phải khai báo ở từng thủ tục (≥ 20% ở mỗi thủ tục) → Cắt giảm thông tin phải khai báo ở từng thủ tục (≥ 30% ở mỗi thủ tục)',
      'thêm chỉ tiêu Chỉ tiêu mới (≥ 20% ở mỗi thủ tục so với năm 2024)',
      'bỏ chỉ tiêu Cắt giảm thông tin phải khai báo, tính gộp (≥ 20%)',
      'phòng Văn phòng Sở → Văn phòng',
      'thể thức văn bản',
    ]);
    expect(planChanges(plan, { ...plan, targets: [{ ...first, source: 'Nguồn khác' }, ...others] })).toEqual([
      'sửa chỉ tiêu Cắt giảm thông tin phải khai báo ở từng thủ tục (≥ 20% ở mỗi thủ tục)',
    ]);
  });

  test('in a line says from what to what', () => {
    const before = { office: 'a', deadline: '2026-03-31', dossiersPerYear: 1200 };
    const after = { office: 'b', expectedCut: 2550, dossiersPerYear: 1300, dossiersSource: 'Sổ' };
    expect(lineChanges(before, after, (office) => `Phòng ${office.toUpperCase()}`)).toEqual([
      'phòng chủ trì: Phòng A → Phòng B',
      'hạn trình: 31/03/2026 → không có',
      'dự kiến cắt giảm: không có → 25,50%',
      'hồ sơ mỗi năm: 1.200 → 1.300',
      'nguồn số hồ sơ: không có → “Sổ”',
    ]);
  });

  test('of a figure is told as it was typed', () => {
    expect(figureText({ numerator: 351, denominator: 1000, quoted: 3510, source: 'Báo cáo quý I' })).toBe(
      '351/1.000, ghi 35,10%, nguồn: Báo cáo quý I',
    );
    expect(figureText({ quoted: 3500, source: 'S' })).toBe('ghi 35%, nguồn: S');
  });

  test('fits into a line of the history', () => {
    expect(together(['a', 'b'])).toBe('a; b');
    expect(together(Array.from({ length: 1000 }, (_, index) => `phòng ${index}`)).length).toBeLessThanOrEqual(4000);
  });
});
