// Mục 1 to 3 of a proposal's annex: what is simplified, why, and by whose power (domain.md §1.4).
import { bold, heading, italic, item, paragraph, plain, type Block } from './blocks.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Justification } from '#procedures/redesign/mark.ts';
import { compareFields, type FieldRow } from './field-comparison.ts';
import { groundText, reasonText } from './justification.ts';
import { fieldSentence, partSentence } from './mark-sentences.ts';
import { compareParts, PART_NAMES, type PartKind, type PartRow } from './part-comparison.ts';
import { capitalised, fieldName, NOT_KNOWN, quoted, sentence } from './wording.ts';

/** One change, named briefly for reasons and recommendations. */
export type Change = {
  readonly part: 'field' | PartKind;
  readonly name: string;
  readonly sentence: string;
  readonly justification: Justification;
};

const targetName = (rows: readonly FieldRow[], id: string | undefined): string => {
  const row = rows.find((one) => one.field.id === id);
  return row ? fieldName(row.field) : (id ?? '');
};

const partName = (row: PartRow): string =>
  row.kind === 'authority' || row.kind === 'result' ? PART_NAMES[row.kind].toLocaleLowerCase('vi') : quoted(row.label);

/** Every change of a proposal in form order, then the other parts in theirs. */
export function changesOf(proposal: Proposal): Change[] {
  const rows = compareFields(proposal);
  const fields = rows.flatMap((row): Change[] => {
    const text = fieldSentence(proposal, row, targetName(rows, row.mark?.into));
    return text && row.justification
      ? [{ part: 'field', name: fieldName(row.field), sentence: text, justification: row.justification }]
      : [];
  });
  const parts = compareParts(proposal).flatMap((row): Change[] => {
    const text = partSentence(proposal, row);
    return text && row.mark ? [{ part: row.kind, name: partName(row), sentence: text, justification: row.mark }] : [];
  });
  return [...fields, ...parts];
}

const GROUPS: readonly { readonly title: string; readonly parts: readonly Change['part'][] }[] = [
  { title: 'Thông tin phải khai', parts: ['field'] },
  { title: 'Thành phần hồ sơ', parts: ['document'] },
  { title: 'Cách thức, thời hạn, phí, lệ phí', parts: ['channel'] },
  { title: 'Trình tự thực hiện', parts: ['step'] },
  { title: 'Cơ quan có thẩm quyền và kết quả', parts: ['authority', 'result'] },
];

const NOTHING = paragraph('Không có nội dung nào.');

/** Mục 1. */
export function contentBlocks(changes: readonly Change[]): Block[] {
  const groups = GROUPS.map((group) => ({ ...group, changes: changes.filter((change) => group.parts.includes(change.part)) })).filter(
    (group) => group.changes.length > 0,
  );
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
function grouped(changes: readonly Change[], key: (change: Change) => string): [Change, ...Change[]][] {
  const groups = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const group = groups.get(key(change));
    if (group) group.push(change);
    else groups.set(key(change), [change]);
  }
  return [...groups.values()];
}

const names = (changes: readonly Change[]): string => changes.map((change) => change.name).join('; ');

/** Mục 2: every change with its reason and its ground; those that share both are named together. */
export function reasonBlocks(proposal: Proposal, changes: readonly Change[]): Block[] {
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

function authorityItems(changes: readonly Change[]): Block[] {
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
export function authorityBlocks(changes: readonly Change[]): Block[] {
  const by = (authority: Justification['authority']) => changes.filter((change) => change.justification.authority === authority);
  const open = by(undefined);
  return [
    heading(1, '3. Kiến nghị thực thi'),
    heading(2, '3.1. Thuộc thẩm quyền quyết định của tỉnh'),
    ...authorityItems(by('decide')),
    heading(2, '3.2. Kiến nghị cơ quan có thẩm quyền'),
    ...authorityItems(by('recommend')),
    ...(open.length > 0 ? [heading(2, '3.3. Chưa xác định thẩm quyền'), ...authorityItems(open)] : []),
  ];
}
