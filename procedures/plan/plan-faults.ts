import type { FigureInput } from './figure.ts';
import type { Plan } from './plan.ts';

/** A place in a plan or a figure, such as `targets[2].id`, and what is wrong there, in Vietnamese. */
export type Fault = { path: string; message: string };

/** What no schema sees: things that are named but not there, named twice, or that contradict each other. `rules` are ids of counting rules. */
export function planFaults(plan: Plan, rules: readonly string[]): Fault[] {
  const { rule, targets, offices, assignments, letterheads = [] } = plan;
  const known = new Set(offices.map(({ id }) => id));
  const assigned = (['procedures', 'areas'] as const).flatMap((part) =>
    Object.entries(assignments[part]).map(([name, office]): [string, string] => [`assignments.${part}.${name}`, office]),
  );
  return [
    ...(rules.includes(rule) ? [] : [{ path: 'rule', message: `Không có quy tắc đếm “${rule}”.` }]),
    ...repeated(targets, 'targets', 'chỉ tiêu'),
    ...repeated(offices, 'offices', 'phòng'),
    ...targetFaults(targets),
    ...offices.flatMap(({ from, until }, index) =>
      from !== undefined && until !== undefined && until < from
        ? [{ path: `offices[${index}].until`, message: 'Ngày hết hiệu lực phải sau ngày có hiệu lực.' }]
        : [],
    ),
    ...[...assigned, ['assignments.otherwise', assignments.otherwise] as const].flatMap(([path, office]) =>
      known.has(office) ? [] : [{ path, message: `Không có phòng “${office}” trong kế hoạch.` }],
    ),
    ...repeated(
      letterheads.map(({ from }) => ({ id: from })),
      'letterheads',
      'thể thức có hiệu lực từ ngày',
    ),
  ];
}

function targetFaults(targets: Plan['targets']): Fault[] {
  const each = targets.flatMap(({ metric }, index) => (metric === 'declaredInformation' ? [index] : []));
  return [
    ...each.slice(1).map((index) => ({
      path: `targets[${index}].metric`,
      message: 'Chỉ đặt được một mức cắt giảm cho từng thủ tục: mọi phương án được đo theo mức đó.',
    })),
    ...targets.flatMap(({ metric, threshold, comparator }, index) => {
      if (metric === 'entered') return [];
      const faults: Fault[] = [];
      if (threshold > 10_000) faults.push({ path: `targets[${index}].threshold`, message: 'Tỷ lệ này không vượt quá 100% được.' });
      if (metric === 'declaredInformation' && comparator !== 'atLeast') {
        faults.push({ path: `targets[${index}].comparator`, message: 'Mức cắt giảm của từng thủ tục luôn là “ít nhất”.' });
      }
      return faults;
    }),
  ];
}

/** What is wrong with a figure as it was typed: it says nothing, or half a ratio. */
export function figureFaults({ numerator, denominator, quoted }: FigureInput): Fault[] {
  if ((numerator === undefined) !== (denominator === undefined)) {
    const path = numerator === undefined ? 'numerator' : 'denominator';
    return [{ path, message: 'Nhập cả tử số và mẫu số, hoặc chỉ nhập tỷ lệ như báo cáo ghi.' }];
  }
  if (denominator === 0) return [{ path: 'denominator', message: 'Mẫu số phải lớn hơn 0.' }];
  if (denominator === undefined && quoted === undefined)
    return [{ path: 'quoted', message: 'Chưa có số liệu: nhập tử số và mẫu số, hoặc tỷ lệ.' }];
  return [];
}

function repeated(items: readonly { id: string }[], place: string, what: string): Fault[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: `${place}[${index}]`, message: `Có hai ${what} “${id}”.` }];
  });
}
