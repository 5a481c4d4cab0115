import type { Redesign, Standing, State } from '#procedures/redesign/redesign.ts';
import type { PlanLine } from './line.ts';

const ACHIEVED: ReadonlySet<State> = new Set<State>(['approved', 'inEffect']);

/** The measure that a redesign stands for: what was approved of it, else its last frozen proposal; none before the first submission. */
export function standingOf({ decided, frozen }: Pick<Redesign, 'decided' | 'frozen'>): Standing | undefined {
  const of = decided?.outcome === 'partly' || decided?.outcome === 'approved' ? decided.standing : frozen;
  return of && { before: of.before, after: of.after, meets: of.meets, missing: of.missing };
}

/** The line after its redesign has moved on: version + 1. A newer redesign of the same plan leaves an achieved one standing beside it. */
export function follow(line: PlanLine, redesign: Pick<Redesign, 'id' | 'state' | 'decided' | 'frozen'>): PlanLine {
  const { latest, ...rest } = line;
  const next: PlanLine = { ...rest, version: line.version + 1 };
  if (latest !== undefined && latest.redesign !== redesign.id && ACHIEVED.has(latest.state)) next.achieved = latest;
  if (redesign.state === 'discarded') return next;
  const standing = standingOf(redesign);
  next.latest = { redesign: redesign.id, state: redesign.state, ...(standing && { standing }) };
  return next;
}
