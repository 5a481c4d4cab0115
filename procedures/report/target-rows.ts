// The rows of a table of targets: what was to be reached, what was, and what somebody quoted beside it.
import type { Figure } from '#procedures/plan/figure.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { progressOf, type TargetProgress } from '#procedures/plan/progress.ts';
import { goalText, targetName } from '#procedures/plan/target-words.ts';
import { contribution, noTotals, plus } from '#procedures/plan/totals.ts';
import type { FigureKey } from './figure-key.ts';
import type { Cell, Row } from './report.ts';
import type { Sets } from './sets.ts';
import type { TargetColumn } from './template.ts';

/** A row for each target of the plan, with the progress as it was on the last day that counts. `figures`: those of the period. */
export function targetRows(
  columns: readonly TargetColumn[],
  plan: Pick<Plan, 'targets'>,
  { lines }: Pick<Sets, 'lines'>,
  figures: readonly Figure[],
): Row[] {
  const totals = lines.reduce((sum, line) => plus(sum, contribution(line)), noTotals());
  return progressOf(plan, totals, figures).map((progress) => ({
    id: progress.target.id,
    label: targetName(progress.target),
    cells: columns.map((column) => CELLS[column](progress)),
  }));
}

const text = (words: string | undefined): Cell => ({ value: words === undefined ? { kind: 'nothing' } : { kind: 'text', text: words } });

const CELLS: Record<TargetColumn, (progress: TargetProgress) => Cell> = {
  threshold: ({ target }) => text(goalText(target)),
  value: (progress) => {
    const { value } = progress;
    if (value === null) return { value: { kind: 'nothing' } };
    const key = behindOf(progress);
    return { value: { kind: 'ratio', ratio: value }, ...(key && { behind: key }) };
  },
  met: ({ met }) => ({ value: { kind: 'verdict', met } }),
  meeting: ({ meeting, stage }) => {
    if (meeting === undefined || stage === 'entered') return text('không áp dụng');
    return {
      value: { kind: 'ratio', ratio: { numerator: meeting.procedures, denominator: meeting.of } },
      behind: `${stage}.byEnd.meeting`,
    };
  },
  quoted: ({ quoted, mismatch = false }) =>
    quoted === undefined ? { value: { kind: 'nothing' } } : { value: { kind: 'quoted', hundredths: quoted, mismatch } },
  source: ({ source, target }) => text(source ?? (target.metric === 'entered' ? undefined : 'Hệ thống tính từ các phương án')),
};

/** What the numerator of a derived target counts; typed figures have nothing behind them but their source. */
function behindOf({ target, stage }: TargetProgress): FigureKey | undefined {
  if (stage === 'entered') return undefined;
  switch (target.metric) {
    case 'declaredInformation':
      return `${stage}.byEnd.meeting`;
    case 'declaredInformationPooled':
      return `${stage}.byEnd.cut`;
    case 'internalApproved':
      return 'approved.byEnd.count.internal';
    case 'approved':
      return 'approved.byEnd.count';
    case 'entered':
      return undefined;
  }
}
