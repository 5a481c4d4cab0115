// Rows of lists as the server sends them; names and figures are made up (minh họa).
import type { CatalogueRow, RedesignRow } from '#lib/api.ts';

export function aCatalogueRow(overrides: Partial<CatalogueRow> = {}): CatalogueRow {
  return {
    id: '3.000465',
    code: '3.000465',
    name: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
    internal: false,
    area: 'Văn bằng, chứng chỉ',
    office: 'quan-ly-chat-luong',
    officeName: 'Phòng Quản lý chất lượng (minh họa)',
    levels: ['Cấp tỉnh'],
    hasForm: true,
    declared: 36,
    gaps: 2,
    revision: 1,
    ...overrides,
  };
}

export function aRedesignRow(overrides: Partial<RedesignRow> = {}): RedesignRow {
  return {
    id: 'btc-1',
    procedure: '3.000465',
    procedureCode: '3.000465',
    procedureName: 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc',
    internal: false,
    office: 'quan-ly-chat-luong',
    officeName: 'Phòng Quản lý chất lượng (minh họa)',
    state: 'submitted',
    tally: { before: 24, after: 13, added: 0, treatments: { remove: 3, retrieve: 6, merge: 2 } },
    proposals: 1,
    updatedAt: '2026-01-08T01:41:00Z',
    updatedBy: 'Chuyên viên (minh họa)',
    submittedAt: '2026-01-08T01:41:00Z',
    revision: 1,
    version: 3,
    talk: null,
    unread: false,
    ...overrides,
  };
}
