// What is simplified, why, and by whose power (domain.md §1.4): mục 1 to 3 of a proposal's paper, and of its block in the annex of a decision.
import { bold, heading, italic, item, paragraph, plain, type Block } from './blocks.ts';
import { changesByAuthority, changesByPart, type ProposedChange } from '#procedures/proposal/changes.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { groundText, reasonText } from '#procedures/proposal/justification.ts';
import { capitalised, NOT_KNOWN, sentence } from '#procedures/text/wording.ts';

/** How mục number `part` and its part number `sub` are headed: a paper of its own and a block among many number them differently. */
export type Outline = {
  readonly part: (part: number, title: string) => Block;
  readonly sub: (part: number, sub: number, title: string) => Block;
  /** Whether a list without anything in it is left out instead of saying so. */
  readonly brief?: boolean;
};

/** Of a paper on one proposal. */
export const PAPER_OUTLINE: Outline = {
  part: (part, title) => heading(1, `${part}. ${title}`),
  sub: (part, sub, title) => heading(2, `${part}.${sub}. ${title}`),
};

const NOTHING = paragraph('Không có nội dung nào.');

/** Mục 1. */
export function contentBlocks(changes: readonly ProposedChange[], { part, sub }: Outline): Block[] {
  const groups = changesByPart(changes);
  return [
    part(1, 'Nội dung đơn giản hóa'),
    ...(groups.length === 0 ? [NOTHING] : []),
    ...groups.flatMap((group, index) => [sub(1, index + 1, group.title), ...group.changes.map((change) => item(change.sentence))]),
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
export function reasonBlocks(proposal: Proposal, changes: readonly ProposedChange[], { part }: Outline): Block[] {
  const groups = grouped(changes, ({ justification }) => JSON.stringify([justification.ground, justification.reason]));
  return [
    part(2, 'Lý do'),
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
export function authorityBlocks(changes: readonly ProposedChange[], { part, sub, brief = false }: Outline): Block[] {
  const groups = changesByAuthority(changes).filter((group) => (group.authority !== undefined && !brief) || group.changes.length > 0);
  return [
    part(3, 'Kiến nghị thực thi'),
    ...groups.flatMap((group, index) => [sub(3, index + 1, group.title), ...authorityItems(group.changes)]),
  ];
}
