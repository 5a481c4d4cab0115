// What a frozen proposal changes, each change as one sentence: the same words on the screen, in Word and in Excel.
import type { Justification, Mark, Treatment } from '#procedures/redesign/mark.ts';
import { fieldName, quoted } from '#procedures/text/wording.ts';
import { compareFields, type FieldRow } from './field-comparison.ts';
import { fieldSentence, partSentence } from './mark-sentences.ts';
import { compareParts, PART_NAMES, type PartKind, type PartRow } from './part-comparison.ts';
import type { Proposal } from './proposal.ts';

export type ProposedChange = {
  readonly id: string;
  readonly part: 'field' | PartKind;
  readonly treatment: Treatment | 'added';
  /** How reasons and recommendations refer to it. */
  readonly name: string;
  readonly sentence: string;
  readonly justification: Justification;
  /** Absent for an added field. */
  readonly mark?: Mark;
};

const targetName = (rows: readonly FieldRow[], id: string | undefined): string => {
  const row = rows.find((one) => one.field.id === id);
  return row ? fieldName(row.field) : (id ?? '');
};

const partName = (row: PartRow): string =>
  row.kind === 'authority' || row.kind === 'result' ? PART_NAMES[row.kind].toLocaleLowerCase('vi') : quoted(row.label);

/** Every change of a proposal in form order (added fields in their places), then the other parts in theirs. */
export function changesOf(proposal: Proposal): ProposedChange[] {
  const rows = compareFields(proposal);
  const fields = rows.flatMap((row): ProposedChange[] => {
    const sentence = fieldSentence(proposal, row, targetName(rows, row.mark?.into));
    const { field, mark, justification } = row;
    if (sentence === null || justification === undefined) return [];
    const treatment = mark?.treatment ?? 'added';
    return [{ id: field.id, part: 'field', treatment, name: fieldName(field), sentence, justification, mark }];
  });
  const parts = compareParts(proposal).flatMap((row): ProposedChange[] => {
    const sentence = partSentence(proposal, row);
    const { id, kind, mark } = row;
    if (sentence === null || mark === undefined) return [];
    return [{ id, part: kind, treatment: mark.treatment, name: partName(row), sentence, justification: mark, mark }];
  });
  return [...fields, ...parts];
}

const PARTS: readonly { readonly title: string; readonly parts: readonly ProposedChange['part'][] }[] = [
  { title: 'Thông tin phải khai', parts: ['field'] },
  { title: PART_NAMES.document, parts: ['document'] },
  { title: PART_NAMES.channel, parts: ['channel'] },
  { title: PART_NAMES.step, parts: ['step'] },
  { title: 'Cơ quan có thẩm quyền và kết quả', parts: ['authority', 'result'] },
];

/** In the order in which an annex lists the parts of a procedure; parts without a change are left out. */
export function changesByPart(changes: readonly ProposedChange[]): { title: string; changes: ProposedChange[] }[] {
  return PARTS.map(({ title, parts }) => ({ title, changes: changes.filter((change) => parts.includes(change.part)) })).filter(
    (group) => group.changes.length > 0,
  );
}

const AUTHORITIES: readonly { readonly authority: Justification['authority']; readonly title: string }[] = [
  { authority: 'decide', title: 'Thuộc thẩm quyền quyết định của tỉnh' },
  { authority: 'recommend', title: 'Kiến nghị cơ quan có thẩm quyền' },
  { authority: undefined, title: 'Chưa xác định thẩm quyền' },
];

/** What the province decides, what it can only recommend, what nobody has said yet: never in one list (product.md §4). */
export function changesByAuthority(
  changes: readonly ProposedChange[],
): { authority: Justification['authority']; title: string; changes: ProposedChange[] }[] {
  return AUTHORITIES.map(({ authority, title }) => ({
    authority,
    title,
    changes: changes.filter((change) => change.justification.authority === authority),
  }));
}
