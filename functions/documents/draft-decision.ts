// Dự thảo Quyết định: what the Sở drafts for whoever decides, on that authority's letterhead and never on its own (domain.md §1.2, §1.3).
import { groupEntries } from '#procedures/proposal/entry-groups.ts';
import { figuresOf } from '#procedures/proposal/submission-figures.ts';
import { VERB_NAMES } from '#procedures/proposal/verb-names.ts';
import { inSentence } from '#procedures/text/agency-name.ts';
import { capitalised, sentence } from '#procedures/text/wording.ts';
import { decidingAuthority, headOf, isCommittee, proposingAgency } from './authorities.ts';
import { bold, item, paragraph, plain, type Block, type OfficialPaper } from './blocks.ts';
import { decidingAgency, decisionTitles } from '#procedures/plan/deciding.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';
import {
  basesBlocks,
  countText,
  demonstrationNote,
  draftMark,
  openReference,
  receiverLines,
  sealText,
  subjectText,
  yearOf,
} from './submission-words.ts';

const article = (number: number, text: string): Block => paragraph([bold(`Điều ${number}. `), plain(text)]);

const centred = (text: string, after: number): Block =>
  paragraph([bold(text)], { align: 'center', indent: 'flush', after, keepWithNext: true });

/** The bases of the author; who asked for the decision stands last, unless the author has said it. */
function bases({ letter, letterhead, moment }: Dossier): string[] {
  const { decisionBases } = letter;
  if (decisionBases.some((text) => /^(?:theo|xét) đề nghị\s/iu.test(text.normalize('NFC')))) return decisionBases;
  const letterReference = openReference(letterhead.symbol && `TTr-${letterhead.symbol}`, yearOf(moment));
  return [...decisionBases, `Theo đề nghị của ${headOf(proposingAgency(letterhead))} tại Tờ trình ${letterReference}`];
}

/** What is decided, counted by kind; by area where the submission is grouped so. */
function decides(dossier: Dossier): Block[] {
  const { entries, grouping, letter } = dossier;
  const groups = grouping === 'area' ? groupEntries({ entries, grouping }) : [];
  const detail =
    groups.length > 1
      ? groups.map(({ title, entries: own }, index) =>
          item(`${title}: ${countText(figuresOf(own))}${index < groups.length - 1 ? ';' : '.'}`),
        )
      : [];
  const text = `${VERB_NAMES[letter.verb]} ${subjectText(dossier)} (có Phụ lục kèm theo)`;
  return [article(1, detail.length > 0 ? `${text}, gồm:` : sentence(text)), ...detail];
}

/**
 * Who carries it out. Unless the author has written it: drafts within the province's power apart from what is recommended to ministries,
 * then whoever watches over it, where the letterhead names that body (domain.md §1.3, §7.1).
 */
function duties({ letter, letterhead, entries }: Dossier): readonly string[] {
  if (letter.decisionDuties.length > 0) return letter.decisionDuties;
  const { decides: own, recommends } = figuresOf(entries);
  const agency = capitalised(proposingAgency(letterhead));
  const all = [
    ...(own > 0
      ? [
          `${agency} dự thảo văn bản thực thi các nội dung đơn giản hóa thuộc thẩm quyền quyết định của tỉnh, trình cấp có thẩm quyền ban hành.`,
        ]
      : []),
    ...(recommends > 0
      ? [
          `${agency} dự thảo văn bản kiến nghị các bộ, ngành sửa đổi quy định đối với các nội dung không thuộc thẩm quyền quyết định của tỉnh, theo điều, khoản và lộ trình nêu tại Phụ lục.`,
        ]
      : []),
    ...(letterhead.controlBody
      ? [`${capitalised(inSentence(letterhead.controlBody))} theo dõi, kiểm tra, đôn đốc việc thực hiện Quyết định này.`]
      : []),
  ];
  if (all.length === 0) return [`Giao ${agency} tổ chức thực hiện Quyết định này.`];
  return ['Giao các cơ quan có liên quan:', ...all.map((text, index) => `${index + 1}. ${text}`)];
}

/** Whom the last article names. */
function responsible({ letterhead }: Dossier): string {
  const agency = decidingAgency(letterhead);
  const office = agency && isCommittee(agency) ? [`Chánh Văn phòng ${agency}`] : [];
  return [...office, headOf(proposingAgency(letterhead)), 'Thủ trưởng các cơ quan, đơn vị có liên quan'].join('; ');
}

function articles(dossier: Dossier): Block[] {
  const [first = '', ...more] = duties(dossier);
  return [
    ...decides(dossier),
    article(2, first),
    ...more.map((text) => paragraph(text)),
    article(3, 'Quyết định này có hiệu lực thi hành kể từ ngày ký.'),
    paragraph(`${responsible(dossier)} chịu trách nhiệm thi hành Quyết định này./.`, { keepWithNext: true }),
  ];
}

/** The draft; number and day stay open for whoever signs it. */
export function draftDecision(dossier: Dossier): OfficialPaper {
  const { letter, letterhead, moment } = dossier;
  const { decisionSymbol, place, decisionSignature } = letterhead;
  const receivers = letter.decisionReceivers.length > 0 ? letter.decisionReceivers : ['Như Điều 3', 'Lưu: VT, …………'];
  return {
    title: `Dự thảo Quyết định: ${dossier.title}`,
    author: letterhead.agency,
    moment,
    mark: draftMark(dossier),
    sections: [
      {
        blocks: [
          {
            kind: 'letterhead',
            highest: true,
            agency: decidingAgency(letterhead),
            place,
            symbol: decisionSymbol,
            year: yearOf(moment),
          },
          {
            kind: 'title',
            type: 'Quyết định',
            abstract: [`Về việc ${VERB_NAMES[letter.verb].toLocaleLowerCase('vi')} ${subjectText(dossier)}`],
            note: demonstrationNote(dossier),
          },
          centred(decidingAuthority(letterhead).toLocaleUpperCase('vi'), 12),
          ...basesBlocks(bases(dossier)),
          centred('QUYẾT ĐỊNH:', 6),
          ...articles(dossier),
          {
            kind: 'signature',
            recipients: receiverLines(receivers),
            titles: decisionTitles(letterhead),
            name: decisionSignature?.name,
            remark: sealText(dossier),
          },
        ],
      },
    ],
  };
}
