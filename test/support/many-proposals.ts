// Hundreds of proposals on the shipped definitions, for tests of papers at the size of a whole Department.
import { createHash } from 'node:crypto';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { DEMONSTRATION_PLAN, officeOf } from '#procedures/plan/plans.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import { drawUp } from '#procedures/proposal/draw-up.ts';
import { Proposal } from '#procedures/proposal/proposal.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import type { Mark, Marks } from '#procedures/redesign/mark.ts';
import { openRedesign } from '#procedures/redesign/open-redesign.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { ruleOne } from './proposal.ts';

const REMOVED: Mark = {
  treatment: 'remove',
  ground: 'nd45-d4',
  reason: 'Không dùng đến khi giải quyết (minh họa)',
  authority: 'decide',
};
const TREATMENTS: readonly Mark[] = [
  {
    treatment: 'retrieve',
    dataItem: 'population/4',
    notConnected: true,
    fallback: 'Trường hợp không khai thác được dữ liệu, cơ quan giải quyết yêu cầu người nộp bổ sung (minh họa)',
    ground: 'nq66.7-d2.1',
    reason: 'Thông tin đã có trong Cơ sở dữ liệu quốc gia về dân cư (minh họa)',
    authority: 'decide',
  },
  REMOVED,
  {
    treatment: 'makeOptional',
    ground: 'nd45-d4',
    reason: 'Chỉ cần khi người nộp muốn nhận kết quả tại nhà (minh họa)',
    authority: 'recommend',
    amends: 'Phụ lục của Thông tư minh họa',
    timetable: '2026 - 2027 (minh họa)',
  },
];

/** Every third field in turn by each treatment, the last document no longer asked for, the last step said in other words. */
function marksOf({ forms, documents, steps }: Procedure): Marks {
  const chosen = forms.flatMap((form) => form.fields).filter((_, index) => index % 3 === 0);
  const fields = chosen.map((field, index) => [field.id, TREATMENTS[index % TREATMENTS.length] ?? REMOVED] as const);
  const papers = documents.slice(-1).map(({ id }) => [id, REMOVED] as const);
  const words = steps.slice(-1).map(({ id, text }) => {
    const mark: Mark = { ...REMOVED, treatment: 'change', values: { text: `${text.slice(0, 500)} Kết quả trả qua mạng (minh họa).` } };
    return [id, mark] as const;
  });
  return Object.fromEntries([...fields, ...papers, ...words]);
}

/** Proposal number `index` of many on one of the procedures, as submission draws it up. */
export function proposalNumber(index: number, procedures: readonly Procedure[]): Proposal {
  const own = procedures[index % procedures.length];
  if (!own) throw new Error('There is no procedure to propose anything on.');
  const baseline = { procedure: own, number: 1, publishedAt: '2026-01-02T00:00:00Z', publishedBy: 'Nạp tự động', origin: 'Tệp định nghĩa' };
  const plan = DEMONSTRATION_PLAN;
  const at = '2026-09-05T01:41:00Z';
  const by = 'Trần Minh Họa (minh họa)';
  const rule = ruleOne();
  const opened = openRedesign({ id: `ban-${index}`, plan, revision: baseline, office: officeOf(plan, own).id, by, at, rule });
  const redesign = { ...opened, marks: marksOf(own) };
  const content = drawUp({ redesign, baseline, plan, rule, registers: REGISTERS, grounds: GROUNDS, by, at });
  return Proposal.parse({ ...content, hash: createHash('sha256').update(canonicalJson(content)).digest('hex') });
}

/** So many of them as the store hands them out: `count` in batches of twenty. */
export async function* batchesOf(count: number, procedures: readonly Procedure[]): AsyncGenerator<Proposal[]> {
  for (let from = 0; from < count; from += 20) {
    yield Array.from({ length: Math.min(20, count - from) }, (_, index) => proposalNumber(from + index, procedures));
  }
}
