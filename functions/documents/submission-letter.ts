// Tờ trình: the letter with which the Sở asks for the decision. Figures and structure are computed from the frozen submission, the rest is
// its author's (structure in practice, domain.md §6.4: a part that the author left empty is not printed).
import { groupEntries } from '#procedures/proposal/entry-groups.ts';
import { figuresOf, type SubmissionFigures } from '#procedures/proposal/submission-figures.ts';
import type { Entry } from '#procedures/proposal/submission.ts';
import { VERB_NAMES } from '#procedures/proposal/verb-names.ts';
import { formatInteger, formatPercent } from '#procedures/text/number.ts';
import { capitalised, sentence } from '#procedures/text/wording.ts';
import { addressee, proposingAgency } from './authorities.ts';
import { bold, heading, item, paragraph, plain, type Block, type Column, type OfficialPaper, type Row } from './blocks.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';
import { targetText } from './proposal-measure.ts';
import { roman } from './roman.ts';
import {
  basesBlocks,
  countText,
  demonstrationNote,
  draftMark,
  receiverLines,
  scopeText,
  sealText,
  subjectText,
  twoDigits,
  yearOf,
} from './submission-words.ts';

const COLUMNS: readonly Column[] = [
  { header: 'Thủ tục hành chính', share: 46 },
  { header: 'Số thủ tục', share: 17, align: 'center' },
  { header: 'Thông tin phải khai trước', share: 23, align: 'center' },
  { header: 'Thông tin phải khai sau', share: 23, align: 'center' },
  { header: 'Cắt giảm', share: 38, align: 'center' },
  { header: 'Số thủ tục đạt chỉ tiêu', share: 18, align: 'center' },
];

const verb = ({ letter }: Dossier): string => VERB_NAMES[letter.verb].toLocaleLowerCase('vi');

/** `8/36 = 22,22%`: the fraction is the figure. `—` where there was nothing to cut from. */
function cutText({ before, after }: SubmissionFigures): string {
  if (before === 0) return '—';
  const cut = { numerator: before - after, denominator: before };
  return `${formatInteger(cut.numerator)}/${formatInteger(cut.denominator)} = ${formatPercent(cut)}`;
}

function row(name: string, entries: readonly Entry[], total = false): Row {
  const figures = figuresOf(entries);
  const texts = [
    name,
    twoDigits(figures.entries),
    formatInteger(figures.before),
    formatInteger(figures.after),
    cutText(figures),
    twoDigits(figures.meets),
  ];
  return { cells: total ? texts.map((text) => [bold(text)]) : texts };
}

/** Public and internal procedures apart, then the groups of the submission where they say more, then the sum of all. */
function figuresTable({ entries, grouping }: Dossier): Block {
  const kinds = groupEntries({ entries, grouping: 'kind' }).map((group) => row(group.title, group.entries));
  const groups = grouping === 'none' || grouping === 'kind' ? [] : groupEntries({ entries, grouping });
  const band = grouping === 'area' ? 'Trong đó, theo lĩnh vực' : 'Trong đó, theo đơn vị đề xuất';
  const more: Row[] = groups.length > 1 ? [{ band }, ...groups.map((group) => row(group.title, group.entries))] : [];
  return { kind: 'table', columns: COLUMNS, rows: [...kinds, ...more, row('Tổng cộng', entries, true)] };
}

/** Both ways of looking at the cut, each by its name; the pooled one is tested on whole numbers, never on a rounded percentage. */
function resultBlocks(dossier: Dossier): Block[] {
  const figures = figuresOf(dossier.entries);
  const target = targetText(dossier.plan);
  const pooled = figures.before > 0 && (figures.before - figures.after) * 10_000 >= dossier.plan.target * figures.before;
  return [
    item([
      plain('Tính gộp tất cả thủ tục: cắt '),
      bold(cutText(figures)),
      plain(` thông tin phải khai, ${pooled ? 'đạt' : 'chưa đạt'} chỉ tiêu ${target}.`),
    ]),
    item(`Tính riêng từng thủ tục: ${twoDigits(figures.meets)}/${twoDigits(figures.entries)} thủ tục đạt chỉ tiêu ${target}.`),
    item(
      `Về thẩm quyền: ${twoDigits(figures.decides)} nội dung thuộc thẩm quyền quyết định của tỉnh; ${twoDigits(figures.recommends)} nội dung kiến nghị cơ quan có thẩm quyền sửa đổi quy định. Điều, khoản cần sửa đổi và lộ trình của từng nội dung nêu tại Phụ lục.`,
    ),
    item(sentence(`Cách đếm thông tin phải khai: ${dossier.plan.ruleName}`)),
  ];
}

const contentBlocks = (dossier: Dossier): Block[] => [
  paragraph(
    sentence(
      `Thực hiện ${dossier.plan.name}, ${proposingAgency(dossier.letterhead)} trình phương án đơn giản hóa ${countText(figuresOf(dossier.entries))}, cụ thể như sau`,
    ).replace(/\.$/u, ':'),
  ),
  figuresTable(dossier),
  ...resultBlocks(dossier),
  ...free(dossier.letter.content),
];

const free = (texts: readonly string[]): Block[] => texts.map((text) => paragraph(text));

/** What goes with the letter when its author lists nothing else: the papers that are drawn from the same dossier. */
const attachments = (dossier: Dossier): readonly string[] =>
  dossier.letter.attachments.length > 0
    ? dossier.letter.attachments
    : [
        `Dự thảo Quyết định ${verb(dossier)} phương án đơn giản hóa`,
        `Phụ lục phương án đơn giản hóa ${countText(figuresOf(dossier.entries))}`,
        'Bảng so sánh thông tin phải khai trước và sau đơn giản hóa',
      ];

function requestBlocks(dossier: Dossier): Block[] {
  const { letter, letterhead, entries } = dossier;
  const to = letter.recipient ?? addressee(letterhead);
  const asked = `Đề nghị ${to} xem xét, ${verb(dossier)} phương án đơn giản hóa ${countText(figuresOf(entries))}${scopeText(entries, letterhead)} theo dự thảo Quyết định kèm theo`;
  return [
    ...(letter.request.length > 0 ? free(letter.request) : [paragraph(sentence(asked))]),
    paragraph('Hồ sơ kèm theo:', { keepWithNext: true }),
    ...attachments(dossier).map((text, index, all) =>
      paragraph(`${index + 1}. ${text.replace(/[\s.;]+$/u, '')}${index < all.length - 1 ? ';' : '.'}`),
    ),
    paragraph(`${capitalised(proposingAgency(letterhead))} kính trình ${to} xem xét, quyết định./.`, { keepWithNext: true }),
  ];
}

/** The mục that have something in them, numbered in their order. */
function parts(dossier: Dossier): Block[] {
  const { letter } = dossier;
  const all: [string, Block[]][] = [
    ['Sự cần thiết', free(letter.necessity)],
    ['Quá trình rà soát', free(letter.process)],
    ['Nội dung phương án', contentBlocks(dossier)],
    ['Kiến nghị', requestBlocks(dossier)],
  ];
  return all
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], index) => [heading(1, `${roman(index + 1)}. ${title.toLocaleUpperCase('vi')}`), ...blocks]);
}

/** The letter on the letterhead of the Sở; `TTr` is the abbreviation of Tờ trình (NĐ 30/2020/NĐ-CP, Phụ lục III). */
export function submissionLetter(dossier: Dossier): OfficialPaper {
  const { letter, letterhead, moment } = dossier;
  const { parentAgency, agency, place, symbol, letterSignature } = letterhead;
  const receivers = letter.receivers.length > 0 ? letter.receivers : ['Như trên', 'Lưu: VT, …………'];
  const subject = letter.subject ?? `Về việc ${verb(dossier)} ${subjectText(dossier)}`;
  return {
    title: `Tờ trình: ${dossier.title}`,
    author: agency,
    moment,
    mark: draftMark(dossier),
    sections: [
      {
        blocks: [
          { kind: 'letterhead', parentAgency, agency, place, symbol: symbol && `TTr-${symbol}`, year: yearOf(moment) },
          { kind: 'title', type: 'Tờ trình', abstract: [subject], note: demonstrationNote(dossier) },
          paragraph(`Kính gửi: ${sentence(letter.recipient ?? addressee(letterhead))}`, { align: 'center', indent: 'flush', after: 12 }),
          ...basesBlocks(letter.bases),
          ...parts(dossier),
          {
            kind: 'signature',
            recipients: receiverLines(receivers),
            titles: letterSignature?.titles ?? [],
            name: letterSignature?.name,
            remark: sealText(dossier),
          },
        ],
      },
    ],
  };
}
