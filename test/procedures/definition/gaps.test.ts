// A definition tells what it still lacks; what is absent is not "none" and not "free".
import { describe, expect, test } from 'vitest';
import { definitionGaps } from '#procedures/definition/gaps.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { aChannel, aDocument, aField, aForm, aProcedure } from '../../support/build.ts';

const complete = (overrides: Partial<Procedure> = {}): Procedure =>
  aProcedure({
    code: '9.000001',
    area: 'Lĩnh vực (minh họa)',
    levels: ['Cấp tỉnh'],
    decision: '01/QĐ (minh họa)',
    subjects: ['Công dân Việt Nam'],
    agencies: ['Sở (minh họa)'],
    authority: 'Sở (minh họa)',
    timesPerYear: 1,
    subjectsPerYear: 100,
    result: 'Bản sao',
    conditions: 'Không',
    legalBases: ['Luật A (minh họa)'],
    sources: ['https://example.vn'],
    forms: [
      aForm({ basis: 'Thông tư A (minh họa)', fields: [aField({ basis: 'Thông tư A (minh họa)', useBasis: 'Thông tư B (minh họa)' })] }),
    ],
    ...overrides,
  });

const gaps = (overrides: Partial<Procedure>) => definitionGaps(complete(overrides)).map((gap) => gap.path);

describe('what a definition lacks', () => {
  test('is nothing when every part is there', () => {
    expect(definitionGaps(complete())).toEqual([]);
  });

  test('is listed in the order of the definition', () => {
    expect(gaps({ legalBases: [], timesPerYear: undefined, code: undefined, levels: [] })).toEqual([
      'code',
      'levels',
      'timesPerYear',
      'legalBases',
    ]);
  });

  test('is the fee when the source says nothing, not when it says free', () => {
    expect(gaps({ channels: [aChannel({ fees: undefined })] })).toEqual(['channels[0].fees']);
    expect(gaps({ channels: [aChannel({ fees: [] })] })).toEqual([]);
    expect(gaps({ channels: [aChannel({ fees: [{ label: 'Phí', amount: 0 }] })] })).toEqual([]);
    expect(gaps({ channels: [aChannel({ fees: [{ label: 'Phí' }] })] })).toEqual(['channels[0].fees[0].amount']);
  });

  test('is the processing time of a channel without one', () => {
    expect(gaps({ channels: [aChannel({ processingTime: undefined })] })).toEqual(['channels[0].processingTime']);
  });

  test('is the form when a file is attached whose fields nobody has written down', () => {
    expect(gaps({ documents: [aDocument({ file: 'Mau01.docx' })] })).toEqual(['documents[0].form']);
    expect(gaps({ documents: [aDocument({ file: 'Mau01.docx', form: 'don' })] })).toEqual([]);
  });

  test('is the number of copies when neither originals nor copies are known', () => {
    expect(gaps({ documents: [aDocument({ originals: undefined, copies: undefined })] })).toEqual(['documents[0].originals']);
  });

  test('are the rest of an incomplete form, its basis and those of its fields', () => {
    const form = aForm({ complete: false, fields: [aField(), aField({ id: 'b', useBasis: 'Điều 1 (minh họa)' })] });
    expect(definitionGaps(complete({ forms: [form] }))).toEqual([
      { path: 'forms[0].basis', message: '“Đơn đề nghị (minh họa)”: chưa rõ văn bản ban hành mẫu.' },
      { path: 'forms[0].complete', message: '“Đơn đề nghị (minh họa)”: mẫu chưa đầy đủ các trường.' },
      { path: 'forms[0].fields', message: '“Đơn đề nghị (minh họa)”: 2 trường chưa có căn cứ.' },
      { path: 'forms[0].fields', message: '“Đơn đề nghị (minh họa)”: 1 trường chưa có căn cứ của việc hỏi trong thủ tục này.' },
    ]);
  });

  test('is told with a name short enough for one line', () => {
    const [gap] = definitionGaps(
      complete({ documents: [aDocument({ name: 'Rất dài '.repeat(50), originals: undefined, copies: undefined })] }),
    );
    expect(gap?.message.length).toBeLessThan(110);
  });
});
