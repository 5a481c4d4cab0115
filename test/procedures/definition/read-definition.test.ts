// Reading a definition: the procedure, or everything that is wrong with it, in one pass.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDefinition, readForm } from '#procedures/definition/read-definition.ts';
import { arbitraryProcedure } from '../../support/arbitrary-procedure.ts';
import { aDocument, aField, aForm, aProcedure } from '../../support/build.ts';

function issuesOf(input: unknown) {
  const result = readDefinition(input);
  return result.ok ? [] : result.issues;
}

const paths = (input: unknown) => issuesOf(input).map((issue) => issue.path);
const messages = (input: unknown) => issuesOf(input).map((issue) => issue.message);
const withField = (field: object) =>
  aProcedure({ forms: [aForm({ fields: [aField(), Object.assign(aField({ id: 'khac', label: 'Khác' }), field)] })] });

describe('a readable definition', () => {
  test('comes back as it was written', () => {
    expect(readDefinition(aProcedure())).toEqual({ ok: true, procedure: aProcedure() });
  });

  test('reads back from its own JSON, whatever it holds', () => {
    fc.assert(
      fc.property(arbitraryProcedure, (procedure) => {
        const first = readDefinition(procedure);
        if (!first.ok) return;
        expect(readDefinition(JSON.parse(JSON.stringify(first.procedure)))).toEqual(first);
      }),
    );
  });

  test('may name a shared form, which then stands written out in it', () => {
    const form = aForm({ id: 'mau-chung' });
    const result = readDefinition({ ...aProcedure(), forms: [{ use: 'mau-chung' }], documents: [] }, [form]);
    expect(result.ok && result.procedure.forms).toEqual([form]);
  });

  test('may name its JSON Schema, which is no part of the procedure', () => {
    const result = readDefinition({ $schema: './definition.schema.json', ...aProcedure() });
    expect(result).toEqual({ ok: true, procedure: aProcedure() });
  });

  test('may depend on any answer to another field, or on one of its choices', () => {
    const choice = aField({ id: 'loai', kind: 'choice', choices: ['Cá nhân', 'Tổ chức'] });
    const depends = aField({ id: 'ma-so-thue', requirement: 'conditional', condition: { field: 'loai', is: ['Tổ chức'] } });
    expect(readDefinition(aProcedure({ forms: [aForm({ fields: [choice, depends] })] })).ok).toBe(true);
  });
});

describe('text', () => {
  test('typed with loose accents is composed (NFC)', () => {
    const result = readDefinition(aProcedure({ name: 'Cấp bản sao'.normalize('NFD') }));
    expect(result.ok && result.procedure.name).toBe('Cấp bản sao'.normalize('NFC'));
  });

  test('with markup stays text', () => {
    const label = '<b>Họ tên</b> & <script>alert(1)</script>';
    const result = readDefinition(withField({ label }));
    expect(result.ok && result.procedure.forms[0]?.fields[1]?.label).toBe(label);
  });

  test('with a right-to-left mark is refused, naming the character and its place', () => {
    expect(issuesOf(withField({ label: 'Họ\u202Etên' }))).toEqual([
      {
        path: 'forms[0].fields[1].label',
        message: expect.stringContaining('có ký tự ẩn U+202E ở vị trí 3'),
      },
    ]);
  });

  test('of 2,000 characters is a label, of 2,001 is not', () => {
    expect(readDefinition(withField({ label: 'ơ'.repeat(2000) })).ok).toBe(true);
    expect(messages(withField({ label: 'ơ'.repeat(2001) }))).toEqual([
      expect.stringContaining('nhãn: dài 2.001 ký tự, quá 1 ký tự so với mức 2.000'),
    ]);
  });

  test('of decomposed letters is measured as composed ones', () => {
    expect(readDefinition(withField({ label: 'ệ'.repeat(2000).normalize('NFD') })).ok).toBe(true);
  });

  test('of spaces only is empty', () => {
    expect(messages(aProcedure({ name: '   ' }))).toEqual([expect.stringContaining('đang để trống')]);
  });
});

describe('an issue says in Vietnamese where, what and how to mend', () => {
  test('a forgotten part', () => {
    const { name: _, ...rest } = aProcedure();
    expect(issuesOf(rest)).toEqual([{ path: 'name', message: 'Tên: còn thiếu; hãy ghi chữ (trong ngoặc kép).' }]);
  });

  test('a label that would steer the terminal is spelt out, not passed on', () => {
    const [message = ''] = messages({ ...aProcedure(), legalBases: ['a\u001b[31mđỏ\u202e'] });
    expect(message).toContain('U+001B');
    expect(message).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('null is not a value: what is unknown stays away', () => {
    expect(messages({ ...aProcedure(), area: null })).toEqual([expect.stringContaining('không ghi null; hãy ghi')]);
  });

  test('a wrong JSON type', () => {
    expect(messages({ ...aProcedure(), internal: 'không' })).toEqual([
      'Thủ tục nội bộ: cần true hoặc false, nhưng đang là chữ (trong ngoặc kép).',
    ]);
  });

  test('a code written as a number', () => {
    expect(messages({ ...aProcedure(), code: 1.00028 })).toEqual(['Mã thủ tục: cần chữ (trong ngoặc kép), nhưng đang là số.']);
  });

  test('an unknown kind lists the known ones', () => {
    expect(messages(withField({ kind: 'chu' }))).toEqual([expect.stringContaining('hãy chọn một trong: text, longText, number')]);
  });

  test('an unknown key gets the nearest known one', () => {
    expect(messages(withField({ lable: 'Họ tên' }))).toEqual([
      'Mẫu đơn 1 “Đơn đề nghị (minh họa)”, trường thông tin 2 “Khác”: không có mục tên “lable”; có phải định ghi “label”?',
    ]);
  });

  test('an unknown key that resembles none is to be deleted', () => {
    expect(messages({ ...aProcedure(), mauSac: 'xanh' })).toEqual([
      'Tệp định nghĩa không có mục tên “mauSac”; hãy xóa mục này hoặc ghi đúng tên mục.',
    ]);
  });

  test.each([[null], [undefined], [[]], ['tệp'], [42], [true]])('a file that is no object (%j)', (input) => {
    expect(issuesOf(input)).toEqual([{ path: '', message: expect.stringContaining('nhóm mục { … }') }]);
  });

  test('the issues of a form are told, not that it might have been another sort of form', () => {
    const form = { ...aForm(), complete: 'đủ' };
    expect(paths({ ...aProcedure(), forms: [form] })).toEqual(['forms[0].complete']);
    expect(paths({ ...aProcedure(), forms: [{ use: 5 }], documents: [] })).toEqual(['forms[0].use']);
  });
});

describe('parts that do not fit each other', () => {
  test('an id is used once in the whole procedure', () => {
    expect(paths(aProcedure({ documents: [aDocument({ id: 'ho-ten' })] }))).toEqual(['documents[0].id']);
  });

  test('the ids of the authority and of the result are taken', () => {
    expect(paths(aProcedure({ documents: [aDocument({ id: 'result' })] }))).toEqual(['documents[0].id']);
  });

  test('two forms cannot share a field id', () => {
    const fields = [aField()];
    expect(paths(aProcedure({ forms: [aForm({ fields }), aForm({ id: 'don-2', fields })] }))).toEqual(['forms[1].fields[0].id']);
  });

  test('the same shared form cannot be used twice', () => {
    const form = aForm({ id: 'mau-chung', fields: [aField()] });
    const file = { ...aProcedure(), documents: [], forms: [{ use: 'mau-chung' }, { use: 'mau-chung' }] };
    const result = readDefinition(file, [form]);
    expect(!result.ok && result.issues.map((issue) => issue.path)).toEqual(['forms[1].use']);
  });

  test('a form that is not shared cannot be used', () => {
    expect(messages({ ...aProcedure(), documents: [], forms: [{ use: 'khong-co' }] })).toEqual([
      expect.stringContaining('không có mẫu dùng chung “khong-co”'),
    ]);
  });

  test('a document cannot be a form that the procedure does not have', () => {
    expect(paths(aProcedure({ documents: [aDocument({ form: 'khong-co' })] }))).toEqual(['documents[0].form']);
  });

  test.each([
    ['on an unknown field', { field: 'khong-co' }, 'không có trường nào mang mã “khong-co”'],
    ['on itself', { field: 'khac' }, 'không thể phụ thuộc vào chính nó'],
  ])('a condition %s cannot be met', (_, condition, words) => {
    expect(messages(withField({ requirement: 'conditional', condition }))).toEqual([expect.stringContaining(words)]);
  });

  test('conditions do not go round in a circle', () => {
    const fields = ['a', 'b', 'c'].map((id, at) =>
      aField({ id, requirement: 'conditional', condition: { field: ['b', 'c', 'a'][at] ?? '' } }),
    );
    expect(paths(aProcedure({ forms: [aForm({ fields })] }))).toEqual([0, 1, 2].map((at) => `forms[0].fields[${at}].condition.field`));
  });

  test('a condition can ask only for an answer that is offered', () => {
    const choice = aField({ id: 'loai', kind: 'choice', choices: ['Cá nhân'] });
    const depends = aField({ id: 'ma-so-thue', requirement: 'conditional', condition: { field: 'loai', is: ['Tổ chức'] } });
    expect(paths(aProcedure({ forms: [aForm({ fields: [choice, depends] })] }))).toEqual(['forms[0].fields[1].condition.is[0]']);
  });

  test('what is conditional says on what, and what depends is not always required', () => {
    expect(paths(withField({ requirement: 'conditional' }))).toEqual(['forms[0].fields[1].condition']);
    expect(paths(withField({ requirement: 'required', condition: { field: 'ho-ten' } }))).toEqual(['forms[0].fields[1].requirement']);
  });

  test('the fields of a group stand together, and a column belongs to a group', () => {
    const row = (id: string, group?: string) => aField({ id, kind: 'text', ...(group === undefined ? {} : { group }) });
    const fields = [row('a', 'Con'), row('b'), row('c', 'Con'), aField({ id: 'd', kind: 'tableColumn' })];
    expect(paths(aProcedure({ forms: [aForm({ fields })] }))).toEqual(['forms[0].fields[2].group', 'forms[0].fields[3].group']);
  });

  test('a choice is offered once, however its accents were typed', () => {
    expect(paths(withField({ kind: 'choice', choices: ['Có', 'Không', 'Có'.normalize('NFD')] }))).toEqual([
      'forms[0].fields[1].choices[2]',
    ]);
  });

  test('a processing time with a figure has a unit', () => {
    const [channel] = aProcedure().channels;
    expect(paths({ ...aProcedure(), channels: [{ ...channel, processingTime: { text: '24 ngày', amount: 24 } }] })).toEqual([
      'channels[0].processingTime',
    ]);
  });
});

test('a file with twenty mistakes tells all twenty in one pass', () => {
  const field = { label: 'Họ tên', kind: 'text', requirement: 'required', whose: 'applicant', filledBy: 'applicant' };
  const file = {
    id: 'Mã Sai',
    code: 1.000715,
    internal: 0,
    area: null,
    levels: 'Cấp tỉnh',
    subjects: [''],
    agencies: [7],
    timesPerYear: -1,
    ghiChu: 'x',
    steps: [{ id: 'buoc-01' }, { id: 'buoc-01', text: 'Nộp hồ sơ.' }],
    channels: [{ id: 'kenh', kind: 'fax', label: 'Fax', processingTime: { text: '5 ngày', amount: 5 } }],
    documents: [{ id: 'giay', name: 'a\u200Fb', originals: 1.5, form: 'mau-la' }],
    forms: [
      { use: 'mau-khong-co' },
      {
        id: 'mau',
        title: 'Đơn',
        complete: true,
        fields: [
          { ...field, id: 'a', whose: 'neighbour' },
          { ...field, id: 'b', dataItem: 'dân cư 4', requirement: 'conditional' },
        ],
      },
    ],
    legalBases: [],
  };
  const expected = [
    'id',
    'code',
    'name',
    'internal',
    'area',
    'levels',
    'subjects[0]',
    'agencies[0]',
    'timesPerYear',
    'ghiChu',
    'steps[0].text',
    'steps[1].id',
    'channels[0].kind',
    'channels[0].processingTime',
    'documents[0].name',
    'documents[0].originals',
    'documents[0].form',
    'forms[0].use',
    'forms[1].fields[0].whose',
    'forms[1].fields[1].dataItem',
    'forms[1].fields[1].condition',
  ];
  expect(paths(file).toSorted()).toEqual(expected.toSorted());
  expect(expected.length).toBeGreaterThanOrEqual(20);
});

describe('bounds', () => {
  test('arbitrary JSON never throws, and every issue has words', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        for (const issue of issuesOf(input)) expect(issue.message.length).toBeGreaterThan(10);
      }),
    );
  });

  test('a definition with any one part replaced by arbitrary JSON never throws', () => {
    const keys = Object.keys(aProcedure());
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        expect(() => readDefinition({ ...aProcedure(), [key]: value })).not.toThrow();
      }),
    );
  });

  test('a form with arbitrary fields never throws', () => {
    const arbitraryField = fc.dictionary(fc.constantFrom(...Object.keys(aField()), 'condition', 'group', 'choices'), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(arbitraryField), (fields) => {
        expect(() => readForm({ ...aForm(), fields })).not.toThrow();
      }),
    );
  });

  test('an object that cannot be turned into text is still named', () => {
    expect(messages(withField({ kind: { toString: false } }))).toEqual([expect.stringContaining('giá trị nhóm mục { … } không dùng được')]);
  });

  test('a huge file is refused as a whole', () => {
    expect(issuesOf({ ...aProcedure(), steps: Array.from({ length: 300_000 }, () => ({})) })).toEqual([
      { path: '', message: expect.stringContaining('ệp quá lớn') },
    ]);
    expect(issuesOf({ ...aProcedure(), note: 'x'.repeat(6_000_000) })).toHaveLength(1);
  });

  test('thousands of mistakes are cut to the first 500 and counted', () => {
    const issues = issuesOf({ ...aProcedure(), steps: Array.from({ length: 500 }, () => ({})) });
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)?.message).toMatch(/^Còn \d+ lỗi khác/);
  });
});

test('a form file of its own is read the same way', () => {
  expect(readForm(aForm())).toEqual({ ok: true, form: aForm() });
  const result = readForm({ ...aForm(), titel: 'x', fields: [aField({ condition: { field: 'la' }, requirement: 'optional' })] });
  expect(!result.ok && result.issues.map((issue) => issue.path)).toEqual(['titel', 'fields[0].condition.field']);
});
