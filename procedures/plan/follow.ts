import type { Redesign, Standing, State } from '#procedures/redesign/redesign.ts';
import type { PlanLine } from './line.ts';

const ACHIEVED: ReadonlySet<State> = new Set<State>(['approved', 'inEffect']);

/** The measure that a redesign stands for: what was approved of it, else its last frozen proposal; none before the first submission. */
export function standingOf({ decided, frozen }: Pick<Redesign, 'decided' | 'frozen'>): Standing | undefined {
  const of = decided?.outcome === 'partly' || decided?.outcome === 'approved' ? decided.standing : frozen;
  return of && { before: of.before, after: of.after, meets: of.meets, missing: of.missing };
}

/**
 * The line after its redesign has moved on: version + 1. A newer redesign of the same plan leaves an achieved one standing beside it, and
 * when the newer one is discarded the achieved one is the latest again.
 */
export function follow(line: PlanLine, redesign: Pick<Redesign, 'id' | 'state' | 'decided' | 'frozen'>): PlanLine {
  const { latest, achieved, ...rest } = line;
  const next: PlanLine = { ...rest, version: line.version + 1 };
  if (redesign.state === 'discarded') {
    const left = latest?.redesign === redesign.id ? achieved : latest;
    if (left) next.latest = left;
    if (achieved && achieved !== left) next.achieved = achieved;
    return next;
  }
  const before = latest !== undefined && latest.redesign !== redesign.id && ACHIEVED.has(latest.state) ? latest : achieved;
  if (before) next.achieved = before;
  const standing = standingOf(redesign);
  next.latest = { redesign: redesign.id, state: redesign.state, ...(standing && { standing }) };
  return next;
}
