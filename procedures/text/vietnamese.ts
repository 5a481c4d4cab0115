// Vietnamese letters: folding for search, dictionary order for lists, a byte-comparable key for a store that only knows bytes.
const TONES = '\u0300\u0309\u0303\u0301\u0323';
/** Old-style spelling puts the tone on the first vowel of a final oa, oe, uy: `hòa`, `ủy` for `hoà`, `uỷ`. */
const OLD_TONE = new RegExp(`(?:(o)([${TONES}])([ae])|(u)([${TONES}])(y))(?!\\p{M})`, 'giu');

/** Made when the first list is ordered: making it costs ten milliseconds, and a server that has just started may never order one. */
let collator: Intl.Collator | undefined;

/** Decomposed, with both tone spellings brought to one. */
function spelled(text: string): string {
  return text.normalize('NFD').replace(OLD_TONE, '$1$3$2$4$6$5');
}

/** Lower case without accents, `đ` as `d`: `Hoà`, `hòa` and `HOA` (NFC or NFD) all give `hoa`. For searching, never for showing. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/gu, 'd');
}

/** Whether every word of the query occurs in the text, accents and case aside; an empty query is found everywhere. */
export function containsFolded(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

/**
 * Order of a Vietnamese dictionary: a ă â … d đ e ê …, then tones (ngang huyền hỏi ngã sắc nặng), then lower before upper case.
 * 0 for texts that differ only in NFC/NFD or in where the tone stands (`hoà`, `hòa`).
 */
export function compareVietnamese(a: string, b: string): number {
  collator ??= new Intl.Collator('vi');
  return collator.compare(spelled(a), spelled(b));
}

/** Letters that a `sortKey` looks at; the key itself has at most 4 × this + 2 characters. */
export const SORT_KEY_LETTERS = 200;

const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031b';
/** `|` and `~` are greater than any letter: a < aZ < a| < a~ < b. */
const LETTER_MARKS: Record<string, string> = {
  [`a${BREVE}`]: 'a|',
  [`a${CIRCUMFLEX}`]: 'a~',
  đ: 'd~',
  [`e${CIRCUMFLEX}`]: 'e~',
  [`o${CIRCUMFLEX}`]: 'o|',
  [`o${HORN}`]: 'o~',
  [`u${HORN}`]: 'u~',
};
const LETTER = /([\p{L}\p{N}])(\p{M}*)|([^\p{L}\p{N}])/gu;

function weights(letter: string, marks: string): { primary: string; tone: string; upper: string } {
  const lower = letter.toLowerCase();
  const shape = [...marks].find((mark) => `${lower}${mark}` in LETTER_MARKS) ?? '';
  const tone = [...marks].map((mark) => TONES.indexOf(mark) + 1).find((rank) => rank > 0) ?? 0;
  return { primary: LETTER_MARKS[`${lower}${shape}`] ?? lower, tone: `${tone}`, upper: lower === letter ? '0' : '1' };
}

/**
 * A key whose byte order is `compareVietnamese` for words of Vietnamese letters, digits and single spaces, as far as they differ in
 * their first 200 letters. All other signs count as a space. Keys of such words are ASCII: `[space]`, `-`, digits, letters, `|`, `~`.
 */
export function sortKey(text: string): string {
  let primary = '';
  let tones = '';
  let cases = '';
  const letters = [...spelled(text.trim()).matchAll(LETTER)].slice(0, SORT_KEY_LETTERS);
  for (const [, letter, marks = ''] of letters) {
    const weight = letter === undefined ? { primary: '-', tone: '0', upper: '0' } : weights(letter, marks);
    primary += weight.primary;
    tones += weight.tone;
    cases += weight.upper;
  }
  return [primary, tones.replace(/0+$/u, ''), cases.replace(/0+$/u, '')].join(' ');
}
