import { describe, expect, test } from 'vitest';
import { Plan } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN, officeOf } from '#procedures/plan/plans.ts';
import { declaredTarget } from '#procedures/plan/target.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';

const plan = DEMONSTRATION_PLAN;

describe('the demonstration plan', () => {
  test('is valid and says that it is one', () => {
    expect(Plan.parse(plan)).toEqual(plan);
    expect(plan).toMatchObject({ id: 'ke-hoach-minh-hoa', year: 2026, demonstration: true });
    expect(plan.name).toContain('(minh họa)');
  });

  test('has the target of 20 % of declared information that the plan of 2024 sets', () => {
    expect(declaredTarget(plan)).toMatchObject({ threshold: 2000, comparator: 'atLeast' });
    expect(declaredTarget(plan)?.source).toContain('cắt giảm ít nhất 20% thông tin phải khai báo');
    expect(declaredTarget({ ...plan, targets: [] })).toBeUndefined();
  });

  test('has the targets of the plan of 2024, each with the words that set it', () => {
    expect(plan.targets.map(({ metric, comparator, threshold }) => [metric, comparator, threshold])).toEqual([
      ['declaredInformation', 'atLeast', 2000],
      ['declaredInformationPooled', 'atLeast', 2000],
      ['internalApproved', 'atLeast', 5000],
      ['entered', 'atLeast', 10_000],
      ['entered', 'atLeast', 10_000],
      ['entered', 'atLeast', 10_000],
      ['entered', 'moreThan', 3500],
      ['entered', 'moreThan', 8700],
      ['entered', 'moreThan', 8700],
    ]);
    for (const { source, name, denominator } of plan.targets) {
      expect(source).toMatch(/^Kế hoạch Thực hiện công tác Cải cách hành chính năm 2024 .+ mục I{1,2}\.\d(?:\.[abc])?: “.+”$/u);
      expect([name, denominator]).not.toContain(undefined);
    }
  });

  test('signs with titles and no name', () => {
    const { decider, decisionSymbol, letterSignature, decisionSignature } = plan.letterhead;
    expect({ decider, decisionSymbol, letterSignature, decisionSignature }).toEqual({
      decider: 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA',
      decisionSymbol: 'QĐ-UBND',
      letterSignature: { titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'] },
      decisionSignature: { titles: ['CHỦ TỊCH'] },
    });
  });

  test('counts by a rule that is there', () => {
    expect(countingRule(plan.rule)?.id).toBe('v1');
  });

  test('marks every office that the plan of 2024 does not name', () => {
    const real = plan.offices.filter((office) => office.demonstration !== true).map((office) => office.name);
    expect(real).toEqual(['Văn phòng Sở', 'Phòng Tổ chức cán bộ', 'Phòng Kế hoạch - Tài chính']);
    expect(plan.offices.filter((office) => office.demonstration === true && !office.name.endsWith('(minh họa)'))).toEqual([]);
  });

  test('assigns to offices that are there', () => {
    const { procedures, areas, otherwise } = plan.assignments;
    const ids = new Set(plan.offices.map((office) => office.id));
    expect([...Object.values(procedures), ...Object.values(areas), otherwise].filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the office in charge', () => {
  test('goes by the area of the procedure', () => {
    expect(officeOf(plan, { id: '3.000465', area: 'Văn bằng, chứng chỉ' })).toEqual({
      id: 'quan-ly-chat-luong',
      name: 'Phòng Quản lý chất lượng (minh họa)',
    });
  });

  test('is set for a procedure before it goes by area', () => {
    const assignments = { ...plan.assignments, procedures: { '3.000465': 'van-phong' } };
    expect(officeOf({ ...plan, assignments }, { id: '3.000465', area: 'Văn bằng, chứng chỉ' }).id).toBe('van-phong');
    expect(officeOf(plan, { id: '3.000465', area: 'Văn bằng, chứng chỉ', office: 'to-chuc-can-bo' }).id).toBe('to-chuc-can-bo');
  });

  test('is the Department Office for an unknown area, an unknown office or none', () => {
    expect(officeOf(plan, { id: 'x', area: 'Thủy sản' })).toEqual({ id: 'van-phong', name: 'Văn phòng Sở' });
    expect(officeOf(plan, { id: 'x', office: 'khong-co' }).id).toBe('van-phong');
    expect(officeOf(plan, { id: 'constructor', area: 'constructor' }).id).toBe('van-phong');
  });
});
