// Builders of frozen proposals for the tests of papers: every treatment once, names and figures made up (minh họa).
import { createHash } from 'node:crypto';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { Proposal } from '#procedures/proposal/proposal.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import type { AddedField, Mark, Marks } from '#procedures/redesign/mark.ts';
import { measure } from '#procedures/redesign/measure.ts';
import { aChannel, aDocument, aField, aForm, aProcedure, aStep } from './build.ts';

const OWNER = 'II. Người được cấp văn bằng';
const APPLICANT = 'I. Người nộp';

/** Two sections that ask the same person twice, papers, three channels and steps. */
export function theProcedure(overrides: Partial<Procedure> = {}): Procedure {
  return aProcedure({
    name: 'Cấp bản sao văn bằng (minh họa)',
    forms: [
      aForm({
        fields: [
          aField({ section: APPLICANT }),
          aField({ id: 'ngay-sinh', label: 'Ngày, tháng, năm sinh', kind: 'date', section: APPLICANT, parts: 3 }),
          aField({ id: 'gioi-tinh', label: 'Giới tính', kind: 'choice', section: APPLICANT, choices: ['Nam', 'Nữ'] }),
          aField({ id: 'so-dinh-danh', label: 'Số định danh cá nhân', kind: 'digits', section: APPLICANT }),
          aField({ id: 'thu-dien-tu', label: 'Thư điện tử', section: APPLICANT }),
          aField({ id: 'ho-ten-chu', label: 'Họ và tên', whose: 'holder', section: OWNER }),
          aField({ id: 'dan-toc', label: 'Dân tộc', whose: 'holder', section: OWNER, sensitive: true }),
          aField({ id: 'noi-sinh', label: 'Nơi sinh', whose: 'holder', section: OWNER }),
          aField({ id: 'so-ban-sao', label: 'Số lượng bản sao', kind: 'number', whose: 'request', section: 'III. Nội dung đề nghị' }),
          aField({ id: 'chu-ky', label: 'Người đề nghị (ký, ghi rõ họ tên)', kind: 'signature' }),
        ],
      }),
    ],
    documents: [
      aDocument({ form: 'don' }),
      aDocument({ id: 'giay-to', name: 'Bản sao giấy tờ tùy thân', originals: 0, copies: 1 }),
      aDocument({ id: 'uy-quyen', name: 'Giấy ủy quyền', originals: 1, copies: 1 }),
    ],
    channels: [aChannel(), aChannel({ id: 'truc-tiep', kind: 'direct', label: 'Trực tiếp', fees: undefined })],
    steps: [aStep(), aStep({ id: 'buoc-2', text: 'Cơ quan đối chiếu bản giấy với sổ gốc.' })],
    ...overrides,
  });
}

const why: Pick<Mark, 'ground' | 'reason'> = { ground: 'khai-lai', reason: 'Người dân đã khai thông tin này trong cùng hồ sơ' };
const decide = { ...why, authority: 'decide' } as const;
export const CLAUSE = 'điểm b khoản 2 Điều 99 Thông tư số 00/2026/TT-MH (minh họa)';
const recommend = { ...why, authority: 'recommend', amends: CLAUSE, timetable: '2026 - 2027' } as const;
const fallback = 'Trường hợp không khai thác được dữ liệu, cơ quan giải quyết yêu cầu người nộp bổ sung (minh họa)';

export const MARKS: Marks = {
  'ngay-sinh': { ...decide, ground: 'du-lieu', reason: 'Đã có trong cơ sở dữ liệu', treatment: 'retrieve', dataItem: 'dan-cu/4', fallback },
  'gioi-tinh': { ...decide, treatment: 'remove' },
  'thu-dien-tu': { ...decide, treatment: 'makeOptional' },
  'ho-ten-chu': { ...recommend, treatment: 'merge', into: 'ho-ten', exceptions: 'người được ủy quyền' },
  'dan-toc': { ...recommend, treatment: 'remove' },
  'noi-sinh': { ...decide, treatment: 'prefill', dataItem: 'ho-tich/1', notConnected: true },
  'giay-to': { ...decide, treatment: 'retrieve', dataItem: 'dan-cu/4', fallback },
  'uy-quyen': { ...recommend, treatment: 'change', values: { copies: 0 } },
  'truc-tuyen': { ...decide, treatment: 'change', values: { processingTime: { text: '05 ngày làm việc', amount: 5, unit: 'workingDay' } } },
  'buoc-2': { ...decide, treatment: 'remove' },
};

const ADDED: AddedField[] = [
  { ...decide, form: 'don', after: 'so-dinh-danh', field: aField({ id: 'ma-ho-so', label: 'Mã hồ sơ lưu', section: APPLICANT }) },
];

/** The rule that the plan names; the tests may not run on another. */
export function ruleOne(): CountingRule {
  const rule = countingRule('v1');
  if (!rule) throw new Error('Counting rule v1 is missing.');
  return rule;
}

type Parts = { procedure?: Procedure; marks?: Marks; added?: AddedField[]; overrides?: Partial<Proposal> };

/** A proposal as the store holds it; `overrides` replaces whole parts of it. */
export function aProposal({ procedure = theProcedure(), marks = MARKS, added = ADDED, overrides = {} }: Parts = {}): Proposal {
  const rule = ruleOne();
  const content = {
    redesign: 'ban-1',
    number: 2,
    plan: {
      id: 'ke-hoach',
      version: 1,
      year: 2026,
      name: 'Kế hoạch rà soát năm 2026 (minh họa)',
      rule: rule.id,
      targets: [
        { id: 't', metric: 'declaredInformation', comparator: 'atLeast', threshold: 2000, source: 'Mục I.2.a của Kế hoạch (minh họa)' },
      ],
      offices: [{ id: 'phong', name: 'Phòng Minh họa' }],
      assignments: { procedures: {}, areas: {}, otherwise: 'phong' },
      letterhead: { parentAgency: 'UBND tỉnh (minh họa)', agency: 'Sở Giáo dục và Đào tạo', place: 'Khánh Hòa', symbol: 'SGDĐT' },
      demonstration: true,
    },
    rule,
    baseline: { procedure, number: 3, publishedAt: '2026-01-02T00:00:00Z', publishedBy: 'Nạp tự động', origin: 'Tệp định nghĩa' },
    office: 'phong',
    officeName: 'Phòng Minh họa',
    marks,
    added,
    grounds: [
      { id: 'khai-lai', key: 'KL', citation: 'Điều 4 Nghị định minh họa', summary: 'Khai lại', source: 'minh họa' },
      { id: 'du-lieu', key: 'DL', citation: 'khoản 1 Điều 2 Nghị quyết minh họa', summary: 'Đã có dữ liệu', source: 'minh họa' },
    ],
    registers: [
      {
        id: 'dan-cu',
        name: 'CSDL quốc gia về dân cư',
        basis: 'Luật minh họa',
        items: [{ id: '4', number: '4', name: 'Ngày, tháng, năm sinh' }],
        connectedSince: '2026-01-01',
        source: 'minh họa',
      },
      { id: 'ho-tich', name: 'CSDL hộ tịch điện tử', basis: 'Luật minh họa', items: [{ id: '1', name: 'Nơi sinh' }], source: 'minh họa' },
    ],
    measure: measure(procedure, marks, added, rule, 2000),
    submittedBy: 'Trần Minh Họa',
    submittedAt: '2026-09-05T01:41:00Z',
    ...overrides,
  };
  return Proposal.parse({ ...content, hash: createHash('sha256').update(JSON.stringify(content)).digest('hex') });
}
