import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planDraft, draftErrors, isChanged, isPlanDraft, isRight, type PlanDraft, withDraft } from '#lib/plan/plan-draft.ts';
import { draftOf, errorsOf, hundredthsOf, newDraft, type TargetDraft, targetOf, targetsOf } from '#lib/plan/target-form.ts';
import { COMPARATORS, METRICS, PERIOD_KINDS, Plan, Target } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';

const draft = (overrides: Partial<TargetDraft> = {}): TargetDraft => ({
  ...newDraft(),
  name: 'Giao dịch thanh toán trực tuyến (minh họa)',
  threshold: '70',
  source: 'Kế hoạch năm 2026 (minh họa)',
  ...overrides,
});

describe('a target as it is typed', () => {
  test('“trên 70%” against no base year, and “ít nhất 50% so với 2024”, need no code', () => {
    expect(targetOf(draft({ comparator: 'moreThan' }), [])).toEqual({
      id: 'giao-dich-thanh-toan-truc-tuyen-minh-hoa',
      name: 'Giao dịch thanh toán trực tuyến (minh họa)',
      metric: 'entered',
      comparator: 'moreThan',
      threshold: 7000,
      period: 'quarter',
      source: 'Kế hoạch năm 2026 (minh họa)',
    });
    expect(targetOf(draft({ threshold: '50', baseYear: '2024', denominator: 'chi phí tuân thủ năm 2024' }), [])).toMatchObject({
      threshold: 5000,
      baseYear: 2024,
      denominator: 'chi phí tuân thủ năm 2024',
    });
  });

  test('comes back from its boxes as it was, whatever it is', () => {
    const line = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'abcđêơ ') }).map((text) => text.trim() || 'x');
    const anyTarget = fc.record(
      {
        id: fc.constantFrom('mot', 'hai'),
        name: line,
        metric: fc.constantFrom(...METRICS),
        denominator: line,
        comparator: fc.constantFrom(...COMPARATORS),
        threshold: fc.integer({ min: 0, max: 1_000_000 }),
        baseYear: fc.integer({ min: 2000, max: 2100 }),
        period: fc.constantFrom(...PERIOD_KINDS),
        source: line,
      },
      { requiredKeys: ['id', 'name', 'metric', 'comparator', 'threshold', 'period', 'source'] },
    );
    fc.assert(
      fc.property(anyTarget, (target) => {
        expect(targetOf(draftOf(target), [])).toEqual(target);
        expect(Target.parse(targetOf(draftOf(target), []))).toEqual(target);
      }),
    );
  });

  test.each([
    ['20', 2000],
    ['12,5', 1250],
    ['12.5%', 1250],
    ['0,01', 1],
    ['34,47 %', 3447],
    ['12,345', null],
    ['-5', null],
    ['hai mươi', null],
    ['', null],
  ])('a percentage typed as “%s” is %s hundredths', (text, hundredths) => {
    expect(hundredthsOf(text)).toBe(hundredths);
  });

  test('says what is missing, box by box', () => {
    expect(errorsOf(newDraft())).toEqual({
      name: 'Đặt tên để biết số liệu nào phải nhập.',
      threshold: 'Nhập tỷ lệ phần trăm, ví dụ 20 hoặc 12,5.',
      source: 'Ghi văn bản đặt ra chỉ tiêu này.',
    });
    expect(errorsOf(draft({ baseYear: '24' }))).toEqual({ baseYear: 'Nhập năm có bốn chữ số, hoặc để trống.' });
    expect(errorsOf(draft({ metric: 'internalApproved', name: '' }))).toEqual({});
    expect(() => targetOf(newDraft(), [])).toThrow(RangeError);
  });

  test('two new ones of one name get two identities, and hidden marks do not come along', () => {
    const targets = targetsOf([draft(), draft({ id: 'cu' }), draft({ source: '\u202eNguồn\u200b' })]);
    expect(targets.map(({ id }) => id)).toEqual([
      'giao-dich-thanh-toan-truc-tuyen-minh-hoa',
      'cu',
      'giao-dich-thanh-toan-truc-tuyen-minh-hoa-2',
    ]);
    expect(targets[2]?.source).toBe('Nguồn');
  });
});

describe('the draft of a plan', () => {
  const typed = (change: (form: PlanDraft) => void): PlanDraft => {
    const copy = structuredClone(planDraft(DEMONSTRATION_PLAN));
    change(copy);
    return copy;
  };

  test('that says what the plan says is no change, and leaves everything else of the plan alone', () => {
    const same = planDraft(DEMONSTRATION_PLAN);
    expect(isChanged(same, DEMONSTRATION_PLAN)).toBe(false);
    expect(isRight(draftErrors(DEMONSTRATION_PLAN, same))).toBe(true);
    const { targets: _targets, ...rest } = withDraft(DEMONSTRATION_PLAN, same);
    const { targets: _before, ...before } = DEMONSTRATION_PLAN;
    expect(rest).toEqual(before);
    expect(Plan.safeParse(withDraft(DEMONSTRATION_PLAN, same)).success).toBe(true);
  });

  test('finds what no single box shows: two goals for each procedure, or no target at all', () => {
    const twice = typed((form) => {
      const [first] = form.targets;
      if (first) form.targets.push({ ...first, id: '', key: 'moi' });
    });
    expect(draftErrors(DEMONSTRATION_PLAN, twice).targets['moi']?.metric).toContain('Chỉ đặt được một mức');
    const none = typed((form) => void (form.targets = []));
    expect(draftErrors(DEMONSTRATION_PLAN, none).whole).toBe('Kế hoạch phải có ít nhất một chỉ tiêu.');
    expect(
      draftErrors(
        DEMONSTRATION_PLAN,
        typed((form) => void (form.name = ' ')),
      ).name,
    ).toBe('Kế hoạch phải có tên.');
  });

  test('is taken up from the browser only in the shape of today', () => {
    expect(isPlanDraft(JSON.parse(JSON.stringify(planDraft(DEMONSTRATION_PLAN))))).toBe(true);
    expect([{}, { name: 'x', note: '', targets: [{}] }, []].some((value) => isPlanDraft(value))).toBe(false);
  });
});
