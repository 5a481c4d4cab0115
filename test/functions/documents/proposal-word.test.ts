import { beforeAll, describe, expect, test } from 'vitest';
import { proposalWord } from '#functions/documents/proposal-word.ts';
import { aField, aForm, aProcedure } from '../../support/build.ts';
import { aProposal, CLAUSE, MARKS, ruleOne, theProcedure } from '../../support/proposal.ts';
import { realProposal } from './definition-folder.ts';
import { wordText } from './open-office.ts';

const textOf = async (...parts: Parameters<typeof aProposal>) => wordText(await proposalWord(aProposal(...parts)));

/** What stands between two headings. */
const between = (text: string, from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));

describe("a proposal's annex", () => {
  let text = '';
  beforeAll(async () => {
    text = await textOf();
  });

  test('opens with the agencies, an open number and day, the type and the name of the procedure', () => {
    expect(text).toContain('SỞ GIÁO DỤC VÀ ĐÀO TẠO');
    expect(text).toContain('Số:        /PA-SGDĐT');
    expect(text).toContain('Khánh Hòa, ngày      tháng      năm 2026');
    expect(text).toContain('PHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH\n');
    expect(text).toContain('Cấp bản sao văn bằng (minh họa) (mã 9.000001)');
    expect(text).toContain('(Số liệu minh họa, không phải văn bản chính thức)');
  });

  test('says every change in form order, grouped by part', () => {
    const sentences = [
      '1.1. Thông tin phải khai',
      'Không yêu cầu khai mục “Ngày, tháng, năm sinh” ở phần I. Người nộp',
      'Bỏ mục “Giới tính” ở phần I. Người nộp.',
      'Bổ sung mục “Mã hồ sơ lưu” ở phần I. Người nộp.',
      'Chuyển mục “Thư điện tử” ở phần I. Người nộp thành không bắt buộc khai.',
      'Gộp mục “Họ và tên” ở phần II. Người được cấp văn bằng vào mục “Họ và tên” ở phần I. Người nộp. Vẫn áp dụng đối với: người được ủy quyền.',
      'Bỏ mục “Dân tộc”',
      'Điền sẵn mục “Nơi sinh”',
      '1.2. Thành phần hồ sơ',
      'Không yêu cầu nộp thành phần hồ sơ “Bản sao giấy tờ tùy thân”',
      'Hiện nay: Bản chính: 1; bản sao: 1. Sau đơn giản hóa: Bản chính: 1; bản sao: 0.',
      '1.3. Cách thức, thời hạn, phí, lệ phí',
      'Hiện nay: Thời hạn: 10 ngày làm việc. Sau đơn giản hóa: Thời hạn: 05 ngày làm việc.',
      '1.4. Trình tự thực hiện',
      'Bỏ bước “Cơ quan đối chiếu bản giấy với sổ gốc”.',
    ];
    const places = sentences.map((sentence) => text.indexOf(sentence));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('gives each change its reason and its ground', () => {
    const reasons = between(text, '2. Lý do', '3. Kiến nghị thực thi');
    expect(reasons).toContain(
      'Đã có trong cơ sở dữ liệu. Căn cứ: khoản 1 Điều 2 Nghị quyết minh họa. Áp dụng đối với: “Ngày, tháng, năm sinh”',
    );
    expect(reasons).toContain('Người dân đã khai thông tin này trong cùng hồ sơ. Căn cứ: Điều 4 Nghị định minh họa.');
  });

  test('keeps what the province decides apart from what it recommends, with the clause and the timetable', () => {
    const decided = between(text, '3.1. Thuộc thẩm quyền quyết định của tỉnh', '3.2. Kiến nghị cơ quan có thẩm quyền');
    const recommended = between(text, '3.2. Kiến nghị cơ quan có thẩm quyền', '4. Bảng so sánh');
    expect(decided).toContain('“Giới tính”');
    expect(decided).not.toContain('“Dân tộc”');
    expect(recommended).toContain(`Sửa đổi, bổ sung ${CLAUSE}. Áp dụng đối với: “Họ và tên”`);
    expect(recommended).toContain('“Giấy ủy quyền”. Lộ trình thực hiện: 2026 - 2027.');
    expect(recommended).not.toContain('“Giới tính”');
  });

  test('compares every field, and says which register cannot be queried yet', () => {
    const table = between(text, '4. Bảng so sánh', '5. Số đo');
    for (const field of theProcedure().forms[0]?.fields ?? []) expect(table).toContain(field.label);
    expect(table).toContain('CSDL quốc gia về dân cư: Ngày, tháng, năm sinh (mục 4) – đã kết nối từ 01/01/2026');
    expect(table).toContain('CSDL hộ tịch điện tử: Nơi sinh – chưa kết nối');
    expect(table).toContain('(1) Trường hợp không khai thác được dữ liệu');
  });

  test('prints the frozen figures with the exact fraction, the test in whole numbers and the whole counting rule', () => {
    expect(text).toContain('Kết quả: cắt 3/9 = 33,33%, đạt chỉ tiêu 20%.');
    expect(text).toContain('(9 − 6) × 100 = 300 ≥ 20 × 9 = 180');
    const rule = ruleOne();
    for (const sentence of [rule.name, ...rule.sentences]) expect(text).toContain(sentence);
  });

  test('ends with the hash, when it was frozen and by whom, and room to sign', () => {
    const proposal = aProposal();
    const end = text.slice(text.indexOf('6. Mã xác thực nội dung'));
    expect(end).toContain(proposal.hash);
    expect(end).toContain('chốt lúc 08:41 05/09/2026; người trình: Trần Minh Họa (Phòng Minh họa)');
    expect(end).toContain('(Chức vụ, chữ ký, họ và tên)');
  });

  test('has no line of compliance cost, which is not computed yet', () => {
    expect(text).not.toContain('Chi phí tuân thủ');
  });
});

describe('what a proposal says otherwise', () => {
  test('an internal procedure gets the title of one', async () => {
    expect(await textOf({ procedure: theProcedure({ internal: true }) })).toContain('PHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH NỘI BỘ');
  });

  test('a missed target says how many fields are missing', async () => {
    const text = await textOf({ marks: { 'gioi-tinh': MARKS['gioi-tinh'] ?? { treatment: 'keep' } }, added: [] });
    expect(text).toContain('cắt 1/9 = 11,11%, chưa đạt chỉ tiêu 20%');
    expect(text).toContain('(9 − 8) × 100 = 100 < 20 × 9 = 180; còn thiếu 1 mục.');
  });

  test('a procedure without any form has no rate rather than a wrong one', async () => {
    const text = await textOf({ procedure: aProcedure({ forms: [] }), marks: {}, added: [] });
    expect(text).toContain('cắt 0/0 = —, chưa đạt chỉ tiêu 20%');
    expect(text).toContain('Không có nội dung nào.');
  });

  test('19,996% prints as 20,00% and does not meet the target', async () => {
    const overrides = {
      measure: {
        ...aProposal().measure,
        before: 25_005,
        after: 20_005,
        cut: { numerator: 5000, denominator: 25_005 },
        meets: false,
        missing: 1,
      },
    };
    const text = await textOf({ overrides });
    expect(text).toContain('cắt 5000/25005 = 20,00%, chưa đạt chỉ tiêu 20%');
    expect(text).toContain('(25.005 − 20.005) × 100 = 500.000 < 20 × 25.005 = 500.100');
  });

  test('a mark that names no ground or clause says that they are not known', async () => {
    const text = await textOf({ marks: { 'gioi-tinh': { treatment: 'remove', authority: 'recommend' } }, added: [] });
    expect(text).toContain('Căn cứ: Chưa có thông tin.');
    expect(text).toContain('Điều, khoản cần sửa đổi: chưa có thông tin.');
  });

  test('a field called “constructor” has no inherited mark', async () => {
    const form = aForm({ fields: [aField({ id: 'constructor', label: 'Người xây dựng' })] });
    expect(await textOf({ procedure: aProcedure({ forms: [form] }), marks: {}, added: [] })).toContain('Người xây dựng');
  });
});

test('the same proposal gives the same Word file, byte for byte', async () => {
  const [first, second] = [await proposalWord(aProposal()), await proposalWord(aProposal())];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('the proposal for 3.000465 cuts 8 of 36 on paper too', async () => {
  const proposal = await realProposal();
  const text = wordText(await proposalWord(proposal));
  expect(text).toContain('36 mục còn 28 mục; cắt 8/36 = 22,22%, đạt chỉ tiêu 20%');
  expect(text).toContain('Sửa đổi, bổ sung Phụ lục VI ban hành kèm theo Thông tư số 10/2026/TT-BGDĐT');
  expect(text).toContain(proposal.hash);
});
