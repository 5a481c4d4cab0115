// Where a line stands: which of its redesigns counts, how far it has come, what it still lacks.
import type { Standing, State } from '#procedures/redesign/redesign.ts';
import { meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import type { PlanLine } from './line.ts';

/** How many of the stages of totals (`STAGES`) a redesign in that state has reached. */
const REACHED: Record<State, number> = {
  draft: 0,
  returned: 0,
  rejected: 0,
  discarded: 0,
  submitted: 1,
  accepted: 2,
  bundled: 2,
  approved: 3,
  inEffect: 4,
};

/** `stages`: how many it has reached. While that is 0, before and after are what the procedure asks today. */
export type LineStand = Standing & { stages: number; effect?: Standing };

/**
 * What was frozen, held against the target that the plan has now: a proposal tells of the one that it was drawn up under, a plan counts
 * all of its procedures by one. As it was frozen where the plan has no target for declared information.
 */
export function heldAgainst({ target }: Pick<PlanLine, 'target'>, standing: Standing): Standing {
  if (target === undefined) return standing;
  const { before, after } = standing;
  return { before, after, meets: meetsTarget(before, after, target), missing: missingToTarget(before, after, target) };
}

/** Of its latest and its achieved redesign the one that has come further counts, so that a procedure never counts twice. */
export function standOf(line: PlanLine): LineStand {
  const ways = [line.latest, line.achieved].flatMap((way) =>
    way?.standing ? [{ ...way, standing: way.standing, stages: REACHED[way.state] }] : [],
  );
  const further = ways.toSorted((a, b) => b.stages - a.stages)[0];
  if (further && further.stages > 0) {
    const { standing, stages, effect } = further;
    return { ...heldAgainst(line, standing), stages, ...(effect && { effect: heldAgainst(line, effect) }) };
  }
  const declared = further?.standing.before ?? line.declared;
  const missing = line.target === undefined ? 0 : missingToTarget(declared, declared, line.target);
  return { before: declared, after: declared, meets: false, missing, stages: 0 };
}

/** Dossiers a year as people set them, else as the definition says; null where nobody knows. */
export const dossiersOf = (line: Pick<PlanLine, 'dossiersPerYear' | 'definedDossiers'>): number | null =>
  line.dossiersPerYear ?? line.definedDossiers ?? null;

/** Whether the office has yet to submit: nothing proposed, nothing decided. */
export function isAwaited(line: PlanLine): boolean {
  return standOf(line).stages === 0 && line.latest?.state !== 'rejected';
}

const CLOSED: ReadonlySet<State> = new Set<State>(['rejected', 'inEffect', 'discarded']);

/** Whether a redesign of it has been opened and is neither rejected nor in effect. */
export const isUnderWay = ({ latest }: { latest?: { state: State } | undefined }): boolean =>
  latest !== undefined && !CLOSED.has(latest.state);
