import { describe, expect, test } from 'vitest';
import { heading, item, paragraph, type Block, type OfficialPaper } from '#functions/documents/blocks.ts';
import { PAGE, twips } from '#functions/documents/official-style.ts';
import { writeWord } from '#functions/documents/write-word.ts';
import { partsOf, wordText } from './open-office.ts';

const paperOf = (...blocks: Block[]): OfficialPaper => ({ title: 'Thử', moment: '2026-09-05T01:41:00Z', sections: [{ blocks }] });

const bodyOf = async (...blocks: Block[]) => partsOf(await writeWord(paperOf(...blocks)))['word/document.xml'] ?? '';

describe('a page', () => {
  test('is upright A4 with the margins of the decree', async () => {
    const body = await bodyOf(paragraph('Chữ'));
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    for (const side of ['top', 'bottom', 'left', 'right'] as const) expect(body).toContain(`w:${side}="${twips(PAGE[side])}"`);
  });

  test('lies on its side only where a wide table needs it, with the same margins', async () => {
    const paper = { ...paperOf(), sections: [{ blocks: [paragraph('một')] }, { landscape: true, blocks: [paragraph('hai')] }] };
    const body = partsOf(await writeWord(paper))['word/document.xml'] ?? '';
    expect(body.match(/<w:pgSz [^>]*>/g)).toEqual([
      expect.stringContaining('w:w="11906"'),
      expect.stringContaining('w:w="16838" w:h="11906"'),
    ]);
    expect(body.match(/w:left="1701"/g)).toHaveLength(2);
  });

  test('bears its number centred in the top margin, but not on the first page of the paper', async () => {
    const paper = { ...paperOf(), sections: [{ blocks: [paragraph('một')] }, { landscape: true, blocks: [paragraph('hai')] }] };
    const parts = partsOf(await writeWord(paper));
    const headers = Object.keys(parts).filter((path) => /^word\/header\d+\.xml$/.test(path));
    const numbered = headers.filter((path) => parts[path]?.includes('PAGE'));
    expect(parts['word/document.xml']?.match(/<w:titlePg\/>/g)).toHaveLength(1);
    expect(numbered).toHaveLength(headers.length - 1);
    for (const path of numbered) expect(parts[path]).toContain('<w:jc w:val="center"/>');
    expect(Object.keys(parts).some((path) => path.includes('footer'))).toBe(false);
  });

  test('is set in Times New Roman throughout, in Vietnamese', async () => {
    const parts = partsOf(await writeWord(paperOf(heading(1, 'Đầu'), paragraph('Chữ'))));
    const fonts = [...`${parts['word/document.xml']}${parts['word/styles.xml']}`.matchAll(/w:ascii="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(fonts)).toEqual(new Set(['Times New Roman']));
    expect(parts['word/styles.xml']).toContain('vi-VN');
  });
});

describe('text', () => {
  test.each([
    ['markup', '<b>đậm</b> & "ngoặc" </w:t></w:r>'],
    ['right-to-left marks', 'abc\u202edef\u200f שלום'],
    ['letters with separate accents', 'Hòa Bình'.normalize('NFD')],
    ['a label of 2,000 characters', 'Trường thông tin rất dài. '.repeat(77).trim()],
    ['a field code', '{ INCLUDETEXT "/etc/passwd" }'],
  ])('%s stays the text it is', async (_, text) => {
    expect(wordText(await writeWord(paperOf(paragraph(text), item(text))))).toContain(text);
  });

  test('a line break in the text is a line break on paper', async () => {
    expect(await bodyOf(paragraph('một\nhai'))).toMatch(/một<\/w:t><\/w:r><w:r>.*?<w:br\/>.*?hai/);
  });

  test('body text is justified, its first line set in', async () => {
    const body = await bodyOf(paragraph('Chữ'));
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain(`w:firstLine="${twips(10)}"`);
  });
});

describe('a table', () => {
  const table: Block = { kind: 'table', columns: [{ header: 'Cột', share: 1 }], rows: [{ cells: ['ô'] }, { band: 'Phần' }] };

  test('repeats its head row on every page and tears no row', async () => {
    const body = await bodyOf(table);
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  });

  test('lets a row break that is longer than a page could hold', async () => {
    const body = await bodyOf({ ...table, rows: [{ cells: ['dài '.repeat(500)] }] });
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(1);
  });
});

describe('the fixed parts', () => {
  test('blank lines of the letterhead stay blank: no agency, place or name is invented', async () => {
    const text = wordText(
      await writeWord(paperOf({ kind: 'letterhead', year: '2026' }, { kind: 'signature', recipients: ['Lưu: VT'], titles: [] })),
    );
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain('……………, ngày      tháng      năm 2026');
    expect(text).not.toMatch(/SỞ|UBND|GIÁM ĐỐC/);
  });

  test("a people's committee is broken before its place", async () => {
    const block: Block = {
      kind: 'letterhead',
      year: '2026',
      parentAgency: 'Ủy ban nhân dân tỉnh Khánh Hòa',
      agency: 'Sở Giáo dục và Đào tạo',
    };
    expect(await bodyOf(block)).toMatch(/ỦY BAN NHÂN DÂN<\/w:t>.*<w:br\/>.*TỈNH KHÁNH HÒA<\/w:t>/);
  });
});

test('the same paper is the same bytes, and bears its own moment rather than that of the download', async () => {
  const [first, second] = [await writeWord(paperOf(paragraph('Chữ'))), await writeWord(paperOf(paragraph('Chữ')))];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  expect(partsOf(first)['docProps/core.xml']?.match(/2026-09-05T01:41:00Z/g)).toHaveLength(2);
});
