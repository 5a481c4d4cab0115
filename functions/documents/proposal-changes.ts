// Mục 1 to 3 of a proposal's annex: what is simplified, why, and by whose power (domain.md §1.4).
import { bold, heading, italic, item, paragraph, plain, type Block } from './blocks.ts';
import { changesByAuthority, changesByPart, type ProposedChange } from '#procedures/proposal/changes.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { groundText, reasonText } from '#procedures/proposal/justification.ts';
import { capitalised, NOT_KNOWN, sentence } from '#procedures/text/wording.ts';

const NOTHING = paragraph('Không có nội dung nào.');

/** Mục 1. */
export function contentBlocks(changes: readonly ProposedChange[]): Block[] {
  const groups = changesByPart(changes);
  return [
    heading(1, '1. Nội dung đơn giản hóa'),
    ...(groups.length === 0 ? [NOTHING] : []),
    ...groups.flatMap((group, index) => [
      heading(2, `1.${index + 1}. ${group.title}`),
      ...group.changes.map((change) => item(change.sentence)),
    ]),
  ];
}

/** Changes that share what `key` says, in the order in which the first of them comes. */
function grouped(changes: readonly ProposedChange[], key: (change: ProposedChange) => string): [ProposedChange, ...ProposedChange[]][] {
  const groups = new Map<string, [ProposedChange, ...ProposedChange[]]>();
  for (const change of changes) {
    const group = groups.get(key(change));
    if (group) group.push(change);
    else groups.set(key(change), [change]);
  }
  return [...groups.values()];
}

const names = (changes: readonly ProposedChange[]): string => changes.map((change) => change.name).join('; ');

/** Mục 2: every change with its reason and its ground; those that share both are named together. */
export function reasonBlocks(proposal: Proposal, changes: readonly ProposedChange[]): Block[] {
  const groups = grouped(changes, ({ justification }) => JSON.stringify([justification.ground, justification.reason]));
  return [
    heading(1, '2. Lý do'),
    ...(groups.length === 0 ? [NOTHING] : []),
    ...groups.map((group) =>
      item([
        plain(`${sentence(reasonText(group[0].justification))} `),
        italic(`${sentence(`Căn cứ: ${groundText(proposal, group[0].justification.ground)}`)} `),
        plain(sentence(`Áp dụng đối với: ${names(group)}`)),
      ]),
    ),
  ];
}

/** Where the author wrote only the clause, the verb is added; where the verb stands there, nothing is doubled. */
const amendment = (amends: string): string =>
  /^(?:sửa|bổ sung|bỏ|bãi|thay|thực hiện|ban hành)/iu.test(amends) ? capitalised(amends) : `Sửa đổi, bổ sung ${amends}`;

function authorityItems(changes: readonly ProposedChange[]): Block[] {
  if (changes.length === 0) return [NOTHING];
  return grouped(changes, ({ justification }) => JSON.stringify([justification.amends, justification.timetable])).map((group) => {
    const { amends, timetable, authority } = group[0].justification;
    const clause = amends ? [bold(sentence(amendment(amends))), plain(' ')] : [];
    const missing = authority === 'recommend' && !amends ? [plain(`Điều, khoản cần sửa đổi: ${NOT_KNOWN.toLocaleLowerCase('vi')}. `)] : [];
    const when = timetable ?? (authority === 'recommend' ? NOT_KNOWN : undefined);
    const timing = when ? [plain(` ${sentence(`Lộ trình thực hiện: ${when}`)}`)] : [];
    return item([...clause, ...missing, plain(sentence(`${amends ? 'Áp dụng' : 'Thực hiện'} đối với: ${names(group)}`)), ...timing]);
  });
}

/** Mục 3: what the province decides and what it can only recommend, never in one list (product.md §4). */
export function authorityBlocks(changes: readonly ProposedChange[]): Block[] {
  const groups = changesByAuthority(changes).filter((group) => group.authority !== undefined || group.changes.length > 0);
  return [
    heading(1, '3. Kiến nghị thực thi'),
    ...groups.flatMap((group, index) => [heading(2, `3.${index + 1}. ${group.title}`), ...authorityItems(group.changes)]),
  ];
}
