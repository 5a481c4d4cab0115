import { describe, expect, test } from 'vitest';
import { decisionWord } from '#functions/documents/submission-word.ts';
import { signedDossier } from '#procedures/proposal/dossier.ts';
import type { SignedSubmission } from '#procedures/proposal/submission.ts';
import { aLetter, anEntry, aSignedSubmission, LETTERHEAD } from '../../support/submission.ts';
import { wordText } from './open-office.ts';

const textOf = async (overrides: Partial<SignedSubmission> = {}) =>
  wordText(await decisionWord(signedDossier(aSignedSubmission(overrides))));

describe('dự thảo Quyết định of the Chairman', () => {
  test("stands on the head of the people's committee, never on that of the Sở, and names who decides", async () => {
    const text = await textOf();
    const head = text.slice(0, text.indexOf('QUYẾT ĐỊNH\n'));
    expect(head).toContain('ỦY BAN NHÂN DÂNTỈNH KHÁNH HÒA');
    expect(head).not.toContain('SỞ GIÁO DỤC');
    expect(head).toContain('Số:        /QĐ-UBND');
    expect(head).not.toContain('TTr');
    expect(text).toContain('CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA\n');
  });

  test('is signed by the Chairman or for him, never TM. of the committee', async () => {
    const titles = ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'];
    const text = await textOf({ letterhead: { ...LETTERHEAD, decisionSignature: { titles } } });
    expect(text).not.toContain('TM.');
    expect(text).toContain('KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH');
  });

  test('of a body that decides as one keeps its TM.', async () => {
    const letterhead = {
      ...LETTERHEAD,
      decider: 'Ủy ban nhân dân tỉnh Khánh Hòa',
      decisionSignature: { titles: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] },
    };
    expect(await textOf({ letterhead })).toContain('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH');
  });

  test('of another decider stands on the head of that agency', async () => {
    const decider = 'Giám đốc Trung tâm Phục vụ hành chính công thành phố (minh họa)';
    const text = await textOf({ letterhead: { ...LETTERHEAD, decider, decisionSymbol: 'QĐ-TTPVHCC' } });
    expect(text.slice(0, 120)).toContain('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG');
    expect(text).toContain('GIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG THÀNH PHỐ (MINH HỌA)\n');
    expect(text).not.toContain('Chánh Văn phòng');
  });

  test('decides in Điều 1 on procedures counted by kind with two digits, in the verb of the province', async () => {
    const entries = [anEntry(), anEntry({ redesign: 'b', internal: true, area: 'Thi, tuyển sinh' })];
    expect(await textOf({ entries })).toContain(
      'Điều 1. Phê duyệt phương án đơn giản hóa 01 thủ tục hành chính và 01 thủ tục hành chính nội bộ thuộc phạm vi chức năng quản lý của Sở Giáo dục và Đào tạo (có Phụ lục kèm theo).',
    );
    const byArea = await textOf({ entries, grouping: 'area', letter: aLetter({ verb: 'adopt' }) });
    expect(byArea).toContain('Điều 1. Thông qua phương án');
    expect(byArea).toContain(
      '- Lĩnh vực Văn bằng, chứng chỉ: 01 thủ tục hành chính;\n- Lĩnh vực Thi, tuyển sinh: 01 thủ tục hành chính nội bộ.',
    );
  });

  test('names the area where all procedures share one', async () => {
    expect(await textOf()).toContain('01 thủ tục hành chính trong lĩnh vực Văn bằng, chứng chỉ thuộc phạm vi');
  });

  test('keeps what the province drafts apart from what it recommends in Điều 2, unless its author wrote the article', async () => {
    const own = await textOf({ entries: [anEntry({ decides: 2, recommends: 0 })] });
    expect(own).toContain('1. Sở Giáo dục và Đào tạo dự thảo văn bản thực thi');
    expect(own).not.toContain('kiến nghị các bộ, ngành');
    const both = await textOf({ letterhead: { ...LETTERHEAD, controlBody: 'Văn phòng minh họa' } });
    expect(both).toContain('2. Sở Giáo dục và Đào tạo dự thảo văn bản kiến nghị các bộ, ngành');
    expect(both).toContain('3. Văn phòng minh họa theo dõi, kiểm tra, đôn đốc');
    const written = await textOf({ letter: aLetter({ decisionDuties: ['Giao cơ quan minh họa:', '1. Làm việc này.'] }) });
    expect(written).toContain('Điều 2. Giao cơ quan minh họa:\n1. Làm việc này.\nĐiều 3.');
  });

  test('takes effect on the day of signing, names who is responsible, and ends as the decree says', async () => {
    const text = await textOf();
    expect(text).toContain('Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký.');
    expect(text).toContain(
      'Chánh Văn phòng Ủy ban nhân dân tỉnh Khánh Hòa; Giám đốc Sở Giáo dục và Đào tạo; Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.',
    );
  });

  test('closes its bases with the letter whose number is still open, unless its author names who asked', async () => {
    const bases = ['Căn cứ Luật minh họa'];
    expect(await textOf({ letter: aLetter({ decisionBases: bases }) })).toContain(
      'Căn cứ Luật minh họa;\nTheo đề nghị của Giám đốc Sở Giáo dục và Đào tạo tại Tờ trình số        /TTr-SGDĐT ngày      tháng      năm 2026.',
    );
    const named = await textOf({ letter: aLetter({ decisionBases: [...bases, 'Xét đề nghị của cơ quan minh họa'] }) });
    expect(named).toContain('Căn cứ Luật minh họa;\nXét đề nghị của cơ quan minh họa.\nQUYẾT ĐỊNH:');
    expect(named).not.toContain('Tờ trình số');
  });

  test('writes names that were typed in capitals as a sentence has them', async () => {
    const { agency, decider, ...more } = LETTERHEAD;
    const upper = (text: string) => text.toLocaleUpperCase('vi');
    const text = await textOf({ letterhead: { ...more, agency: upper(agency), decider: upper(decider) } });
    const withoutHash = (whole: string) => whole.replace(/[0-9a-f]{64}/, '');
    expect(withoutHash(text)).toBe(withoutHash(await textOf()));
  });

  test('without a decider leaves lines to fill in and invents nobody', async () => {
    const text = await textOf({ letterhead: { parentAgency: 'Ủy ban nhân dân tỉnh Khánh Hòa' } });
    expect(text).not.toMatch(/CHỦ TỊCH|QĐ-UBND/);
    expect(text).toContain('Số:        /…………');
  });
});
