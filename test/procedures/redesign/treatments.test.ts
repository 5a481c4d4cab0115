import { describe, expect, test } from 'vitest';
import { TREATMENTS } from '#procedures/redesign/mark.ts';
import { allowedTreatments, allowedValues, leavesTheForm, TREATMENT_KEYS, TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';

describe('treatments', () => {
  test('have one word and one key each', () => {
    expect(Object.values(TREATMENT_NAMES)).toEqual(['Giữ', 'Bỏ hẳn', 'Khai thác dữ liệu', 'Điền sẵn', 'Gộp', 'Tùy chọn', 'Sửa đổi']);
    expect(Object.values(TREATMENT_KEYS)).toEqual(['G', 'B', 'K', 'D', 'M', 'T', 'S']);
  });

  test('of a field are the six of the rules', () => {
    expect(allowedTreatments('field')).toEqual(['keep', 'remove', 'retrieve', 'prefill', 'merge', 'makeOptional']);
    expect(allowedValues('field')).toEqual([]);
  });

  test('of other elements change them', () => {
    expect(allowedTreatments('document')).toEqual(['keep', 'remove', 'retrieve', 'change']);
    expect(allowedTreatments('channel')).toEqual(['keep', 'remove', 'change']);
    expect(allowedTreatments('step')).toEqual(['keep', 'remove', 'change']);
    expect(allowedTreatments('authority')).toEqual(['keep', 'change']);
    expect(allowedTreatments('result')).toEqual(['keep', 'change']);
    expect(allowedValues('channel')).toEqual(['processingTime', 'fees']);
  });

  test('three of them take an element off the sheet', () => {
    expect(TREATMENTS.filter(leavesTheForm)).toEqual(['remove', 'retrieve', 'merge']);
  });
});
