// The sets behind the numbers of a report: every number is the size or the sum of one of them.
import { heldAgainst, standOf } from '#procedures/plan/line-stand.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { PeriodDays } from '#procedures/plan/period.ts';
import type { FigureParts, Group } from './figure-key.ts';
import { compareStages, type DatedRedesign, isRejectedOn, reachOn, stateOf, type Step, stepsOf } from './reach.ts';
import type { Behind } from './report.ts';

export type ReportRows = { lines: readonly PlanLine[]; redesigns: readonly DatedRedesign[] };
/** What one procedure in scope had by the last day: its furthest redesign, if any was handed in and not returned or rejected. */
type Reached = {
  line: PlanLine;
  of: readonly DatedRedesign[];
  furthest?: { redesign: DatedRedesign; step: Step };
  /** Its latest redesign was decided against. */
  rejected: boolean;
};
export type Sets = {
  /** What a figure is taken of: of all offices, or of one. */
  of: (parts: Pick<FigureParts, 'group' | 'kind'>, office?: string) => readonly Behind[];
  /** The plan's lines as they stood on the last day. */
  lines: readonly PlanLine[];
};

/** Sorts the rows of a plan by what they had come to in `days`; redesigns of procedures that are no longer in scope are left out. */
export function setsOf({ lines, redesigns }: ReportRows, days: PeriodDays): Sets {
  const byProcedure = Map.groupBy(redesigns, ({ procedure }) => procedure);
  const reached = lines.map((line) => reachedOf(line, byProcedure.get(line.procedure) ?? [], days));
  const known = new Map<Group, readonly Behind[]>();
  const groupOf = (group: Group) => {
    const set = known.get(group) ?? setOf(group, reached, days);
    known.set(group, set);
    return set;
  };
  return {
    of: ({ group, kind }, office) =>
      groupOf(group).filter(
        (one) => (office === undefined || one.office === office) && (kind === undefined || one.internal === (kind === 'internal')),
      ),
    lines: reached.map(lineThen),
  };
}

function reachedOf(line: PlanLine, of: readonly DatedRedesign[], { until }: PeriodDays): Reached {
  const candidates = of.flatMap((redesign) => {
    const step = reachOn(redesign, until);
    return step === undefined ? [] : [{ redesign, step }];
  });
  // Of two that came equally far, the one that was handed in last.
  const [furthest] = candidates.toSorted(
    (a, b) =>
      compareStages(b.step.stage, a.step.stage) || Date.parse(b.redesign.submittedAt ?? '') - Date.parse(a.redesign.submittedAt ?? ''),
  );
  const rejected = furthest === undefined && of.some((redesign) => redesign.id === line.latest?.redesign && isRejectedOn(redesign, until));
  return { line, of, ...(furthest && { furthest }), rejected };
}

function setOf(group: Group, reached: readonly Reached[], { from, until }: PeriodDays): Behind[] {
  if (group === 'scope') return reached.map((one) => ({ ...named(one.line), before: standOf(lineThen(one)).before }));
  if (group === 'rejected') return reached.filter(({ rejected }) => rejected).map(({ line }) => named(line));
  const waiting = reached.filter(({ furthest, rejected }) => furthest === undefined && !rejected).map(({ line }) => line);
  if (group === 'waiting') return waiting.map(named);
  if (group === 'overdue') {
    return waiting
      .filter(({ deadline }) => deadline !== undefined && deadline < until)
      .map((line) => ({ ...named(line), ...(line.deadline !== undefined && { on: line.deadline }) }));
  }
  const [stage, span] = group.split('.') as [Step['stage'], 'within' | 'byEnd'];
  if (span === 'within') {
    return reached.flatMap(({ line, of }) =>
      of.flatMap((redesign) =>
        stepsOf(redesign)
          .filter((step) => step.stage === stage && from <= step.on && step.on <= until)
          .map((step) => measured(line, redesign, step, stage)),
      ),
    );
  }
  return reached.flatMap(({ line, furthest }) => {
    if (furthest === undefined || compareStages(furthest.step.stage, stage) < 0) return [];
    const since = stepsOf(furthest.redesign).find((step) => step.stage === stage) ?? furthest.step;
    return [measured(line, furthest.redesign, { ...furthest.step, on: since.on }, stage)];
  });
}

const named = ({ procedure, procedureCode, procedureName, internal, office }: PlanLine): Behind => ({
  procedure,
  ...(procedureCode !== undefined && { procedureCode }),
  procedureName,
  internal,
  office,
});

/** By what was approved of it; among what is in effect, by what has taken effect, since recommendations have not. */
function measured(line: PlanLine, { id, frozen }: DatedRedesign, { on, standing, effect }: Step, stage: Step['stage']): Behind {
  const { before, after, meets } = heldAgainst(line, stage === 'inEffect' ? (effect ?? standing) : standing);
  return { ...named(line), redesign: id, ...(frozen && { proposal: frozen.number }), on, before, after, meets };
}

/** The line as it would have been counted on that day. What was not handed in yet, or was returned, still asks what it asked. */
function lineThen({ line, furthest }: Reached): PlanLine {
  const { latest, achieved: _achieved, ...rest } = line;
  if (furthest !== undefined) {
    const { before, after, meets, missing } = furthest.step.standing;
    const standing = { before, after, meets, missing };
    const { redesign, step } = furthest;
    return {
      ...rest,
      latest: { redesign: redesign.id, state: stateOf(step.stage), standing, ...(step.effect && { effect: step.effect }) },
    };
  }
  return latest?.standing === undefined ? rest : { ...rest, latest: { ...latest, state: 'returned' } };
}
