import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVietnamese, containsFolded, fold, SORT_KEY_LETTERS, sortKey } from '#procedures/text/vietnamese.ts';

const LETTERS = [...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'];
const letter = fc.constantFrom(...LETTERS, ...LETTERS.map((each) => each.toUpperCase()), ...'0123456789');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 });
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
/** Short words over few letters: ties up to the last tone or capital are frequent. */
const closeWords = fc.string({ unit: fc.constantFrom(...'aAàáâbdđĐoòuủyỳ'), minLength: 1, maxLength: 4 });

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b)));
}

describe('folding for search', () => {
  test('both places of the tone, both Unicode forms and both cases are the same word', () => {
    for (const spelling of ['hoà', 'hòa', 'HOÀ', 'Hòa', 'hòa'.normalize('NFD')]) expect(fold(spelling)).toBe('hoa');
    for (const spelling of ['uỷ', 'ủy', 'Ủy'.normalize('NFD')]) expect(fold(spelling)).toBe('uy');
  });

  test('đ folds to d', () => {
    expect(fold('Điều kiện ĐẶC biệt, đường')).toBe('dieu kien dac biet, duong');
  });

  test('whoever types without accents finds the procedure', () => {
    const name = 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc';
    expect(containsFolded(name, 'ban sao van bang')).toBe(true);
    expect(containsFolded(name, '  Sổ GỐC   cap ')).toBe(true);
    expect(containsFolded(name, 'ban sao hoc ba')).toBe(false);
    expect(containsFolded(name, '')).toBe(true);
  });

  test('folding twice changes nothing, and NFC or NFD never matters', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), (text) => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('dictionary order', () => {
  test('letters follow the Vietnamese alphabet, so Đ comes after D', () => {
    const alphabet = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy'];
    expect(alphabet.toReversed().toSorted(compareVietnamese)).toEqual(alphabet);
    expect(['Đơn', 'Dự án', 'đề nghị', 'Em'].toSorted(compareVietnamese)).toEqual(['Dự án', 'đề nghị', 'Đơn', 'Em']);
  });

  test('tones go ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expect(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'].toSorted(compareVietnamese)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']);
  });

  test('the letters of the whole text weigh more than a tone', () => {
    expect(['hà tĩnh', 'hà nội', 'ha noi', 'hab'].toSorted(compareVietnamese)).toEqual(['ha noi', 'hà nội', 'hà tĩnh', 'hab']);
  });

  test('hòa and hoà, ủy and uỷ stand at the same place', () => {
    expect(compareVietnamese('Hòa giải', 'Hoà giải')).toBe(0);
    expect(compareVietnamese('ủy quyền', 'uỷ quyền'.normalize('NFD'))).toBe(0);
    expect(['hoá', 'hòa', 'hoa', 'hỏa'].toSorted(compareVietnamese)).toEqual(['hoa', 'hòa', 'hỏa', 'hoá']);
  });
});

describe('the key for the store', () => {
  test('its bytes have the order of the dictionary', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(words, words), fc.tuple(closeWords, closeWords)), ([a, b]) => {
        expect(Math.sign(byBytes(a, b))).toBe(Math.sign(compareVietnamese(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  test('it is short enough for an index, however long the name', () => {
    expect(sortKey('Ỡ'.repeat(5000))).toHaveLength(4 * SORT_KEY_LETTERS + 2);
  });

  test('it never holds the sign that parts the keys of the table', () => {
    expect(sortKey('Mẫu #1 – đơn')).toBe('ma~u--1---d~o~n 03 1');
  });
});
