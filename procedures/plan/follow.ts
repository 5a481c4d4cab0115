// How a line follows the redesigns of its procedure: one step at a time as they move on, or from all of them at once to prove it.
import type { Redesign, Standing, State } from '#procedures/redesign/redesign.ts';
import type { PlanLine } from './line.ts';

type Progressed = NonNullable<PlanLine['latest']>;
type Progress = Pick<PlanLine, 'latest' | 'achieved' | 'rejected'>;
/** What a line looks at in a redesign. */
export type Followed = Pick<Redesign, 'id' | 'state' | 'decided' | 'frozen' | 'effect'>;

const ACHIEVED: ReadonlySet<State> = new Set<State>(['approved', 'inEffect']);
const DECIDED: ReadonlySet<State> = new Set<State>(['approved', 'rejected', 'inEffect']);
/** A newer redesign can be opened after these. */
const CLOSED: ReadonlySet<State> = new Set<State>(['rejected', 'inEffect']);

/** The measure that a redesign stands for: what was approved of it, else its last frozen proposal; none before the first submission. */
export function standingOf({ decided, frozen }: Pick<Redesign, 'decided' | 'frozen'>): Standing | undefined {
  const of = decided?.outcome === 'partly' || decided?.outcome === 'approved' ? decided.standing : frozen;
  return of && { before: of.before, after: of.after, meets: of.meets, missing: of.missing };
}

/** The line after a redesign has moved on: version + 1. */
export function follow(line: PlanLine, redesign: Followed): PlanLine {
  const { latest, achieved, rejected } = line;
  const isNewer = latest !== undefined && latest.redesign !== redesign.id;
  if (redesign.state === 'discarded') {
    return isNewer || latest === undefined ? next(line, { latest, achieved, rejected }) : next(line, withoutLatest({ achieved, rejected }));
  }
  const before = isNewer ? latest : undefined;
  return next(line, {
    latest: progressed(redesign),
    achieved: before && ACHIEVED.has(before.state) ? before : achieved,
    rejected: before && ACHIEVED.has(before.state) ? undefined : before?.state === 'rejected' ? before : rejected,
  });
}

/** What is the latest again once the newest redesign is discarded: what was decided last before it. */
function withoutLatest({ achieved, rejected }: Progress): Progress {
  return rejected ? { latest: rejected, achieved } : { latest: achieved };
}

/**
 * The same from all redesigns of the procedure under the plan, whatever their order: version + 1. `closedAt` says when one that is
 * rejected or in effect became so.
 */
export function followAll<One extends Followed>(line: PlanLine, redesigns: readonly One[], closedAt: (redesign: One) => string): PlanLine {
  const open = redesigns.find(({ state }) => state !== 'discarded' && !CLOSED.has(state));
  const closed = redesigns.filter(({ state }) => CLOSED.has(state)).toSorted((a, b) => compare(closedAt(a), closedAt(b)));
  const latest = open ?? closed.at(-1);
  if (!latest) return next(line, {});
  const earlier = closed.filter((one) => one !== latest).map(progressed);
  const last = earlier.at(-1);
  return next(line, {
    latest: progressed(latest),
    achieved: earlier.findLast(({ state }) => ACHIEVED.has(state)),
    rejected: last?.state === 'rejected' ? last : undefined,
  });
}

/** When a redesign that is rejected or in effect became so. */
export const closedAt = ({ effect, decidedAt, updatedAt }: Pick<Redesign, 'effect' | 'decidedAt' | 'updatedAt'>): string =>
  effect?.at ?? decidedAt ?? updatedAt;

/** Whether two lines stand at the same redesigns, whatever their versions. */
export const sameProgress = (a: Progress, b: Progress): boolean => JSON.stringify(of(a)) === JSON.stringify(of(b));

const of = ({ latest, achieved, rejected }: Progress) =>
  [latest, achieved, rejected].map((one) => {
    const figures = [one?.standing, one?.effect].flatMap((own) => [own?.before, own?.after, own?.meets, own?.missing]);
    return one ? [one.redesign, one.state, ...figures] : null;
  });

/** Keeps of earlier redesigns what still matters: nothing of an achieved one beside one in effect, nothing of a rejected one after a decision. */
function next(line: PlanLine, { latest, achieved, rejected }: Progress): PlanLine {
  const { latest: _latest, achieved: _achieved, rejected: _rejected, ...rest } = line;
  const isOpen = latest !== undefined && !DECIDED.has(latest.state);
  return {
    ...rest,
    version: line.version + 1,
    ...(latest && { latest }),
    ...(achieved && latest?.state !== 'inEffect' && { achieved }),
    ...(rejected && isOpen && { rejected }),
  };
}

function progressed(redesign: Followed): Progressed {
  const standing = standingOf(redesign);
  const effect = redesign.effect?.standing;
  return { redesign: redesign.id, state: redesign.state, ...(standing && { standing }), ...(effect && { effect }) };
}

const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
