// Builders of small valid definitions: every test says only what matters to it. Names and figures are made up (minh họa).
import type { Channel } from '#procedures/definition/channel.ts';
import type { Document } from '#procedures/definition/document.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Step } from '#procedures/definition/step.ts';

export function aField(overrides: Partial<Field> = {}): Field {
  return {
    id: 'ho-ten',
    label: 'Họ và tên',
    kind: 'text',
    requirement: 'required',
    whose: 'applicant',
    filledBy: 'applicant',
    ...overrides,
  };
}

/** Four required fields of the applicant in two sections, then the signature that never counts. */
export function aForm(overrides: Partial<Form> = {}): Form {
  return {
    id: 'don',
    title: 'Đơn đề nghị (minh họa)',
    complete: true,
    fields: [
      aField({ section: 'I. Người nộp' }),
      aField({ id: 'ngay-sinh', label: 'Ngày sinh', kind: 'date', section: 'I. Người nộp', parts: 3 }),
      aField({ id: 'so-dinh-danh', label: 'Số định danh cá nhân', kind: 'digits', section: 'I. Người nộp' }),
      aField({ id: 'so-ban-sao', label: 'Số lượng bản sao', kind: 'number', section: 'II. Nội dung', whose: 'request' }),
      aField({ id: 'chu-ky', label: 'Người làm đơn ký', kind: 'signature' }),
    ],
    ...overrides,
  };
}

export function aDocument(overrides: Partial<Document> = {}): Document {
  return { id: 'ho-so-don', name: 'Đơn đề nghị', originals: 1, copies: 0, ...overrides };
}

export function aChannel(overrides: Partial<Channel> = {}): Channel {
  return {
    id: 'truc-tuyen',
    kind: 'online',
    label: 'Trực tuyến',
    processingTime: { text: '10 ngày làm việc', amount: 10, unit: 'workingDay' },
    fees: [{ label: 'Phí', amount: 0 }],
    ...overrides,
  };
}

export function aStep(overrides: Partial<Step> = {}): Step {
  return { id: 'buoc-1', text: 'Người dân nộp hồ sơ.', ...overrides };
}

/** One form of five fields, one document, one channel, one step; ids are unique in the whole procedure. */
export function aProcedure(overrides: Partial<Procedure> = {}): Procedure {
  return {
    id: '9.000001',
    code: '9.000001',
    name: 'Cấp bản sao (minh họa)',
    internal: false,
    area: 'Văn bằng, chứng chỉ',
    levels: ['Cấp tỉnh'],
    subjects: ['Công dân Việt Nam'],
    agencies: ['Sở Giáo dục và Đào tạo'],
    authority: 'Sở Giáo dục và Đào tạo',
    steps: [aStep()],
    channels: [aChannel()],
    documents: [aDocument({ form: 'don' })],
    forms: [aForm()],
    result: 'Bản sao từ sổ gốc',
    legalBases: [],
    ...overrides,
  };
}
