// Phụ lục of the decision: one block a procedure, in the order and the groups of the submission (domain.md §1.3, §1.4). It is drawn in
// pieces, so that hundreds of proposals never lie in memory at once.
import { groupEntries } from '#procedures/proposal/entry-groups.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import { sentence } from '#procedures/text/wording.ts';
import { figuresOf } from '#procedures/proposal/submission-figures.ts';
import { heading, item, paragraph, bold, plain, type Block, type OfficialPaper } from './blocks.ts';
import { decidingAuthority } from './authorities.ts';
import { annexBlock } from './annex-block.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';
import { roman } from './roman.ts';
import { demonstrationNote, draftMark, openReference, scopeText, sealText, yearOf } from './submission-words.ts';

/** What the annex is of; public and internal procedures are named apart. */
function titleText({ entries, letterhead }: Dossier): string {
  const { entries: all, internal } = figuresOf(entries);
  const kinds = [
    ...(all > internal || internal === 0 ? ['thủ tục hành chính'] : []),
    ...(internal > 0 ? ['thủ tục hành chính nội bộ'] : []),
  ];
  return `Phương án đơn giản hóa ${kinds.join(', ')}${scopeText(entries, letterhead)}`;
}

/** The heading, with the decision that the annex belongs to. */
function opening(dossier: Dossier): Block[] {
  const { letterhead, moment } = dossier;
  const decision = openReference(letterhead.decisionSymbol, yearOf(moment));
  return [
    {
      kind: 'title',
      type: 'Phụ lục',
      abstract: [titleText(dossier).toLocaleUpperCase('vi')],
      belongsTo: `(Kèm theo Quyết định ${decision} của ${decidingAuthority(letterhead)})`,
      note: demonstrationNote(dossier),
    },
  ];
}

/** The rule by which everything was counted, and the seal of the submission. */
function closing(dossier: Dossier): Block[] {
  const rule = countingRule(dossier.plan.rule);
  const seal = sealText(dossier);
  return [
    heading(1, 'CÁCH ĐẾM THÔNG TIN PHẢI KHAI'),
    paragraph([bold(sentence(dossier.plan.ruleName))], { keepWithNext: true }),
    ...(rule?.sentences ?? []).map((text) => item(text)),
    paragraph([
      plain('Tỷ lệ in ra được làm tròn đến hai chữ số thập phân; việc đạt chỉ tiêu xét trên số mục, không xét trên tỷ lệ đã làm tròn./.'),
    ]),
    ...(seal ? [paragraph(seal, { align: 'left', small: true })] : []),
  ];
}

/** Which entry, counted from 0 as printed, opens which group. Without grouping there are none. */
function groupHeads(dossier: Dossier): Map<number, string> {
  const heads = new Map<number, string>();
  let place = 0;
  if (dossier.grouping === 'none') return heads;
  for (const [index, group] of groupEntries(dossier).entries()) {
    heads.set(place, `${roman(index + 1)}. ${group.title.toLocaleUpperCase('vi')}`);
    place += group.entries.length;
  }
  return heads;
}

/** The annex from the entry at `from` (counted from 0 as printed) on, as far as `proposals` reach; heading and end where they belong. */
export function annexBlocks(dossier: Dossier, proposals: readonly Proposal[], from: number): Block[] {
  const heads = groupHeads(dossier);
  const blocks = proposals.flatMap((proposal, index) => {
    const head = heads.get(from + index);
    return [...(head ? [heading(1, head)] : []), ...annexBlock(proposal, from + index + 1, dossier.plan.rule)];
  });
  const isLast = from + proposals.length >= dossier.entries.length;
  return [...(from === 0 ? opening(dossier) : []), ...blocks, ...(isLast ? closing(dossier) : [])];
}

/** The annex as a paper of the given blocks. */
export const planAnnex = (dossier: Dossier, blocks: readonly Block[]): OfficialPaper => ({
  title: `Phụ lục phương án đơn giản hóa: ${dossier.title}`,
  author: dossier.letterhead.agency,
  moment: dossier.moment,
  mark: draftMark(dossier),
  sections: [{ blocks }],
});
