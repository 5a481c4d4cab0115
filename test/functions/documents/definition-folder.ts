// The definitions that are shipped, and a proposal on one of them, for tests of papers at their real size.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { DEMONSTRATION_PLAN, officeOf } from '#procedures/plan/plans.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import { drawUp } from '#procedures/proposal/draw-up.ts';
import { Proposal } from '#procedures/proposal/proposal.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import type { Mark, Marks } from '#procedures/redesign/mark.ts';
import { openRedesign } from '#procedures/redesign/open-redesign.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { readDefinitions } from '#functions/local/definition-files.ts';
import { ruleOne } from '../../support/proposal.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../procedures/definitions');

/** Every procedure in `procedures/definitions`. */
export const shippedProcedures = async (): Promise<Procedure[]> =>
  (await readDefinitions(FOLDER)).definitions.map((definition) => definition.procedure);

export const revisionOf = (procedure: Procedure): Revision => ({
  procedure,
  number: 1,
  publishedAt: '2026-01-02T00:00:00Z',
  publishedBy: 'Nạp tự động',
  origin: 'Tệp định nghĩa đi kèm',
});

const recommend = {
  authority: 'recommend',
  amends: 'Phụ lục VI ban hành kèm theo Thông tư số 10/2026/TT-BGDĐT',
  timetable: '2026 - 2027 (minh họa)',
} as const;
const fallback =
  'Trường hợp cơ quan giải quyết thủ tục hành chính không khai thác được hoặc khai thác không đầy đủ dữ liệu, cơ quan giải quyết yêu cầu người nộp bổ sung theo quy định tại Điều 8 Nghị quyết 66.7/2025/NQ-CP.';
const merged = (into: string): Mark => ({
  ...recommend,
  treatment: 'merge',
  into,
  ground: 'nd45-d4',
  reason: 'Cùng một thông tin của cùng một người đã khai ở phần trước của tờ khai',
});
const retrieved = (dataItem: string): Mark => ({
  treatment: 'retrieve',
  dataItem,
  fallback,
  notConnected: true,
  authority: 'decide',
  ground: 'nq66.7-d2.1',
  reason: 'Thông tin đã có trong Cơ sở dữ liệu quốc gia về dân cư, tra được bằng số định danh cá nhân',
});

/** Eight of the declared items of 3.000465: what the same form asks again, and what the population register holds. */
const MARKS: Marks = {
  'ho-ten-tren-phieu': merged('ho-ten-chu-van-bang'),
  'ngay-sinh-tren-phieu': merged('ngay-sinh-chu-van-bang'),
  'so-dinh-danh-tren-phieu': merged('so-giay-to-chu-van-bang'),
  'lien-he': merged('dien-thoai-nguoi-nop'),
  'gioi-tinh-nguoi-nop': retrieved('population/5'),
  'ngay-cap-giay-to-nguoi-nop': retrieved('population/14-ngay-cap'),
  'noi-cap-giay-to-nguoi-nop': retrieved('population/14-noi-cap'),
  'gioi-tinh-chu-van-bang': retrieved('population/5'),
};

/** A proposal for 3.000465 as submission draws it up. */
export async function realProposal(): Promise<Proposal> {
  const procedure = (await shippedProcedures()).find((one) => one.code === '3.000465');
  if (!procedure) throw new Error('Definition 3.000465 is missing.');
  const revision = revisionOf(procedure);
  const rule = ruleOne();
  const opened = openRedesign({
    id: 'ban-3.000465',
    plan: DEMONSTRATION_PLAN,
    revision,
    office: officeOf(DEMONSTRATION_PLAN, procedure).id,
    by: 'Trần Minh Họa (minh họa)',
    at: '2026-09-01T00:00:00Z',
    rule,
  });
  const content = drawUp({
    redesign: { ...opened, marks: MARKS },
    baseline: revision,
    plan: DEMONSTRATION_PLAN,
    rule,
    registers: REGISTERS,
    grounds: GROUNDS,
    by: 'Trần Minh Họa (minh họa)',
    at: '2026-09-05T01:41:00Z',
  });
  return Proposal.parse({ ...content, hash: createHash('sha256').update(canonicalJson(content)).digest('hex') });
}
