// The 105 education procedures that the project ships: they read, they count as the sheets were counted by hand, forms stand once.
import { describe, expect, test } from 'vitest';
import { REGISTERS, findDataItem } from '#procedures/registers/registers.ts';
import { countDeclared } from '#procedures/redesign/count.ts';
import { ruleV1 } from '../../support/redesign.ts';
import { readableForms, shippedDefinitions, shippedForms, shippedProcedures } from '../../support/shipped-definitions.ts';

const rule = ruleV1();
const definitions = shippedDefinitions();
const forms = shippedForms();
const procedures = shippedProcedures();
const fields = readableForms().flatMap((form) => form.fields.map((field) => ({ form: form.id, field })));

/** Declared data by procedure, counted by hand on the sheets; a procedure with two forms asks both. */
const DECLARED: readonly (readonly [code: string, declared: number])[] = [
  ['1.000915', 11],
  ['1.001622', 6],
  ['1.001694', 9],
  ['1.002499', 25],
  ['1.002543', 18],
  ['1.003702', 7],
  ['1.005061', 6],
  ['1.005095', 15],
  ['1.008148', 22],
  ['1.008950', 8],
  ['1.010497', 12],
  ['1.010627', 18],
  ['1.013338', 28],
  ['1.014333', 9],
  ['1.014335', 12],
  ['2.001959', 10],
  ['2.001960', 11],
  ['2.002284', 22],
  ['2.002770', 29],
  ['2.002850', 36],
  ['2.002851', 9],
  ['2.002854', 14],
  ['3.000181', 16],
  ['3.000465', 36],
  ['3.000466', 36],
];

describe('every shipped file', () => {
  test.each(forms.map(({ file, read }) => [file, read] as const))('forms/%s reads without issue', (_, read) => {
    expect(read).toMatchObject({ ok: true });
  });

  test.each(definitions.map(({ file, read }) => [file, read] as const))('%s reads without issue', (_, read) => {
    expect(read).toMatchObject({ ok: true });
  });

  test('is named after its code, or says that it has none', () => {
    for (const { file, read } of definitions) {
      const procedure = read.ok ? read.procedure : undefined;
      const code = procedure?.code;
      expect(file.startsWith(code === undefined ? 'khong-ma-' : `${code.replaceAll('.', '-')}-`)).toBe(true);
      expect(procedure?.id).toBe(code ?? file.replace(/\.json$/, ''));
    }
  });

  test('is composed Vietnamese (NFC) and holds no technical name where people read', () => {
    for (const { json } of [...definitions, ...forms]) {
      const text = JSON.stringify(json);
      expect(text).toBe(text.normalize('NFC'));
    }
    expect(fields.filter(({ field }) => field.label.includes('data['))).toEqual([]);
  });
});

describe('the collection', () => {
  test('holds 105 procedures, 18 of them internal, 5 without a code', () => {
    const all = [...procedures.values()];
    expect(all).toHaveLength(105);
    expect(all.filter((procedure) => procedure.internal)).toHaveLength(18);
    expect(all.filter((procedure) => procedure.code === undefined)).toHaveLength(5);
    expect(new Set(all.map((procedure) => procedure.id)).size).toBe(105);
  });

  test('keeps a form that several procedures share once', () => {
    const uses = [...procedures.values()].flatMap((procedure) => procedure.forms.map((form) => form.id));
    expect(uses).toHaveLength(28);
    expect(new Set(uses)).toEqual(new Set(readableForms().map((form) => form.id)));
    expect(uses.filter((id) => id === 'phieu-van-bang-bm04')).toHaveLength(3);
  });

  test.each(DECLARED)('%s asks %i data', (code, declared) => {
    const procedure = procedures.get(code);
    expect(procedure && countDeclared(procedure, rule)).toBe(declared);
  });

  test('has fields in exactly those procedures', () => {
    const withForm = [...procedures].filter(([, procedure]) => procedure.forms.length > 0).map(([code]) => code);
    expect(withForm.toSorted()).toEqual(DECLARED.map(([code]) => code));
  });

  test('names only data items that a register has', () => {
    const unknown = fields.filter(({ field }) => field.dataItem !== undefined && !findDataItem(REGISTERS, field.dataItem));
    expect(unknown).toEqual([]);
  });

  test('marks ethnicity as sensitive wherever it is asked', () => {
    const asked = fields.filter(({ field }) => field.label.includes('Dân tộc'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ field }) => !field.sensitive)).toEqual([]);
  });

  test('never says how often a procedure is done, for no source says it', () => {
    for (const procedure of procedures.values()) {
      expect([procedure.timesPerYear, procedure.subjectsPerYear, procedure.office]).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe('Cấp bản sao văn bằng, chứng chỉ từ sổ gốc (3.000465)', () => {
  const procedure = procedures.get('3.000465');
  const asked = procedure?.forms[0]?.fields ?? [];
  const names = (dataItem: string) => asked.filter((field) => field.dataItem === dataItem).map((field) => field.id);

  test('asks name, identity number and birthday of the same person three times', () => {
    expect(names('population/1')).toEqual(['ho-ten-nguoi-nop', 'ho-ten-chu-van-bang', 'ho-ten-tren-phieu']);
    expect(names('population/3')).toHaveLength(3);
    expect(names('population/4')).toHaveLength(3);
  });

  test('asks the tax code only of an organisation', () => {
    const field = asked.find((one) => one.id === 'ma-so-thue');
    expect(field).toMatchObject({ requirement: 'conditional', condition: { field: 'loai-chu-ho-so', is: ['Tổ chức', 'Doanh nghiệp'] } });
  });

  test('keeps the key of the electronic form as a note', () => {
    const field = asked.find((one) => one.id === 'ho-ten-chu-van-bang');
    expect(field).toMatchObject({ label: 'Họ và tên chủ văn bằng', note: 'Khóa kỹ thuật của biểu mẫu: data[ownerFullname].' });
  });

  test('is done within a working day, over three channels', () => {
    expect(procedure?.channels.map(({ kind, processingTime }) => [kind, processingTime?.amount, processingTime?.unit])).toEqual([
      ['online', 1, 'workingDay'],
      ['postal', 1, 'workingDay'],
      ['direct', 1, 'workingDay'],
    ]);
  });
});

test('a broken list of the portal is mended, a time without a figure stays text', () => {
  const subjects = [...procedures.values()].flatMap((procedure) => procedure.subjects);
  expect(subjects).toContain('Tổ chức (không bao gồm doanh nghiệp, HTX)');
  expect(subjects).toContain('Cán bộ, công chức, viên chức');
  expect(subjects.filter((subject) => subject === 'HTX)' || subject === 'viên chức')).toEqual([]);
  const times = [...procedures.values()].flatMap((procedure) => procedure.channels.flatMap((channel) => channel.processingTime ?? []));
  expect(times).toContainEqual({ text: 'Không quy định' });
  expect(times).toContainEqual({ text: '20 Ngày làm việc', amount: 20, unit: 'workingDay' });
  expect(times.filter((time) => time.text === 'N/A')).toEqual([]);
});
