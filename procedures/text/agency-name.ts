// Names of agencies and of their heads inside a sentence. Letterheads are printed in capitals, and people type them so; a sentence writes
// them as NĐ 30/2020/NĐ-CP, Phụ lục II (viết hoa) has it: the kind of agency and its field with a capital each, places in full.
const TITLES = ['phó chủ tịch', 'chủ tịch', 'phó giám đốc', 'tổng giám đốc', 'giám đốc', 'chánh', 'bộ trưởng', 'cục trưởng', 'quyền'];
const KINDS = [
  'ủy ban nhân dân',
  'uỷ ban nhân dân',
  'hội đồng nhân dân',
  'văn phòng',
  'trung tâm',
  'thanh tra',
  'tổng cục',
  'chi cục',
  'trường',
  'phòng',
  'sở',
  'bộ',
  'cục',
  'ban',
];
const PLACE = /(?<=^|\s)(?<kind>tỉnh|thành phố|thị xã|đặc khu|phường|quận|huyện|xã)\s+(?<name>[^,()]+)/u;
const HEAD = new RegExp(`^(?:${[...TITLES, ...KINDS].join('|')})(?=\\s|$)\\s*`, 'u');

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
const capitals = (text: string): string => text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));

/** The field of an agency: its first word, and each after `và`, a comma or a dash, with a capital. */
const fieldName = (text: string): string =>
  capital(text).replace(/(, |và | - )(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));

/** `SỞ GIÁO DỤC VÀ ĐÀO TẠO` as `Sở Giáo dục và Đào tạo`. A name that has small letters already stays as it was typed. */
export function inSentence(name: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name;
  let rest = name.toLocaleLowerCase('vi');
  let written = '';
  for (let head = HEAD.exec(rest)?.[0]; head; head = HEAD.exec(rest)?.[0]) {
    written += capital(head);
    rest = rest.slice(head.length);
  }
  const place = PLACE.exec(rest);
  const field = place ? rest.slice(0, place.index) : rest;
  const tail = place?.groups ? `${place.groups.kind} ${capitals(place.groups.name ?? '')}${rest.slice(place.index + place[0].length)}` : '';
  return `${written}${fieldName(field)}${tail}`;
}
