// A frozen proposal as an official paper: the annex block of one procedure (domain.md §1.4), drawn from the proposal alone.
import { changesOf } from '#procedures/proposal/changes.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { formatMoment } from '#procedures/text/date.ts';
import type { Block, OfficialPaper } from './blocks.ts';
import { authorityBlocks, contentBlocks, PAPER_OUTLINE, reasonBlocks } from './proposal-changes.ts';
import { cutText, measureBlocks, sealBlocks, verdict } from './proposal-measure.ts';
import { comparisonBlocks } from './proposal-tables.ts';
import { orUnknown, revisionText } from '#procedures/text/wording.ts';

/** The Vietnamese year of the moment. */
const yearOf = (moment: string): string => formatMoment(moment).slice(-4);

/** `PA` is the abbreviation of Phương án (NĐ 30/2020/NĐ-CP, Phụ lục III); the plan's symbol is that of the agency. */
function letterhead(proposal: Proposal): Block {
  const { symbol, ...rest } = proposal.plan.letterhead;
  return { kind: 'letterhead', ...rest, symbol: symbol && `PA-${symbol}`, year: yearOf(proposal.submittedAt) };
}

/** What the reader must know first: which procedure, whose proposal, under which plan, with what result. */
function summary(proposal: Proposal): Block {
  const { procedure } = proposal.baseline;
  const { measure } = proposal;
  const rows = [
    ['Mã thủ tục', orUnknown(procedure.code)],
    ['Loại thủ tục', procedure.internal ? 'Thủ tục hành chính nội bộ' : 'Thủ tục hành chính'],
    ['Lĩnh vực', orUnknown(procedure.area)],
    ['Đơn vị đề xuất', proposal.officeName],
    ['Kế hoạch rà soát', proposal.plan.name],
    ['Đối chiếu với', revisionText(proposal.baseline)],
    ['Kết quả', [{ text: `${measure.before} mục còn ${measure.after} mục; ${cutText(measure)}, ${verdict(measure)}`, bold: true }]],
  ] as const;
  return {
    kind: 'table',
    head: false,
    columns: [
      { header: '', share: 45 },
      { header: '', share: 120 },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}

/** The value that `writeWord` turns into the file; sections: the annex, the wide table, figures and seal. */
export function proposalPaper(proposal: Proposal): OfficialPaper {
  const { procedure } = proposal.baseline;
  const changes = changesOf(proposal);
  const type = `Phương án đơn giản hóa thủ tục hành chính${procedure.internal ? ' nội bộ' : ''}`;
  return {
    title: `${type}: ${procedure.name}`,
    author: proposal.officeName,
    moment: proposal.submittedAt,
    sections: [
      {
        blocks: [
          letterhead(proposal),
          {
            kind: 'title',
            type,
            abstract: [procedure.code ? `${procedure.name} (mã ${procedure.code})` : procedure.name],
            note: proposal.plan.demonstration ? '(Số liệu minh họa, không phải văn bản chính thức)' : undefined,
          },
          summary(proposal),
          ...contentBlocks(changes, PAPER_OUTLINE),
          ...reasonBlocks(proposal, changes, PAPER_OUTLINE),
          ...authorityBlocks(changes, PAPER_OUTLINE),
        ],
      },
      { landscape: true, blocks: comparisonBlocks(proposal) },
      {
        blocks: [
          ...measureBlocks(proposal),
          ...sealBlocks(proposal),
          {
            kind: 'signature',
            recipients: ['…………………………;', 'Lưu: VT, …………'],
            titles: [proposal.officeName],
            hint: '(Chức vụ, chữ ký, họ và tên)',
          },
        ],
      },
    ],
  };
}
