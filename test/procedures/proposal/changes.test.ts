import { describe, expect, test } from 'vitest';
import { changesByAuthority, changesByPart, changesOf } from '#procedures/proposal/changes.ts';
import type { Mark, Marks } from '#procedures/redesign/mark.ts';
import { aChannel, aDocument, aProcedure } from '../../support/build.ts';
import { aProposal, MARKS, theProcedure } from '../../support/proposal.ts';
import { aFullMark } from '../../support/redesign.ts';

const sentences = (marks: Marks) => changesOf(aProposal({ marks, added: [] })).map(({ sentence }) => sentence);
const sentenceOf = (id: string, mark: Mark) => sentences({ [id]: mark })[0];

describe('what a proposal changes', () => {
  const changes = changesOf(aProposal());

  test('stands in form order, an added field in its place, then documents, channels and steps', () => {
    expect(changes.map(({ id }) => id)).toEqual([
      'ngay-sinh',
      'gioi-tinh',
      'ma-ho-so',
      'thu-dien-tu',
      'ho-ten-chu',
      'dan-toc',
      'noi-sinh',
      'giay-to',
      'uy-quyen',
      'truc-tuyen',
      'buoc-2',
    ]);
  });

  test('names the treatment of each, and no mark behind an added field', () => {
    const added = changes.find(({ id }) => id === 'ma-ho-so');
    expect([added?.treatment, added?.mark]).toEqual(['added', undefined]);
    expect(changes.find(({ id }) => id === 'buoc-2')).toMatchObject({ part: 'step', treatment: 'remove', mark: MARKS['buoc-2'] });
  });

  test('leaves out what is kept', () => {
    expect(changesOf(aProposal({ marks: { 'ho-ten': aFullMark('keep') }, added: [] }))).toEqual([]);
  });

  test('is listed by the parts of a procedure, only those that change', () => {
    expect(changesByPart(changes).map(({ title, changes: { length } }) => [title, length])).toEqual([
      ['Thông tin phải khai', 7],
      ['Thành phần hồ sơ', 2],
      ['Cách thức, thời hạn, phí, lệ phí', 1],
      ['Trình tự thực hiện', 1],
    ]);
    expect(changesByPart(changes.filter(({ part }) => part === 'step')).map(({ title }) => title)).toEqual(['Trình tự thực hiện']);
  });

  test('keeps apart what the province decides, what it recommends and what nobody has said yet', () => {
    const open = aProposal({ marks: { ...MARKS, 'gioi-tinh': { treatment: 'remove' } } });
    const ids = changesByAuthority(changesOf(open)).map((group) => group.changes.map(({ id }) => id));
    expect(ids.slice(1)).toEqual([['ho-ten-chu', 'dan-toc', 'uy-quyen'], ['gioi-tinh']]);
    expect(ids.flat()).toHaveLength(changes.length);
  });
});

describe('the sentence of a change', () => {
  test('names the field with its part of the sheet, since forms ask “Họ và tên” of several people', () => {
    expect(sentenceOf('ho-ten-chu', aFullMark('merge', { into: 'ho-ten' }))).toBe(
      'Gộp mục “Họ và tên” ở phần II. Người được cấp văn bằng vào mục “Họ và tên” ở phần I. Người nộp.',
    );
  });

  test('says from where the agency takes the datum and whether it can be asked there', () => {
    expect(sentenceOf('ngay-sinh', aFullMark('retrieve', { dataItem: 'dan-cu/4' }))).toBe(
      'Không yêu cầu khai mục “Ngày, tháng, năm sinh” ở phần I. Người nộp; cơ quan giải quyết khai thác từ CSDL quốc gia về dân cư: Ngày, tháng, năm sinh (mục 4) – đã kết nối từ 01/01/2026.',
    );
  });

  test('ends with the people for whom nothing changes', () => {
    expect(sentenceOf('gioi-tinh', aFullMark('remove', { exceptions: 'người nước ngoài' }))).toMatch(
      / Vẫn áp dụng đối với: người nước ngoài\.$/u,
    );
  });

  test('repeats of a changed document only what differs', () => {
    expect(sentenceOf('uy-quyen', aFullMark('change', { values: { copies: 0 } }))).toBe(
      'Sửa thành phần hồ sơ “Giấy ủy quyền”. Hiện nay: Bản chính: 1; bản sao: 1. Sau đơn giản hóa: Bản chính: 1; bản sao: 0.',
    );
  });

  test('gives a fee before and after', () => {
    const procedure = theProcedure({ channels: [aChannel({ fees: [{ label: 'Phí', amount: 50_000 }] })] });
    const marks = { 'truc-tuyen': aFullMark('change', { values: { fees: [{ label: 'Phí', amount: 20_000 }] } }) };
    expect(changesOf(aProposal({ procedure, marks, added: [] })).map(({ sentence }) => sentence)).toEqual([
      'Sửa cách thức thực hiện “Trực tuyến”. Hiện nay: Phí: 50.000 đồng. Sau đơn giản hóa: Phí: 20.000 đồng.',
    ]);
  });

  test('calls a changed step by its number, since its text follows', () => {
    expect(sentenceOf('buoc-2', aFullMark('change', { values: { text: 'Cơ quan tra sổ gốc.' } }))).toBe(
      'Sửa bước 2. Hiện nay: Cơ quan đối chiếu bản giấy với sổ gốc. Sau đơn giản hóa: Cơ quan tra sổ gốc.',
    );
  });

  test('has nothing to say where the new values are the present ones', () => {
    const procedure = aProcedure({ documents: [aDocument({ id: 'giay-to', copies: 1 })] });
    const marks = { 'giay-to': aFullMark('change', { values: { copies: 1 } }) };
    expect(changesOf(aProposal({ procedure, marks, added: [] }))).toEqual([]);
  });
});
