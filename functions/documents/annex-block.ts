// One procedure in the annex of a decision (domain.md §1.4): what is simplified, why, by whose power and until when, and what it cuts.
import { changesOf, type ProposedChange } from '#procedures/proposal/changes.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { formatInteger } from '#procedures/text/number.ts';
import { revisionText, sentence } from '#procedures/text/wording.ts';
import { bold, item, italic, paragraph, plain, type Block } from './blocks.ts';
import { authorityBlocks, contentBlocks, reasonBlocks, type Outline } from './proposal-changes.ts';
import { cutText, verdict } from './proposal-measure.ts';

const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e'];

/** Mục of procedure number `index`: `12.1. Nội dung …`, in it `a) Thông tin phải khai`. */
const outline = (index: number): Outline => ({
  brief: true,
  part: (part, title) => ({ kind: 'heading', level: 3, text: `${index}.${part}. ${title}` }),
  sub: (_, sub, title) => paragraph([italic(`${LETTERS[sub - 1] ?? '-'}) ${title}:`)], { keepWithNext: true }),
});

function head({ baseline: { procedure } }: Proposal, index: number): Block {
  const kind = procedure.internal ? 'Thủ tục nội bộ' : 'Thủ tục';
  const code = procedure.code ? ` (mã ${procedure.code})` : '';
  return { kind: 'heading', level: 2, upright: true, text: `${index}. ${kind}: ${procedure.name}${code}` };
}

/** What the agency does when the data cannot be had: a field that is retrieved is not simply gone (domain.md §0, finding 1). */
function fallbackBlocks(changes: readonly ProposedChange[]): Block[] {
  const groups = new Map<string, string[]>();
  for (const { mark, name } of changes) {
    if (mark?.fallback) groups.set(mark.fallback, [...(groups.get(mark.fallback) ?? []), name]);
  }
  if (groups.size === 0) return [];
  return [
    paragraph([italic('Khi không khai thác được dữ liệu:')], { keepWithNext: true }),
    ...[...groups].map(([text, names]) => item(`${sentence(text)} ${sentence(`Áp dụng đối với: ${names.join('; ')}`)}`)),
  ];
}

const pair = ({ before, after }: { before: number; after: number }): string => `${formatInteger(before)} còn ${formatInteger(after)}`;

/** The frozen figures with their rule and hash; the rule is written out where it is not the one of the plan, which the annex ends with. */
function resultBlocks(proposal: Proposal, index: number, planRule: string): Block[] {
  const { measure, rule, number, hash, officeName, baseline } = proposal;
  const added = measure.added > 0 ? ` (trong đó bổ sung ${formatInteger(measure.added)} mục)` : '';
  const missing = measure.missing === 0 ? '' : `; còn thiếu ${formatInteger(measure.missing)} mục`;
  return [
    outline(index).part(4, 'Kết quả cắt giảm'),
    item([
      plain(`Thông tin phải khai: ${pair(measure)} mục${added}; `),
      bold(`${cutText(measure)}, ${verdict(measure)}`),
      plain(`${missing}.`),
    ]),
    item(`Thành phần hồ sơ: ${pair(measure.documents)}; bước thực hiện: ${pair(measure.steps)}.`),
    item(sentence(`Cách đếm: ${rule.name}`)),
    ...(rule.id === planRule ? [] : rule.sentences.map((text) => item(text, 2))),
    item(sentence(`Đối chiếu với: ${revisionText(baseline)}`)),
    paragraph([italic(`Phương án số ${number}; đơn vị đề xuất: ${officeName}. Mã SHA-256 của phương án: `), plain(hash)], {
      align: 'left',
      small: true,
    }),
  ];
}

/** The block of a frozen proposal, number `index` of the annex; `planRule` is the rule that the annex itself explains. */
export function annexBlock(proposal: Proposal, index: number, planRule: string): Block[] {
  const changes = changesOf(proposal);
  return [
    head(proposal, index),
    ...contentBlocks(changes, outline(index)),
    ...fallbackBlocks(changes),
    ...reasonBlocks(proposal, changes, outline(index)),
    ...authorityBlocks(changes, outline(index)),
    ...resultBlocks(proposal, index, planRule),
  ];
}
