// What a frozen proposal changes, element by element in form order: the treatment, the sentences of the difference, and the mark behind them.
import type { Change } from '#procedures/definition/change.ts';
import { difference } from '#procedures/definition/difference.ts';
import { elements } from '#procedures/definition/elements.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import type { Justification, Mark } from '#procedures/redesign/mark.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import type { Tick } from '#lib/ticks/ticks.ts';
import { changeSentences } from '#procedures/text/sentences.ts';

export type ProposedChange = {
  id: string;
  label: string;
  treatment: Tick;
  sentences: string[];
  justification: Justification;
  /** Absent for an added field. */
  mark?: Mark;
};

/** The procedure as it will be. */
export function afterwards({ baseline, marks, added }: Proposal): Procedure {
  return applyMarks(baseline.procedure, marks, added);
}

/** Every element that does not stay as it is, then the added fields. */
export function proposedChanges(proposal: Proposal): ProposedChange[] {
  const { baseline, marks, added } = proposal;
  const changes = Map.groupBy(difference(baseline.procedure, afterwards(proposal)), ({ id }: Change) => id);
  const sentences = (id: string) => changeSentences(changes.get(id) ?? []);
  const marked = elements(baseline.procedure).flatMap(({ id, label }): ProposedChange[] => {
    const mark = markOf(marks, id);
    if (mark === undefined || mark.treatment === 'keep') return [];
    return [{ id, label, treatment: mark.treatment, sentences: sentences(id), justification: mark, mark }];
  });
  const fresh = added.map((one): ProposedChange => {
    const { id, label } = one.field;
    return { id, label, treatment: 'added', sentences: sentences(id), justification: one };
  });
  return [...marked, ...fresh];
}

/** Exports and screens keep apart what the province decides and what it can only recommend (product.md §4). */
export function byAuthority(changes: readonly ProposedChange[]): { title: string; changes: ProposedChange[] }[] {
  const of = (authority: Justification['authority']) => changes.filter(({ justification }) => justification.authority === authority);
  return [
    { title: 'Thuộc thẩm quyền quyết định của tỉnh', changes: of('decide') },
    { title: 'Kiến nghị cơ quan có thẩm quyền', changes: of('recommend') },
    { title: 'Chưa xác định thẩm quyền', changes: of(undefined) },
  ].filter((group) => group.changes.length > 0);
}
