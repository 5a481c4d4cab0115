import { describe, expect, test } from 'vitest';
import { inSentence } from '#procedures/text/agency-name.ts';

describe('the name of an agency inside a sentence', () => {
  test.each([
    'Sở Giáo dục và Đào tạo',
    'Sở Văn hóa, Thể thao và Du lịch tỉnh Khánh Hòa',
    'Ủy ban nhân dân tỉnh Khánh Hòa',
    'Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa',
    'Uỷ ban nhân dân thành phố Hồ Chí Minh',
    'Giám đốc Trung tâm Phục vụ hành chính công thành phố Hà Nội',
    'Văn phòng Ủy ban nhân dân tỉnh Ninh Bình',
    'Chánh Văn phòng Ủy ban nhân dân tỉnh Ninh Bình',
    'Phòng Kế hoạch - Tài chính',
    'Phòng Tổ chức cán bộ',
    'Bộ Tư pháp',
    'Văn phòng Sở',
  ])('that was typed in capitals is %s', (name) => {
    expect(inSentence(name.toLocaleUpperCase('vi'))).toBe(name);
  });

  test.each(['Sở Giáo dục và Đào tạo', 'UBND tỉnh', 'Trung tâm PVHCC'])('stays %s where it has small letters', (name) => {
    expect(inSentence(name)).toBe(name);
  });
});
