// Whole đồng, printed with dots and read with the large units that papers use.
import { formatInteger, parseDecimal } from './number.ts';

/** Zeros that a unit adds. */
const SCALES: Record<string, number> = { nghìn: 3, ngàn: 3, triệu: 6, tỷ: 9, tỉ: 9 };
const AMOUNT = /^(?<figure>[\d.,\s\u00a0\u202f-]+?)\s*(?<scale>nghìn|ngàn|triệu|tỷ|tỉ)?\s*(?:đồng|đ|₫|vnđ|vnd)?\s*(?:\/\s*năm)?$/iu;

/** `3586549231` as `3.586.549.231 đồng`. Throws RangeError for what is not a safe integer. */
export function formatDong(value: number): string {
  return `${formatInteger(value)} đồng`;
}

/**
 * Reads an amount in whole đồng: `133.326.000 đồng/năm`, `2.306 tỷ đồng` (2306 thousand million), `5,58 tỷ`, `654 triệu`, `0`.
 * Null when it is no amount, only an approximate one (`hơn 5,58 tỷ`), no whole đồng, or too large to be exact.
 */
export function parseDong(text: string): number | null {
  const found = AMOUNT.exec(text.normalize('NFC').trim())?.groups;
  if (!found) return null;
  const decimal = parseDecimal(found.figure ?? '');
  if (!decimal) return null;
  const zeros = SCALES[(found.scale ?? '').toLowerCase()] ?? 0;
  const dong = (BigInt(decimal.digits) * 10n ** BigInt(zeros)) / 10n ** BigInt(decimal.decimals);
  const exact = dong * 10n ** BigInt(decimal.decimals) === BigInt(decimal.digits) * 10n ** BigInt(zeros);
  return exact && Number.isSafeInteger(Number(dong)) ? Number(dong) : null;
}
