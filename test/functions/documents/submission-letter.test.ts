import { describe, expect, test } from 'vitest';
import { letterWord } from '#functions/documents/submission-word.ts';
import { draftDossier, signedDossier, type Dossier } from '#procedures/proposal/dossier.ts';
import { newSubmission } from '#procedures/proposal/compose.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { SignedSubmission } from '#procedures/proposal/submission.ts';
import { ruleOne } from '../../support/proposal.ts';
import { aLetter, anEntry, aSignedSubmission, LETTERHEAD } from '../../support/submission.ts';
import { partsOf, wordText } from './open-office.ts';

const signed = (overrides: Partial<SignedSubmission> = {}): Dossier => signedDossier(aSignedSubmission(overrides));
const textOf = async (dossier: Dossier) => wordText(await letterWord(dossier));

const SIX = [
  ...[1, 2, 3, 4].map((n) => anEntry({ redesign: `r${n}`, standing: { before: 36, after: 28, meets: true, missing: 0 } })),
  anEntry({ redesign: 'noi-bo-1', internal: true, standing: { before: 10, after: 9, meets: false, missing: 1 } }),
  anEntry({ redesign: 'noi-bo-2', internal: true, standing: { before: 0, after: 0, meets: false, missing: 0 } }),
];

describe('tờ trình', () => {
  test('stands on the letterhead of the Sở, its number and day left open', async () => {
    const text = await textOf(signed());
    expect(text).toContain('ỦY BAN NHÂN DÂNTỈNH KHÁNH HÒA\nSỞ GIÁO DỤC VÀ ĐÀO TẠO');
    expect(text).toContain('Số:        /TTr-SGDĐT');
    expect(text).toContain('Khánh Hòa, ngày      tháng      năm 2026');
    expect(text).toContain('TỜ TRÌNH\n');
    expect(text).toContain('Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa.');
  });

  test('counts public and internal procedures apart, with two digits', async () => {
    const text = await textOf(signed({ entries: SIX }));
    expect(text).toContain('Về việc phê duyệt phương án đơn giản hóa 04 thủ tục hành chính và 02 thủ tục hành chính nội bộ');
    expect(text).toMatch(/Thủ tục hành chính\n04\n144\n112\n32\/144 = 22,22%\n04/);
    expect(text).toMatch(/Thủ tục hành chính nội bộ\n02\n10\n9\n1\/10 = 10,00%\n00/);
    expect(text).toMatch(/Tổng cộng\n06\n154\n121\n33\/154 = 21,43%\n04/);
  });

  test('names the pooled cut and the number of procedures that meet the target, each by itself, with the rule', async () => {
    const text = await textOf(signed({ entries: SIX }));
    expect(text).toContain('Tính gộp tất cả thủ tục: cắt 33/154 = 21,43% thông tin phải khai, đạt chỉ tiêu 20%.');
    expect(text).toContain('Tính riêng từng thủ tục: 04/06 thủ tục đạt chỉ tiêu 20%.');
    expect(text).toContain('Cách đếm thông tin phải khai: Quy tắc đếm thông tin phải khai báo, phiên bản 1.');
  });

  test('a pooled cut of 19,996% prints as 20,00% and does not meet 20%', async () => {
    const entries = [anEntry({ standing: { before: 25_005, after: 20_005, meets: false, missing: 1 } })];
    expect(await textOf(signed({ entries }))).toContain('cắt 5.000/25.005 = 20,00% thông tin phải khai, chưa đạt chỉ tiêu 20%.');
  });

  test('says by group what is in it where the submission is grouped by area or office', async () => {
    const entries = [anEntry(), anEntry({ redesign: 'b', area: 'Thi, tuyển sinh' })];
    const text = await textOf(signed({ entries, grouping: 'area' }));
    expect(text).toContain('Trong đó, theo lĩnh vực\nLĩnh vực Văn bằng, chứng chỉ\n01');
    expect(await textOf(signed({ entries, grouping: 'kind' }))).not.toContain('Trong đó');
  });

  test('prints the bases in the order of their author, `;` after each and `.` after the last, and no part that was left empty', async () => {
    const letter = aLetter({ bases: ['Căn cứ Luật minh họa;', 'Căn cứ Kế hoạch minh họa.'], process: ['Đã rà soát (minh họa).'] });
    const text = await textOf(signed({ letter }));
    expect(text).toContain(
      'Căn cứ Luật minh họa;\nCăn cứ Kế hoạch minh họa.\nI. QUÁ TRÌNH RÀ SOÁT\nĐã rà soát (minh họa).\nII. NỘI DUNG PHƯƠNG ÁN',
    );
    expect(text).not.toContain('SỰ CẦN THIẾT');
  });

  test('is signed as the letterhead says; where it says nothing, a line is left and no name is made up', async () => {
    expect(await textOf(signed())).toMatch(/KT\. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n.*\nNgười Minh Họa/);
    const bare = await textOf(signed({ letterhead: {} }));
    expect(bare).not.toMatch(/GIÁM ĐỐC|Sở Giáo dục|UBND|Người Minh Họa/);
    expect(bare).toContain('……………………………');
  });

  test('uses the verb of the province', async () => {
    const text = await textOf(signed({ letter: aLetter({ verb: 'adopt' }) }));
    expect(text).toContain('Về việc thông qua phương án');
    expect(text).not.toContain('phê duyệt phương án');
  });

  test('says that its figures are made up when the plan is the demonstration', async () => {
    const { plan } = aSignedSubmission();
    expect(await textOf(signed({ plan: { ...plan, demonstration: true } }))).toContain('(Số liệu minh họa, không phải văn bản chính thức)');
  });

  test('keeps every hostile text of its author as text', async () => {
    const hostile = '<w:p/> & </w:t> "x" =HYPERLINK("a") ' + 'dài '.repeat(500).trim();
    const text = await textOf(signed({ letter: aLetter({ necessity: [hostile], receivers: [hostile], request: [hostile] }) }));
    expect(text.split(hostile.slice(0, 60))).toHaveLength(4);
  });
});

describe('the seal', () => {
  test('of what was signed off stands beside Nơi nhận, and no page says draft', async () => {
    const dossier = signed();
    const bytes = await letterWord(dossier);
    expect(wordText(bytes)).toContain(
      `ký duyệt lần 1 lúc 08:41 05/09/2026; người ký duyệt: Lãnh đạo Minh Họa. Mã SHA-256 của hồ sơ: ${dossier.seal?.hash}`,
    );
    expect(Object.values(partsOf(bytes)).join('')).not.toContain('DỰ THẢO');
  });

  test('is missing from a draft, of which every page says that it is one', async () => {
    const submission = newSubmission({
      id: 'to-trinh',
      plan: DEMONSTRATION_PLAN,
      title: 'Đợt 1 (minh họa)',
      letterhead: LETTERHEAD,
      by: { name: 'Văn phòng', at: '2026-09-01T00:00:00Z' },
    });
    const dossier = draftDossier({ submission, plan: DEMONSTRATION_PLAN, rule: ruleOne(), at: '2026-09-02T00:00:00Z' });
    const parts = partsOf(await letterWord(dossier));
    const heads = Object.keys(parts).filter((path) => /^word\/header\d+\.xml$/.test(path));
    expect(heads.length).toBeGreaterThan(1);
    for (const path of heads) expect(parts[path]).toContain('DỰ THẢO');
    expect(parts['word/document.xml']).not.toMatch(/SHA-256/);
  });
});
