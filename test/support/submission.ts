// Builders of submissions for the tests of grouping and papers; names and figures are made up (minh họa).
import { createHash } from 'node:crypto';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import { Entry, Letter, SignedSubmission } from '#procedures/proposal/submission.ts';

const HASH = 'a'.repeat(64);

export function anEntry(overrides: Partial<Entry> = {}): Entry {
  const entry = {
    redesign: 'ban-1',
    number: 1,
    hash: HASH,
    procedure: '9.000001',
    code: '9.000001',
    name: 'Cấp bản sao (minh họa)',
    internal: false,
    area: 'Văn bằng, chứng chỉ',
    office: 'phong',
    officeName: 'Phòng Minh họa',
    standing: { before: 9, after: 6, meets: true, missing: 0 },
    decides: 2,
    recommends: 1,
    ...overrides,
  };
  return Entry.parse(entry);
}

const EMPTY = {
  bases: [],
  necessity: [],
  process: [],
  content: [],
  request: [],
  attachments: [],
  receivers: [],
  decisionBases: [],
  decisionDuties: [],
  decisionReceivers: [],
  verb: 'approve',
} as const;

export const aLetter = (overrides: Partial<Letter> = {}): Letter => Letter.parse({ ...EMPTY, ...overrides });

export const LETTERHEAD = {
  parentAgency: 'Ủy ban nhân dân tỉnh Khánh Hòa',
  agency: 'Sở Giáo dục và Đào tạo',
  place: 'Khánh Hòa',
  symbol: 'SGDĐT',
  decider: 'Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa',
  decisionSymbol: 'QĐ-UBND',
  letterSignature: { titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Người Minh Họa' },
  decisionSignature: { titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
};

/** Signed on 5 September 2026, with the hash that belongs to it. */
export function aSignedSubmission(overrides: Partial<SignedSubmission> = {}): SignedSubmission {
  const content = {
    submission: 'to-trinh-1',
    number: 1,
    plan: {
      id: 'ke-hoach',
      name: 'Kế hoạch rà soát năm 2026 (minh họa)',
      year: 2026,
      rule: 'v1',
      ruleName: 'Quy tắc đếm thông tin phải khai báo, phiên bản 1',
      target: 2000,
    },
    letterhead: LETTERHEAD,
    title: 'Tờ trình đợt 1 (minh họa)',
    grouping: 'none',
    entries: [anEntry()],
    letter: aLetter(),
    signedBy: 'Lãnh đạo Minh Họa',
    signedAt: '2026-09-05T01:41:00Z',
    ...overrides,
  } as const;
  return SignedSubmission.parse({ ...content, hash: createHash('sha256').update(canonicalJson(content)).digest('hex') });
}
