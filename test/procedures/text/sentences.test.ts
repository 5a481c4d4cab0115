import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProcessingTime } from '#procedures/definition/channel.ts';
import { difference } from '#procedures/definition/difference.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { changeSentence, changeSentences } from '#procedures/text/sentences.ts';
import { arbitraryProcedure } from '../../support/arbitrary-procedure.ts';
import { aChannel, aDocument, aField, aForm, aProcedure, aStep } from '../../support/build.ts';

function told(before: Partial<Procedure>, after: Partial<Procedure>): string[] {
  return changeSentences(difference(aProcedure(before), aProcedure(after)));
}

const [name, birth, ...others] = aForm().fields;
const fields = [name ?? aField(), birth ?? aField(), ...others];

function time(amount: number): ProcessingTime {
  return { text: `${amount} ngày làm việc`, amount, unit: 'workingDay' };
}

describe('fields', () => {
  test('removed and added', () => {
    const cut = fields.filter(({ id }) => id !== 'ngay-sinh');
    expect(told({}, { forms: [aForm({ fields: cut })] })).toEqual(['Bỏ mục “Ngày sinh” (người nộp) ở phần “I. Người nộp”.']);
    expect(told({ forms: [aForm({ fields: cut })] }, {})).toEqual(['Thêm mục “Ngày sinh” (người nộp) ở phần “I. Người nộp”.']);
  });

  test('renamed, made optional, pre-filled', () => {
    const changed = fields.map((field) =>
      field.id === 'ngay-sinh' ? { ...field, label: 'Ngày, tháng, năm sinh', requirement: 'optional' as const, prefilled: true } : field,
    );
    expect(told({}, { forms: [aForm({ fields: changed })] })).toEqual([
      'Đổi tên mục “Ngày sinh” thành “Ngày, tháng, năm sinh” (người nộp) ở phần “I. Người nộp”.',
      'Sửa mức bắt buộc của mục “Ngày, tháng, năm sinh” (người nộp) ở phần “I. Người nộp”: từ “Bắt buộc” thành “Tùy chọn”.',
      'Điền sẵn mục “Ngày, tháng, năm sinh” (người nộp) ở phần “I. Người nộp”.',
    ]);
  });

  test('moved to another section, to another place, to another form', () => {
    const moved = fields.map((field) => (field.id === 'so-dinh-danh' ? { ...field, section: 'II. Nội dung' } : field));
    expect(told({}, { forms: [aForm({ fields: moved })] })).toEqual([
      'Chuyển mục “Số định danh cá nhân” (người nộp) từ phần “I. Người nộp” sang phần “II. Nội dung”.',
    ]);
    const [first, second, ...rest] = [...fields.slice(0, 2).toReversed(), ...fields.slice(2)];
    expect(told({}, { forms: [aForm({ fields: [first ?? aField(), second ?? aField(), ...rest] })] })).toEqual([
      'Xếp lại mục “Họ và tên” (người nộp) ở phần “I. Người nộp”: đứng sau “Ngày sinh”.',
    ]);
    const sheet = aForm({ id: 'to-khai', title: 'Tờ khai' });
    const away = [aForm({ fields: fields.slice(1) }), { ...sheet, fields: fields.slice(0, 1) }];
    expect(told({ forms: [aForm(), { ...sheet, fields: [] }] }, { forms: away })).toEqual([
      'Chuyển mục “Họ và tên” (người nộp) từ mẫu “Đơn đề nghị (minh họa)” sang mẫu “Tờ khai”, phần “I. Người nộp”.',
    ]);
  });

  test('of a section that was renamed are not told one by one', () => {
    const renamed = fields.map((field) => (field.section === 'I. Người nộp' ? { ...field, section: 'I. Người đề nghị' } : field));
    expect(told({}, { forms: [aForm({ fields: renamed })] })).toEqual(['Đổi tên phần “I. Người nộp” thành “I. Người đề nghị”.']);
  });

  test('name the fields on which they depend by label, never by id', () => {
    const dependent = fields.map((field) => (field.id === 'so-ban-sao' ? { ...field, condition: { field: 'ngay-sinh' } } : field));
    expect(told({}, { forms: [aForm({ fields: dependent })] })).toEqual([
      'Bổ sung trường hợp áp dụng của mục “Số lượng bản sao” (nội dung đề nghị) ở phần “II. Nội dung”: “khi mục Ngày sinh có khai”.',
    ]);
  });

  test('say the form where the procedure has several', () => {
    const second = aForm({ id: 'to-khai', title: 'Tờ khai', fields: [aField({ id: 'noi-sinh', label: 'Nơi sinh' })] });
    expect(told({ forms: [aForm(), second] }, { forms: [aForm({ fields: fields.slice(1) }), { ...second, fields: [] }] })).toEqual([
      'Bỏ mục “Họ và tên” (người nộp) ở phần “I. Người nộp” của mẫu “Đơn đề nghị (minh họa)”.',
      'Bỏ mục “Nơi sinh” (người nộp) ở mẫu “Tờ khai”.',
    ]);
  });
});

describe('channels', () => {
  test('a shorter time goes down, a longer one up', () => {
    const shorter = { channels: [aChannel({ processingTime: time(7) })] };
    expect(told({}, shorter)).toEqual(['Thời hạn giải quyết (Trực tuyến): từ 10 ngày làm việc xuống 7 ngày làm việc.']);
    expect(told(shorter, {})).toEqual(['Thời hạn giải quyết (Trực tuyến): từ 7 ngày làm việc lên 10 ngày làm việc.']);
  });

  test('times of different units are only set side by side', () => {
    expect(told({}, { channels: [aChannel({ processingTime: { text: '2 tháng', amount: 2, unit: 'month' } })] })).toEqual([
      'Thời hạn giải quyết (Trực tuyến): từ “10 ngày làm việc” thành “2 tháng”.',
    ]);
    expect(told({ channels: [aChannel({ processingTime: undefined })] }, {})).toEqual([
      'Thời hạn giải quyết (Trực tuyến): bổ sung “10 ngày làm việc”.',
    ]);
  });

  test('fees are whole đồng, free is not the same as unknown', () => {
    const fees = [{ label: 'Phí', amount: 5000 }, { label: 'Lệ phí' }];
    expect(told({}, { channels: [aChannel({ fees })] })).toEqual([
      'Phí, lệ phí (Trực tuyến): từ “Phí: không thu” thành “Phí: 5.000 đồng”; “Lệ phí: chưa rõ mức thu”.',
    ]);
    expect(told({}, { channels: [aChannel({ fees: undefined })] })).toEqual(['Phí, lệ phí (Trực tuyến): bỏ “Phí: không thu”.']);
  });
});

test('documents, steps, authority, result and the procedure itself', () => {
  const before = {
    documents: [aDocument({ id: 'a', name: 'Bản sao học bạ' }), aDocument({ id: 'b', name: 'Giấy khai sinh' })],
    legalBases: ['A', 'B'],
  };
  const after = {
    name: 'Cấp lại bản sao (minh họa)',
    internal: true,
    legalBases: ['B', 'C'],
    authority: 'Ủy ban nhân dân cấp xã',
    result: undefined,
    documents: [aDocument({ id: 'b', name: 'Giấy khai sinh', copies: 2 })],
    steps: [aStep({ text: 'Người dân gửi yêu cầu.' })],
  };
  expect(told(before, after)).toEqual([
    'Đổi tên thủ tục “Cấp bản sao (minh họa)” thành “Cấp lại bản sao (minh họa)”.',
    'Đánh dấu thủ tục “Cấp lại bản sao (minh họa)”: thủ tục nội bộ.',
    'Sửa căn cứ pháp lý của thủ tục “Cấp lại bản sao (minh họa)”: thêm “C”; bỏ “A”.',
    'Sửa cơ quan có thẩm quyền: từ “Sở Giáo dục và Đào tạo” thành “Ủy ban nhân dân cấp xã”.',
    'Bỏ kết quả thực hiện “Bản sao từ sổ gốc”.',
    'Bỏ thành phần hồ sơ “Bản sao học bạ”.',
    'Sửa số bản sao của thành phần hồ sơ “Giấy khai sinh”: từ 0 thành 2.',
    'Sửa bước “Người dân nộp hồ sơ.” thành “Người dân gửi yêu cầu.”.',
  ]);
});

test('a field that stood outside all sections comes from there', () => {
  const place = { section: 'I', form: 'Tờ khai' };
  expect(changeSentence({ op: 'move', element: 'field', id: 'a', label: 'A', whose: 'father', place, attribute: 'section', to: 'I' })).toBe(
    'Chuyển mục “A” (cha) từ chỗ ngoài các phần sang phần “I” của mẫu “Tờ khai”.',
  );
});

test('every change is one whole sentence without a code in it', () => {
  fc.assert(
    fc.property(arbitraryProcedure, arbitraryProcedure, (a, b) => {
      const changes = difference(a, b);
      const sentences = changeSentences(changes);
      expect(sentences).toHaveLength(changes.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}(?!.*(?:undefined|null|\[object|required|pupil| “”)).*\.$/u);
    }),
  );
});
