import { describe, expect, test } from 'vitest';
import { compareFields } from '#procedures/proposal/field-comparison.ts';
import { proposalWorkbook } from '#functions/documents/proposal-workbook.ts';
import { aField, aForm, aProcedure } from '../../support/build.ts';
import { aProposal, CLAUSE } from '../../support/proposal.ts';
import { realProposal } from './definition-folder.ts';
import { partsOf, sheetsOf, type Sheet } from './open-office.ts';

const open = async (...parts: Parameters<typeof aProposal>) => sheetsOf(await proposalWorkbook(aProposal(...parts)));

const sheetAt = (sheets: readonly Sheet[], index: number): Sheet => {
  const sheet = sheets[index];
  if (!sheet) throw new Error(`No sheet ${index}`);
  return sheet;
};

/** Cells of one row by the header of their column. */
function rowWith({ cells }: Sheet, header: string, text: string): Record<string, string> {
  const headers = Object.entries(cells).filter(([address]) => /^[A-Z]+1$/.test(address));
  const column = headers.find(([, cell]) => cell.text === header)?.[0].replace('1', '');
  const found = Object.entries(cells).find(([address, cell]) => address.replace(/\d+/, '') === column && cell.text === text);
  const row = found?.[0].replace(/[A-Z]+/, '') ?? '';
  return Object.fromEntries(headers.map(([address, cell]) => [cell.text, cells[address.replace('1', row)]?.text ?? '']));
}

describe('the sheet of comparison', () => {
  test('has a row for every field with ground, reason, source, fallback, authority, clause and timetable', async () => {
    const sheet = sheetAt(await open(), 0);
    expect(sheet.name).toBe('So sánh');
    expect(rowWith(sheet, 'Thông tin phải khai', 'Ngày, tháng, năm sinh')).toMatchObject({
      'Của ai': 'Người nộp',
      'Yêu cầu trước': 'Bắt buộc',
      'Xử lý': 'Khai thác dữ liệu',
      'Tính trước': '1',
      'Tính sau': '0',
      'Căn cứ': 'khoản 1 Điều 2 Nghị quyết minh họa',
      'Lý do': 'Đã có trong cơ sở dữ liệu',
      'Nguồn dữ liệu': expect.stringContaining('đã kết nối từ 01/01/2026'),
      'Thẩm quyền': 'Tỉnh quyết định',
    });
    expect(rowWith(sheet, 'Thông tin phải khai', 'Dân tộc')).toMatchObject({
      'Thẩm quyền': 'Kiến nghị',
      'Điều, khoản cần sửa đổi': CLAUSE,
      'Lộ trình': '2026 - 2027',
    });
    expect(rowWith(sheet, 'Thông tin phải khai', 'Mã hồ sơ lưu')).toMatchObject({ 'Xử lý': 'Bổ sung', 'Tính trước': '0', 'Tính sau': '1' });
  });

  test('totals, cut, rate and verdict are live formulas that hold the frozen measure', async () => {
    const { measure } = aProposal();
    const { cells } = sheetAt(await open(), 0);
    const formulas = Object.values(cells).filter((cell) => cell.formula !== undefined);
    expect(formulas.map((cell) => [cell.formula, cell.text])).toEqual([
      ['SUM(H2:H12)', String(measure.before)],
      ['SUM(I2:I12)', String(measure.after)],
      ['H13-I13', String(measure.cut.numerator)],
      ['IF(H13=0,"—",(H13-I13)/H13)', String(measure.cut.numerator / measure.cut.denominator)],
      ['IF(AND(H13>0,(H13-I13)*10000>=2000*H13),"Đạt","Chưa đạt")', 'Đạt'],
    ]);
    expect(Object.values(cells).map((cell) => cell.text)).toContain('cắt 3/9 = 33,33%');
  });

  test('the ones and zeros that the formulas add up are the frozen before and after', async () => {
    for (const proposal of [aProposal(), await realProposal()]) {
      const rows = compareFields(proposal);
      expect(rows.reduce((sum, row) => sum + row.countsBefore, 0)).toBe(proposal.measure.before);
      expect(rows.reduce((sum, row) => sum + row.countsAfter, 0)).toBe(proposal.measure.after);
    }
  });

  test('a procedure without fields has totals of 0 and no rate', async () => {
    const { cells } = sheetAt(await open({ procedure: aProcedure({ forms: [] }), marks: {}, added: [] }), 0);
    expect(Object.values(cells).flatMap((cell) => (cell.formula ? [cell.text] : []))).toEqual(['0', '0', '0', '—', 'Chưa đạt']);
  });

  test('keeps its head row in view, wraps its text and prints on A4', async () => {
    const { xml } = sheetAt(await open(), 0);
    expect(xml).toMatch(/<pane ySplit="1" xSplit="3"[^>]*state="frozen"/);
    expect(xml).toContain('<autoFilter ref="A1:R12"/>');
    expect(xml).toContain('paperSize="9" orientation="landscape"');
  });
});

test('documents, channels, steps, authority and result have their own sheet, never mixed into the percentage', async () => {
  const sheet = sheetAt(await open(), 1);
  expect(sheet.name).toBe('Thành phần khác');
  expect(rowWith(sheet, 'Xử lý', 'Khai thác dữ liệu')['Sau đơn giản hóa']).toContain('Không phải nộp');
  expect(rowWith(sheet, 'Phần của thủ tục', 'Kết quả thực hiện')).toMatchObject({
    Trước: 'Bản sao từ sổ gốc',
    'Sau đơn giản hóa': 'Giữ nguyên',
  });
  expect(Object.values(sheet.cells).some((cell) => cell.formula !== undefined)).toBe(false);
});

test('the sheet of the rule prints rule, measure, hash and when it was frozen', async () => {
  const proposal = aProposal();
  const sheet = sheetAt(await open(), 2);
  const texts = Object.values(sheet.cells).map((cell) => cell.text);
  expect(sheet.name).toBe('Quy tắc đếm');
  expect(texts).toEqual(
    expect.arrayContaining([proposal.rule.name, ...proposal.rule.sentences, proposal.hash, 'cắt 3/9 = 33,33%, đạt chỉ tiêu 20%']),
  );
  expect(texts).toContain('08:41 05/09/2026, người trình: Trần Minh Họa');
});

describe('typed text', () => {
  const label = 'Trường rất dài <b>&</b> '.repeat(90).slice(0, 2000).trim();

  test.each(['=HYPERLINK("http://x","y")', '+1+2', '-2+3', '@SUM(A1)', "=cmd|' /C calc'!A0", 'constructor', '__proto__', label])(
    'stays text: %s',
    async (text) => {
      const form = aForm({ fields: [aField({ label: text })] });
      const bytes = await proposalWorkbook(aProposal({ procedure: aProcedure({ forms: [form] }), marks: {}, added: [] }));
      const cell = sheetAt(sheetsOf(bytes), 0).cells['C2'];
      expect(cell?.isText).toBe(true);
      expect(cell?.text.trim()).toBe(text);
      expect(cell?.formula).toBeUndefined();
    },
  );
});

test('the same proposal gives the same workbook, byte for byte', async () => {
  const [first, second] = [await proposalWorkbook(aProposal()), await proposalWorkbook(aProposal())];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('formulas are calculated anew when the workbook opens', async () => {
  expect(partsOf(await proposalWorkbook(aProposal()))['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
});
