import { beforeAll, describe, expect, test } from 'vitest';
import { submissionWorkbook } from '#functions/documents/submission-workbook.ts';
import { entryOf } from '#procedures/proposal/compose.ts';
import { compareFields } from '#procedures/proposal/field-comparison.ts';
import { signedDossier, type Dossier } from '#procedures/proposal/dossier.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { aField, aForm, aProcedure } from '../../support/build.ts';
import { batchesOf, proposalNumber } from '../../support/many-proposals.ts';
import { aProposal, CLAUSE, theProcedure } from '../../support/proposal.ts';
import { aSignedSubmission } from '../../support/submission.ts';
import { calculate, formulasOf } from './calculate.ts';
import { shippedProcedures } from './definition-folder.ts';
import { sheetsOf, type Sheet } from './open-office.ts';

async function* inOne(proposals: readonly Proposal[]) {
  yield proposals;
}
const dossierOf = (proposals: readonly Proposal[]): Dossier => signedDossier(aSignedSubmission({ entries: proposals.map(entryOf) }));
const open = async (proposals: readonly Proposal[], dossier = dossierOf(proposals)) =>
  sheetsOf(await submissionWorkbook(dossier, inOne(proposals)));

/** 9 → 6, an internal one that misses its target, and one with nothing to declare. */
const few = aProposal({
  procedure: theProcedure({ internal: true, code: undefined }),
  marks: { 'gioi-tinh': { treatment: 'remove' } },
  added: [],
});
const PROPOSALS = [
  aProposal(),
  { ...few, redesign: 'r2' },
  { ...aProposal({ procedure: aProcedure({ forms: [] }), marks: {}, added: [] }), redesign: 'r3' },
];

const sheetNamed = (sheets: readonly Sheet[], name: string): Sheet => {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
};
/** A row by the headers of its columns. */
function rowOf({ cells }: Sheet, row: number): Record<string, string> {
  const heads = Object.entries(cells).filter(([address]) => /^[A-Z]+1$/.test(address));
  return Object.fromEntries(heads.map(([address, cell]) => [cell.text, cells[address.replace(/1$/, String(row))]?.text ?? '']));
}

describe('the overview', () => {
  let sheets: Sheet[] = [];
  let overview: Sheet;
  beforeAll(async () => {
    sheets = await open(PROPOSALS);
    overview = sheetNamed(sheets, 'Tổng hợp');
  });

  test('has a row for every proposal with its frozen figures, authority and hash', () => {
    expect(rowOf(overview, 2)).toMatchObject({
      STT: '1',
      'Mã thủ tục': '9.000001',
      Loại: 'TTHC',
      'Thông tin trước': '9',
      'Thông tin sau': '6',
      'Cắt giảm': '3',
      'Chỉ tiêu': '20%',
      'Đạt chỉ tiêu': 'Đạt',
      'Mã SHA-256 của phương án': aProposal().hash,
    });
    expect(rowOf(overview, 3)).toMatchObject({ 'Mã thủ tục': 'Chưa có thông tin', Loại: 'TTHC nội bộ', 'Đạt chỉ tiêu': 'Chưa đạt' });
    expect(rowOf(overview, 4)).toMatchObject({ 'Thông tin trước': '0', 'Tỷ lệ': '—', 'Đạt chỉ tiêu': 'Chưa đạt' });
  });

  test('sums public and internal procedures apart, then all of them', () => {
    expect(rowOf(overview, 5)).toMatchObject({
      'Tên thủ tục': 'Cộng thủ tục hành chính',
      'Số thủ tục': '2',
      'Thông tin trước': '9',
      'Đạt chỉ tiêu': '1',
    });
    expect(rowOf(overview, 6)).toMatchObject({ 'Số thủ tục': '1', 'Thông tin trước': '9', 'Thông tin sau': '8', 'Đạt chỉ tiêu': '0' });
    expect(rowOf(overview, 7)).toMatchObject({
      'Số thủ tục': '3',
      'Thông tin trước': '18',
      'Thông tin sau': '14',
      'Cắt giảm': '4',
      'Đạt chỉ tiêu': '1',
    });
    expect(rowOf(overview, 8)).toMatchObject({ 'Tên thủ tục': 'Tính gộp tất cả thủ tục', 'Chỉ tiêu': '20%', 'Đạt chỉ tiêu': 'Đạt' });
    expect(rowOf(overview, 9)).toMatchObject({ 'Thông tin trước': '18', 'Thông tin sau': '14', 'Đạt chỉ tiêu': 'Khớp' });
  });

  test('holds beside every formula the value that the formula gives', () => {
    const cell = calculate(sheets);
    const formulas = formulasOf(overview);
    expect(formulas.length).toBe(3 * 3 + 3 * 8 + 1 + 3);
    for (const [address, written] of formulas) expect([address, cell('Tổng hợp', address)]).toEqual([address, written]);
  });

  test('judges by whole numbers: 19,996% of a changed count shows as 20,00% and is not enough', () => {
    const changed = calculate(sheets, { 'Tổng hợp!I2': 25_005, 'Tổng hợp!J2': 20_005 });
    expect(Number(changed('Tổng hợp', 'L2')).toFixed(4)).toBe('0.2000');
    expect(changed('Tổng hợp', 'N2')).toBe('Chưa đạt');
    expect(changed('Tổng hợp', 'N7')).toBe(0);
    expect(changed('Tổng hợp', 'N9')).toBe('Không khớp');
  });
});

describe('the sheet of all fields', () => {
  let fields: Sheet;
  beforeAll(async () => {
    fields = sheetNamed(await open(PROPOSALS), 'Từng thông tin');
  });

  test('has a row for every field of every proposal, in form order', () => {
    const labels = PROPOSALS.flatMap((proposal) => compareFields(proposal).map((row) => row.field.label));
    expect(labels.map((_, index) => rowOf(fields, index + 2)['Thông tin phải khai'])).toEqual(labels);
    expect(fields.cells[`A${labels.length + 2}`]).toBeUndefined();
  });

  test('says before, treatment, after, ground, reason, authority, register, connection and hash', () => {
    const rows = compareFields(aProposal());
    const at = (id: string) => rowOf(fields, rows.findIndex((row) => row.field.id === id) + 2);
    expect(at('ngay-sinh')).toMatchObject({
      'Mẫu đơn, tờ khai': 'Đơn đề nghị (minh họa)',
      Trước: 'Bắt buộc',
      'Xử lý': 'Khai thác dữ liệu',
      'Sau đơn giản hóa': 'Không còn khai; cơ quan giải quyết khai thác dữ liệu',
      'Căn cứ': 'khoản 1 Điều 2 Nghị quyết minh họa',
      'Lý do': 'Đã có trong cơ sở dữ liệu',
      'Thẩm quyền': 'Tỉnh quyết định',
      'Cơ sở dữ liệu': 'CSDL quốc gia về dân cư: Ngày, tháng, năm sinh (mục 4)',
      'Kết nối': 'đã kết nối từ 01/01/2026',
      'Mã SHA-256 của phương án': aProposal().hash,
    });
    expect(at('noi-sinh')).toMatchObject({ 'Kết nối': 'chưa kết nối' });
    expect(at('dan-toc')).toMatchObject({ 'Thẩm quyền': 'Kiến nghị', 'Điều, khoản cần sửa đổi': CLAUSE, 'Lộ trình': '2026 - 2027' });
    expect(at('ho-ten')).toMatchObject({ 'Xử lý': 'Giữ', 'Căn cứ': '', 'Cơ sở dữ liệu': '', 'Kết nối': '' });
  });

  test('keeps its head row in view and has a filter over all rows', () => {
    expect(fields.xml).toMatch(/<pane ySplit="1" xSplit="3"[^>]*state="frozen"/);
    expect(fields.xml).toMatch(/<autoFilter ref="A1:V\d+"\/>/);
  });
});

test('text that looks like a formula or markup stays text', async () => {
  const label = '=HYPERLINK("http://x","y")&<b>';
  const form = aForm({ fields: [aField({ label })] });
  const proposal = aProposal({ procedure: theProcedure({ name: '+cmd|x!A1', forms: [form], documents: [] }), marks: {}, added: [] });
  const sheets = await open([proposal]);
  expect(rowOf(sheetNamed(sheets, 'Từng thông tin'), 2)).toMatchObject({ 'Thông tin phải khai': label, 'Tên thủ tục': '+cmd|x!A1' });
  expect(formulasOf(sheetNamed(sheets, 'Từng thông tin'))).toEqual([]);
});

test('a draft says so in the name and on every printed page of each sheet; what was signed bears the seal', async () => {
  const signed = await open(PROPOSALS);
  expect(
    Object.values(sheetNamed(signed, 'Cách đếm').cells)
      .map(({ text }) => text)
      .join(),
  ).toMatch(/Mã SHA-256 của hồ sơ: [0-9a-f]{64}/);
  for (const { xml } of signed) expect(xml).not.toContain('DỰ THẢO');
  const draft = await open(PROPOSALS, { ...dossierOf(PROPOSALS), seal: undefined });
  for (const { name, xml } of draft) {
    expect(name).toMatch(/^DỰ THẢO - /);
    expect(xml).toMatch(/<pageSetup [^>]*\/><headerFooter><oddHeader>&amp;R&amp;BDỰ THẢO<\/oddHeader><\/headerFooter>/);
  }
  const cell = calculate(draft);
  for (const [address, written] of formulasOf(draft[0] ?? sheetNamed(draft, ''))) expect(cell('DỰ THẢO - Tổng hợp', address)).toBe(written);
});

test('419 proposals make one workbook whose sums are the frozen ones', async () => {
  const procedures = await shippedProcedures();
  const entries = Array.from({ length: 419 }, (_, index) => entryOf(proposalNumber(index, procedures)));
  const bytes = await submissionWorkbook(signedDossier(aSignedSubmission({ entries })), batchesOf(419, procedures));
  expect(bytes.length).toBeLessThan(4_000_000);
  const sheets = sheetsOf(bytes);
  const overview = sheetNamed(sheets, 'Tổng hợp');
  const cell = calculate(sheets);
  for (const [address, written] of formulasOf(overview).slice(-28))
    expect([address, cell('Tổng hợp', address)]).toEqual([address, written]);
  expect(cell('Tổng hợp', 'I423')).toBe(entries.reduce((sum, { standing }) => sum + standing.before, 0));
  expect(cell('Tổng hợp', 'N425')).toBe('Khớp');
}, 120_000);
