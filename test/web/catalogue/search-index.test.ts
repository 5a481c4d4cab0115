import { beforeEach, describe, expect, test } from 'vitest';
import { SearchIndex } from '#lib/catalogue/search-index.ts';
import { aCatalogueRow } from '../rows.ts';

const ROWS = [
  aCatalogueRow(),
  aCatalogueRow({ id: '2.002850', code: '2.002850', name: 'Cấp lại văn bằng, chứng chỉ' }),
  aCatalogueRow({
    id: 'nb-1',
    code: undefined,
    name: 'Điều động giáo viên',
    internal: true,
    area: 'Tổ chức cán bộ',
    officeName: 'Phòng Tổ chức cán bộ (minh họa)',
  }),
  aCatalogueRow({ id: 'hoa', code: '9.000002', name: 'Thẩm định, hoà giải', area: 'Khác' }),
];

describe('searching the catalogue', () => {
  let index: SearchIndex;
  const found = (query: string) => index.find(query).map(({ id }) => id);

  beforeEach(() => {
    index = new SearchIndex();
    index.add(ROWS);
  });

  test.each(['ban sao van bang', 'bản sao văn bằng', 'BẢN SAO', 'sổ gốc bản', 'van ban sao so goc'])(
    '“%s” finds the copy of a diploma',
    (query) => {
      expect(found(query)).toEqual(['3.000465']);
    },
  );
  test('a word that is only begun is enough, in any order, and every word must be there', () => {
    expect(found('vă chứ').toSorted()).toEqual(['2.002850', '3.000465']);
    expect(found('van bang dieu')).toEqual([]);
  });
  test.each(['3.000465', '000465', '3.0004'])('the code is found from “%s”', (query) => {
    expect(found(query)).toEqual(['3.000465']);
  });
  test('đ is found as d, and an accent on the other vowel is the same word', () => {
    expect(found('dieu dong')).toEqual(['nb-1']);
    expect(found('hòa giải')).toEqual(['hoa']);
    expect(found('hòa giải'.normalize('NFD'))).toEqual(['hoa']);
  });
  test('area and office are searched too', () => {
    expect(found('tổ chức cán bộ')).toEqual(['nb-1']);
  });
  test('no word at all finds everything in the order in which it came', () => {
    expect(found('  , ')).toEqual(ROWS.map(({ id }) => id));
  });
  test('a row that comes twice stands once', () => {
    index.add(ROWS);
    expect(found('')).toHaveLength(ROWS.length);
  });
});
