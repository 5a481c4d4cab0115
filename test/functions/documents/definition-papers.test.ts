import { REGISTERS } from '#procedures/registers/registers.ts';
import { describe, expect, test } from 'vitest';
import { definitionWord } from '#functions/documents/definition-word.ts';
import { definitionWorkbook } from '#functions/documents/definition-workbook.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { aChannel, aDocument, aField, aForm, aProcedure } from '../../support/build.ts';
import { revisionOf, shippedProcedures } from './definition-folder.ts';
import { partsOf, sheetsOf, wordText } from './open-office.ts';

const wordOf = async (procedure: Procedure) => wordText(await definitionWord(revisionOf(procedure)));
const formWith = (...fields: Field[]) => aProcedure({ forms: [aForm({ fields })] });

describe('a definition in Word', () => {
  test('has the parts that NĐ 63/2010 lists, and the number of its revision', async () => {
    const text = await wordOf(aProcedure());
    for (const part of [
      'Trình tự thực hiện',
      'Cách thức thực hiện, thời hạn giải quyết, phí, lệ phí',
      'Thành phần, số lượng hồ sơ',
      'Đối tượng thực hiện',
      'Cơ quan giải quyết',
      'Mẫu đơn, mẫu tờ khai',
      'Kết quả thực hiện',
      'Yêu cầu, điều kiện',
      'Căn cứ pháp lý',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('Phiên bản 1, ghi lúc 07:00 02/01/2026');
  });

  test('says “Chưa có thông tin” for what the source does not have, never “không” or “miễn phí”', async () => {
    const bare = aProcedure({
      channels: [aChannel({ processingTime: undefined, fees: undefined })],
      documents: [aDocument({ copies: undefined })],
    });
    const text = await wordOf({ ...bare, steps: [], subjects: [], legalBases: [], result: undefined, code: undefined, forms: [] });
    expect(text.match(/Chưa có thông tin/g)?.length).toBeGreaterThanOrEqual(12);
    expect(text).not.toMatch(/miễn phí|0 đồng/i);
  });

  test('a fee of 0 is 0 đồng, a fee without amount is not known', async () => {
    const channel = aChannel({ fees: [{ label: 'Lệ phí', amount: 0 }, { label: 'Phí thẩm định' }, { label: 'Phí in', amount: 15_000 }] });
    const text = await wordOf(aProcedure({ channels: [channel] }));
    expect(text).toContain('Lệ phí: 0 đồng');
    expect(text).toContain('Phí thẩm định: chưa có thông tin');
    expect(text).toContain('Phí in: 15.000 đồng');
  });

  test('prints its forms as sheets to write on: dotted lines, boxes, tables with empty rows', async () => {
    const procedure = formWith(
      aField({ label: 'Họ và tên:', section: 'I. Người nộp' }),
      aField({ id: 'gioi', label: 'Giới tính', kind: 'choice', choices: ['Nam', 'Nữ'] }),
      aField({ id: 'sinh', label: 'Ngày sinh', kind: 'date' }),
      aField({ id: 'mon', label: 'Môn thi', kind: 'tableColumn', group: 'Các môn' }),
      aField({ id: 'diem', label: 'Điểm', kind: 'tableColumn', group: 'Các môn' }),
      aField({ id: 'ky', label: 'Người làm đơn (ký)', kind: 'signature' }),
    );
    const text = await wordOf(procedure);
    const body = partsOf(await definitionWord(revisionOf(procedure)))['word/document.xml'] ?? '';
    expect(text).toContain('Họ và tên: \n');
    expect(body).toContain('<w:tab w:val="right" w:pos="9354" w:leader="dot"/>');
    expect(text).toContain('Giới tính:  □ Nam    □ Nữ');
    expect(text).toContain('Ngày sinh: ngày ……… tháng ……… năm ………');
    expect(text).toContain('Các môn\nMôn thi\nĐiểm');
    expect(text).toContain('Người làm đơn (ký)');
  });

  test('more columns than an upright page can hold become a list', async () => {
    const columns = Array.from({ length: 12 }, (_, index) =>
      aField({ id: `cot-${index}`, label: `Cột ${index}`, kind: 'tableColumn', group: 'Bảng' }),
    );
    expect(await wordOf(formWith(...columns))).toContain('Mục\nNội dung\nCột 0');
  });
});

describe('a definition in Excel', () => {
  test('lists every field with whose it is and who writes it, and the condition by the label it depends on', async () => {
    const procedure = formWith(
      aField({ label: 'Loại chủ hồ sơ' }),
      aField({
        id: 'mst',
        label: 'Mã số thuế',
        whose: 'organisation',
        requirement: 'conditional',
        condition: { field: 'ho-ten', is: ['Tổ chức'] },
      }),
    );
    const [fields, parts] = sheetsOf(await definitionWorkbook(revisionOf(procedure), REGISTERS));
    const texts = Object.values(fields?.cells ?? {}).map((cell) => cell.text);
    expect(fields?.name).toBe('Thông tin phải khai');
    expect(texts).toEqual(expect.arrayContaining(['Mã số thuế', 'Tổ chức', 'Khi “Loại chủ hồ sơ” là: Tổ chức']));
    expect(parts?.name).toBe('Các phần của thủ tục');
  });

  test('says “Chưa có thông tin” for what the source does not have', async () => {
    const [, parts] = sheetsOf(await definitionWorkbook(revisionOf(aProcedure({ result: undefined, steps: [] })), REGISTERS));
    const texts = Object.values(parts?.cells ?? {}).map((cell) => cell.text);
    expect(texts.filter((text) => text === 'Chưa có thông tin').length).toBeGreaterThanOrEqual(4);
  });
});

test('every definition that is shipped makes both files, and each says its own name', async () => {
  const procedures = await shippedProcedures();
  expect(procedures.length).toBeGreaterThan(0);
  for (const procedure of procedures) {
    const revision = revisionOf(procedure);
    expect(await wordOf(procedure)).toContain(procedure.name);
    const [fields, parts] = sheetsOf(await definitionWorkbook(revision, REGISTERS));
    expect(Object.values(parts?.cells ?? {}).map((cell) => cell.text)).toContain(procedure.name);
    const labels = procedure.forms.flatMap((form) => form.fields.map((field) => field.label));
    expect(Object.values(fields?.cells ?? {}).map((cell) => cell.text)).toEqual(expect.arrayContaining(labels));
  }
});
