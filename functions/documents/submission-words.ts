// Wordings that the letter, the decision and the annex of a submission share (domain.md §1.3, §6.4).
import { figuresOf, type SubmissionFigures } from '#procedures/proposal/submission-figures.ts';
import type { Letterhead } from '#procedures/plan/plan.ts';
import type { Entry } from '#procedures/proposal/submission.ts';
import { formatMoment } from '#procedures/text/date.ts';
import { formatInteger } from '#procedures/text/number.ts';
import { proposingAgency } from './authorities.ts';
import { italic, paragraph, type Block } from './blocks.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';

/** Counts take two digits: `04`. */
export const twoDigits = (count: number): string => formatInteger(count).padStart(2, '0');

/** `05 thủ tục hành chính và 03 thủ tục hành chính nội bộ`: the two kinds are never one count. */
export function countText({ entries, internal }: Pick<SubmissionFigures, 'entries' | 'internal'>): string {
  const open = entries - internal;
  const parts = [
    ...(open > 0 || internal === 0 ? [`${twoDigits(open)} thủ tục hành chính`] : []),
    ...(internal > 0 ? [`${twoDigits(internal)} thủ tục hành chính nội bộ`] : []),
  ];
  return parts.join(' và ');
}

/** `lĩnh vực Văn bằng, chứng chỉ`; some areas are called so by their own names. */
const areaText = (area: string): string => (/^lĩnh vực /iu.test(area) ? `l${area.slice(1)}` : `lĩnh vực ${area}`);

/** ` trong lĩnh vực … thuộc phạm vi chức năng quản lý của Sở …`: the area where all entries share one, the agency where it is named. */
export function scopeText(entries: readonly Entry[], letterhead: Letterhead): string {
  const areas = new Set(entries.map(({ area }) => area));
  const [area] = areas;
  const within = areas.size === 1 && area !== undefined ? ` trong ${areaText(area)}` : '';
  return `${within}${letterhead.agency === undefined ? '' : ` thuộc phạm vi chức năng quản lý của ${proposingAgency(letterhead)}`}`;
}

/** `phương án đơn giản hóa 05 thủ tục hành chính … thuộc phạm vi chức năng quản lý của Sở …`. */
export const subjectText = ({ entries, letterhead }: Dossier): string =>
  `phương án đơn giản hóa ${countText(figuresOf(entries))}${scopeText(entries, letterhead)}`;

/** The number and day of a paper that is yet to be signed: both stay open (domain.md §6.4). */
export const openReference = (symbol: string | undefined, year: string): string =>
  `số        /${symbol ?? '…………'} ngày      tháng      năm ${year}`;

/** The Vietnamese year of a moment. */
export const yearOf = (moment: string): string => formatMoment(moment).slice(-4);

const bare = (text: string): string => text.trim().replace(/[\s.,;]+$/u, '');

/** Căn cứ: in italics, each on its own line, `;` after each and `.` after the last (domain.md §6.2, to be confirmed by the office). */
export const basesBlocks = (bases: readonly string[]): Block[] =>
  bases.map((text, index) => paragraph([italic(`${bare(text)}${index < bases.length - 1 ? ';' : '.'}`)]));

/** `Như trên;` … `Lưu: VT.`: the last line of Nơi nhận ends with a full stop, the others with a semicolon. */
export const receiverLines = (receivers: readonly string[]): string[] =>
  receivers.map((text, index) => `${bare(text.replace(/^\s*-\s*/u, ''))}${index < receivers.length - 1 ? ';' : '.'}`);

/** In the head of every page of what nobody has signed off. */
export const draftMark = ({ seal }: Dossier): string | undefined => (seal ? undefined : 'DỰ THẢO');

/** By which seal the paper can be told from another version; a draft has none. */
export const sealText = ({ seal, moment }: Dossier): string | undefined =>
  seal &&
  `Hồ sơ trình ký duyệt lần ${seal.number} lúc ${formatMoment(moment)}; người ký duyệt: ${seal.by}. Mã SHA-256 của hồ sơ: ${seal.hash}`;

/** Under a title whose figures are made up. */
export const demonstrationNote = ({ plan }: Dossier): string | undefined =>
  plan.demonstration ? '(Số liệu minh họa, không phải văn bản chính thức)' : undefined;
