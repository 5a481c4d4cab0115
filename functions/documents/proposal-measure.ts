// Mục 5 and 6 of a proposal's annex: the frozen figures with the rule they were counted by, and the seal of the content.
import type { Measure, Proposal } from '#procedures/proposal/proposal.ts';
import type { Treatment } from '#procedures/redesign/mark.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';
import { formatMoment } from '#procedures/text/date.ts';
import { formatInteger, formatPercent } from '#procedures/text/number.ts';
import { bold, heading, item, paragraph, plain, type Block, type Column } from './blocks.ts';
import { sentence } from '#procedures/text/wording.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Chỉ số', share: 60 },
  { header: 'Trước', share: 22, align: 'center' },
  { header: 'Sau', share: 22, align: 'center' },
  { header: 'Trong đó bổ sung', share: 26, align: 'center' },
  { header: 'Cắt giảm', share: 35, align: 'center' },
];

/** `cắt 8/36 = 22,22%`: the fraction is the figure, the percentage only its print. */
export const cutText = ({ cut }: Measure): string => `cắt ${cut.numerator}/${cut.denominator} = ${formatPercent(cut)}`;

/** `20%`; hundredths only where the target has them. */
export const targetText = ({ target }: Pick<Measure, 'target'>): string =>
  formatPercent({ numerator: target, denominator: 10_000 }, target % 100 === 0 ? 0 : 2);

/** `đạt chỉ tiêu 20%` or `chưa đạt chỉ tiêu 20%`, by the frozen `meets`: it is never worked out anew from a percentage. */
export const verdict = (measure: Measure): string =>
  measure.meets ? `đạt chỉ tiêu ${targetText(measure)}` : `chưa đạt chỉ tiêu ${targetText(measure)}`;

/** The test in whole numbers, so that no rounded percentage decides (product.md §4): cut × 100 against target × before. */
export function testText(measure: Pick<Measure, 'before' | 'after' | 'target'>): string {
  const scale = measure.target % 100 === 0 ? 100 : 10_000;
  const target = measure.target / (10_000 / scale);
  const difference = measure.before - measure.after;
  const [left, right] = [difference * scale, target * measure.before];
  const sign = left >= right ? '≥' : '<';
  const n = formatInteger;
  return `(${n(measure.before)} − ${n(measure.after)}) × ${n(scale)} = ${n(left)} ${sign} ${n(target)} × ${n(measure.before)} = ${n(right)}`;
}

const isTreatment = (key: string): key is Treatment => Object.hasOwn(TREATMENT_NAMES, key);

const treatmentsText = (measure: Measure): string =>
  Object.entries(measure.treatments)
    .flatMap(([key, count]) => (count > 0 && isTreatment(key) ? [`${TREATMENT_NAMES[key].toLocaleLowerCase('vi')} ${count}`] : []))
    .join('; ');

const targetSource = (proposal: Proposal): string | undefined =>
  proposal.plan.targets.find((target) => target.metric === 'declaredInformation' && target.threshold === proposal.measure.target)?.source;

/** Mục 5. Documents and steps stand on their own lines and never enter the percentage. */
export function measureBlocks(proposal: Proposal): Block[] {
  const { measure, rule } = proposal;
  const { documents, steps } = measure;
  const source = targetSource(proposal);
  const treatments = treatmentsText(measure);
  const line = (name: string, pair: { before: number; after: number }) => [
    name,
    formatInteger(pair.before),
    formatInteger(pair.after),
    '',
    formatInteger(pair.before - pair.after),
  ];
  const declared = [
    'Thông tin phải khai (mục)',
    formatInteger(measure.before),
    formatInteger(measure.after),
    formatInteger(measure.added),
    [bold(`${measure.cut.numerator}/${measure.cut.denominator} = ${formatPercent(measure.cut)}`)],
  ];
  return [
    heading(1, '5. Số đo'),
    {
      kind: 'table',
      columns: COLUMNS,
      rows: [{ cells: declared }, { cells: line('Thành phần hồ sơ', documents) }, { cells: line('Bước thực hiện', steps) }],
    },
    paragraph([plain('Kết quả: '), bold(`${cutText(measure)}, ${verdict(measure)}.`)]),
    paragraph(`Phép thử bằng số nguyên: ${testText(measure)}${measure.meets ? '.' : `; còn thiếu ${formatInteger(measure.missing)} mục.`}`),
    ...(treatments ? [paragraph(`Các mục được tính, theo cách xử lý: ${treatments}.`)] : []),
    ...(source ? [paragraph(sentence(`Chỉ tiêu cắt ít nhất ${targetText(measure)} thông tin phải khai: ${source}`))] : []),
    paragraph([plain('Cách đếm: '), bold(sentence(rule.name))], { keepWithNext: true }),
    ...rule.sentences.map((text) => item(text)),
  ];
}

/** Mục 6: by this anyone can tell whether the paper in hand is the proposal that was submitted. */
export function sealBlocks(proposal: Proposal): Block[] {
  return [
    heading(1, '6. Mã xác thực nội dung'),
    paragraph('Mã SHA-256 của nội dung đã chốt:', { keepWithNext: true }),
    paragraph([bold(proposal.hash)], { align: 'center', indent: 'flush', keepWithNext: true }),
    paragraph(
      `Phương án số ${proposal.number} được chốt lúc ${formatMoment(proposal.submittedAt)}; người trình: ${proposal.submittedBy} (${proposal.officeName}). Nội dung đã chốt không thay đổi được./.`,
    ),
  ];
}
