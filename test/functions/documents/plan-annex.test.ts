import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '#functions/documents/blocks.ts';
import { annexBlocks, planAnnex } from '#functions/documents/plan-annex.ts';
import { annexWord } from '#functions/documents/submission-word.ts';
import { writeWord } from '#functions/documents/write-word.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { entryOf } from '#procedures/proposal/compose.ts';
import { changesOf } from '#procedures/proposal/changes.ts';
import { signedDossier, type Dossier } from '#procedures/proposal/dossier.ts';
import { inPrintingOrder } from '#procedures/proposal/entry-groups.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { SignedSubmission } from '#procedures/proposal/submission.ts';
import { aField, aForm } from '../../support/build.ts';
import { anyAdded, anyMarks, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { batchesOf, proposalNumber } from '../../support/many-proposals.ts';
import { aProposal, CLAUSE, ruleOne, theProcedure } from '../../support/proposal.ts';
import { aSignedSubmission } from '../../support/submission.ts';
import { shippedProcedures } from './definition-folder.ts';
import { partsOf, wordText } from './open-office.ts';

const dossierOf = (proposals: readonly Proposal[], overrides: Partial<SignedSubmission> = {}): Dossier =>
  signedDossier(aSignedSubmission({ entries: proposals.map(entryOf), ...overrides }));

async function* inOne(proposals: readonly Proposal[]) {
  yield proposals;
}
const textOf = async (proposals: readonly Proposal[], overrides: Partial<SignedSubmission> = {}) =>
  wordText(await annexWord(dossierOf(proposals, overrides), inOne(proposals)));

describe('the annex of one procedure', () => {
  let text = '';
  beforeAll(async () => {
    text = await textOf([aProposal()]);
  });

  test('opens with what it is, and with the decision that it belongs to, whose number and day are open', () => {
    expect(text).toContain(
      'PHỤ LỤC\nPHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH TRONG LĨNH VỰC VĂN BẰNG, CHỨNG CHỈ THUỘC PHẠM VI CHỨC NĂNG QUẢN LÝ CỦA SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    );
    expect(text).toContain(
      '(Kèm theo Quyết định số        /QĐ-UBND ngày      tháng      năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa)',
    );
  });

  test('names the procedure with its code, then content, reasons with grounds, what is to be carried out, and the cut', () => {
    const heads = [
      '1. Thủ tục: Cấp bản sao văn bằng (minh họa) (mã 9.000001)',
      '1.1. Nội dung đơn giản hóa',
      'a) Thông tin phải khai:',
      'Bỏ mục “Giới tính” ở phần I. Người nộp.',
      'b) Thành phần hồ sơ:',
      'c) Cách thức, thời hạn, phí, lệ phí:',
      'd) Trình tự thực hiện:',
      'Khi không khai thác được dữ liệu:',
      '1.2. Lý do',
      'Căn cứ: khoản 1 Điều 2 Nghị quyết minh họa.',
      '1.3. Kiến nghị thực thi',
      'a) Thuộc thẩm quyền quyết định của tỉnh:',
      'b) Kiến nghị cơ quan có thẩm quyền:',
      `Sửa đổi, bổ sung ${CLAUSE}. Áp dụng đối với: “Họ và tên”`,
      'Lộ trình thực hiện: 2026 - 2027.',
      '1.4. Kết quả cắt giảm',
      '9 còn 6 mục (trong đó bổ sung 1 mục); cắt 3/9 = 33,33%, đạt chỉ tiêu 20%.',
      'Cách đếm: Quy tắc đếm thông tin phải khai báo, phiên bản 1.',
      aProposal().hash,
    ];
    const places = heads.map((head) => text.indexOf(head));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('says what the agency does when the data can not be had, and for which items', () => {
    expect(text).toContain(
      'yêu cầu người nộp bổ sung (minh họa). Áp dụng đối với: “Ngày, tháng, năm sinh” ở phần I. Người nộp; “Bản sao giấy tờ tùy thân”.',
    );
  });

  test('ends with the whole rule of counting and the seal of the submission', () => {
    const end = text.slice(text.indexOf('CÁCH ĐẾM THÔNG TIN PHẢI KHAI'));
    for (const sentence of ruleOne().sentences) expect(end).toContain(sentence);
    expect(end).toMatch(/Mã SHA-256 của hồ sơ: [0-9a-f]{64}/);
  });

  test('promises no cost that is not computed', () => {
    expect(text).not.toMatch(/chi phí|lợi ích/iu);
  });

  test('leaves out a kind of authority under which nothing stands', async () => {
    const marks = { 'gioi-tinh': { treatment: 'remove', ground: 'khai-lai', reason: 'Trùng', authority: 'decide' } } as const;
    const own = await textOf([aProposal({ marks, added: [] })]);
    expect(own).not.toContain('Kiến nghị cơ quan có thẩm quyền');
  });

  test('explains the rule of a proposal that was counted by another than the plan’s', async () => {
    const rule = { ...ruleOne(), id: 'cu', name: 'Quy tắc cũ (minh họa)', sentences: ['Câu của quy tắc cũ (minh họa).'] };
    const old = await textOf([aProposal({ overrides: { rule } })]);
    expect(old).toContain('Cách đếm: Quy tắc cũ (minh họa).\n+ Câu của quy tắc cũ (minh họa).');
  });
});

describe('the annex of several procedures', () => {
  const proposals = [
    aProposal({ procedure: theProcedure({ name: 'Một (minh họa)', internal: true, code: undefined }), overrides: { redesign: 'r1' } }),
    aProposal({ procedure: theProcedure({ name: 'Hai (minh họa)', area: 'Thi, tuyển sinh' }), overrides: { redesign: 'r2' } }),
  ];

  test('stands in the groups and the order of the submission, numbered through', async () => {
    const dossier = dossierOf(proposals, { grouping: 'kind' });
    const printed = inPrintingOrder(dossier).map(({ redesign }) => proposals.find((one) => one.redesign === redesign) ?? aProposal());
    const text = wordText(await annexWord(dossier, inOne(printed)));
    const places = ['I. THỦ TỤC HÀNH CHÍNH\n', '1. Thủ tục: Hai', 'II. THỦ TỤC HÀNH CHÍNH NỘI BỘ\n', '2. Thủ tục nội bộ: Một (minh họa)\n'];
    expect(places.map((place) => text.indexOf(place))).not.toContain(-1);
    expect(places.map((place) => text.indexOf(place))).toEqual(places.map((place) => text.indexOf(place)).toSorted((a, b) => a - b));
    expect(text).toContain('PHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH, THỦ TỤC HÀNH CHÍNH NỘI BỘ THUỘC');
  });

  test('has headings that the navigation of Word nests: group, procedure, mục', async () => {
    const body = partsOf(await annexWord(dossierOf(proposals, { grouping: 'area' }), inOne(proposals)))['word/document.xml'] ?? '';
    const styles = [...body.matchAll(/<w:pStyle w:val="Heading(\d)"\/>/g)].map((match) => match[1]).join('');
    expect(styles).toBe('1233331233331');
  });

  test('is the same whether its proposals come at once or one by one', async () => {
    const dossier = dossierOf(proposals, { grouping: 'area' });
    async function* oneByOne() {
      for (const proposal of proposals) yield [proposal];
    }
    const whole = await writeWord(planAnnex(dossier, annexBlocks(dossier, proposals, 0)));
    const pieces = await annexWord(dossier, oneByOne());
    expect(Buffer.from(pieces).equals(Buffer.from(whole))).toBe(true);
  });

  test('of none has its heading and its end', async () => {
    const text = await textOf([]);
    expect(text).toContain('PHỤ LỤC\n');
    expect(text).toContain('CÁCH ĐẾM THÔNG TIN PHẢI KHAI');
  });
});

/** The lines under “Nội dung đơn giản hóa” of every procedure. */
function contentLines(blocks: readonly Block[]): string[] {
  let within = false;
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') within = block.text.endsWith('.1. Nội dung đơn giản hóa');
    return within && block.kind === 'item' && typeof block.text === 'string' ? [block.text] : [];
  });
}

test('every change of every proposal stands exactly once in the annex, and nothing else does', () => {
  const anyProposal = anyProcedure.chain((procedure) =>
    fc
      .record({
        marks: anyMarks(procedure),
        added: fc.uniqueArray(anyAdded(procedure), { selector: ({ field }) => field.id, maxLength: 3 }),
      })
      .map((parts) => aProposal({ procedure, ...parts })),
  );
  fc.assert(
    fc.property(fc.array(anyProposal, { maxLength: 4 }), (some) => {
      const proposals = some.map((proposal, index) => ({ ...proposal, redesign: `r${index}` }));
      const sentences = proposals.flatMap((proposal) => changesOf(proposal).map((change) => change.sentence));
      const blocks = annexBlocks(dossierOf(proposals), proposals, 0);
      expect(contentLines(blocks)).toEqual(sentences);
      const known = new Set(sentences);
      const anywhere = blocks.flatMap((block) => (block.kind === 'item' && typeof block.text === 'string' ? [block.text] : []));
      expect(anywhere.filter((text) => known.has(text))).toEqual(sentences);
    }),
    { numRuns: 60 },
  );
});

test('hostile names stay text', async () => {
  const name = '</w:t><w:br/> & "đóng" {PAGE} ‹x›';
  const form = aForm({ fields: [aField({ id: 'constructor', label: `=${name}` })] });
  const marks = { constructor: { treatment: 'remove', ground: 'khai-lai', reason: name, authority: 'decide' } } as const;
  const text = await textOf([aProposal({ procedure: theProcedure({ name, forms: [form], documents: [] }), marks, added: [] })]);
  expect(text).toContain(`1. Thủ tục: ${name}`);
  expect(text).toContain(`Bỏ mục “=${name}”.`);
});

describe('419 procedures', () => {
  const COUNT = 419;
  let procedures: Procedure[] = [];
  let bytes = new Uint8Array();
  beforeAll(async () => {
    procedures = await shippedProcedures();
    const entries = Array.from({ length: COUNT }, (_, index) => entryOf(proposalNumber(index, procedures)));
    bytes = await annexWord(signedDossier(aSignedSubmission({ entries })), batchesOf(COUNT, procedures));
  }, 120_000);

  test('make one file of less than 1 MB with a block for each', () => {
    expect(bytes.length).toBeLessThan(1_000_000);
    const text = wordText(bytes);
    expect(text.match(/^\d+\.4\. Kết quả cắt giảm$/gm)).toHaveLength(COUNT);
    expect(text.match(/^419\. Thủ tục/gm)).toHaveLength(1);
    expect(text.match(/^PHỤ LỤC$/gm)).toHaveLength(1);
  });

  test('lie on upright A4 with one section, numbered from the second page', () => {
    const parts = partsOf(bytes);
    const body = parts['word/document.xml'] ?? '';
    expect(body.match(/<w:sectPr/g)).toHaveLength(1);
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toContain('<w:titlePg/>');
  });
});
