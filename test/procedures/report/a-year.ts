// A year of work on a plan, played through as people do it: every procedure with its line and its redesigns, in step with one another.
import fc from 'fast-check';
import { follow } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import type { Redesign, Standing, State } from '#procedures/redesign/redesign.ts';
import type { DatedRedesign } from '#procedures/report/reach.ts';

export const OFFICES = ['phong-a', 'phong-b', 'phong-c'] as const;
const PLAN = 'ke-hoach-thu';
const TARGET = 2000;

/** What is done next; it is passed over where the state does not allow it. */
type Act =
  | { kind: 'submit'; after: number }
  | { kind: 'return' | 'accept' | 'bundle' | 'reject' }
  | { kind: 'approve'; after?: number }
  | { kind: 'takeEffect' };
type Timed = Act & { at: string };

export type Year = { lines: PlanLine[]; redesigns: DatedRedesign[] };

/** A new redesign of the procedure can be opened. */
const OVER: ReadonlySet<State> = new Set<State>(['inEffect', 'rejected']);

export function aLine(overrides: Partial<PlanLine> = {}): PlanLine {
  return {
    version: 1,
    plan: PLAN,
    procedure: 'thu-tuc-1',
    procedureName: 'Thủ tục thử (minh họa)',
    internal: false,
    office: OFFICES[0],
    declared: 20,
    target: TARGET,
    ...overrides,
  };
}

function aStanding(before: number, after: number): Standing {
  return { before, after, meets: meetsTarget(before, after, TARGET), missing: missingToTarget(before, after, TARGET) };
}

/** The line and the redesigns of one procedure after everything that was done, in its order. A new redesign opens when the last is over. */
export function played(line: PlanLine, acts: readonly Timed[]): { line: PlanLine; redesigns: DatedRedesign[] } {
  const redesigns: DatedRedesign[] = [];
  let current = line;
  let now: DatedRedesign | undefined;
  for (const act of acts) {
    if (act.kind === 'submit' && (now === undefined || OVER.has(now.state))) {
      now = { id: `${line.procedure}-${redesigns.length + 1}`, procedure: line.procedure, state: 'draft', proposals: 0 };
      redesigns.push(now);
      current = follow(current, now as Redesign);
    }
    const next = now && done(now, act, line.declared);
    if (next === undefined) continue;
    redesigns[redesigns.length - 1] = next;
    current = follow(current, next as Redesign);
    now = next;
  }
  return { line: current, redesigns };
}

function done(redesign: DatedRedesign, act: Timed, before: number): DatedRedesign | undefined {
  const { state, proposals, frozen } = redesign;
  const day = act.at.slice(0, 10);
  switch (act.kind) {
    case 'submit': {
      if (state !== 'draft' && state !== 'returned') return undefined;
      const number = proposals + 1;
      const standing = { ...aStanding(before, Math.min(act.after, before)), number, hash: 'x', at: act.at, by: 'x' };
      return { ...redesign, state: 'submitted', proposals: number, submittedAt: act.at, frozen: standing };
    }
    case 'return':
      return state === 'submitted' || state === 'accepted' ? { ...redesign, state: 'returned', returnedAt: act.at } : undefined;
    case 'accept':
      return state === 'submitted' ? { ...redesign, state: 'accepted', acceptedAt: act.at } : undefined;
    case 'bundle':
      return state === 'accepted' ? { ...redesign, state: 'bundled' } : undefined;
    case 'approve': {
      if (state !== 'bundled' || frozen === undefined) return undefined;
      const after = act.after ?? frozen.after;
      const outcome = act.after === undefined ? ('approved' as const) : ('partly' as const);
      const decided = {
        submission: 's',
        decision: '1/QĐ (minh họa)',
        date: day,
        outcome,
        standing: aStanding(before, Math.min(after, before)),
      };
      return { ...redesign, state: 'approved', decided };
    }
    case 'reject':
      if (state !== 'bundled') return undefined;
      return { ...redesign, state: 'rejected', decided: { submission: 's', decision: '1/QĐ (minh họa)', date: day, outcome: 'rejected' } };
    case 'takeEffect': {
      if (state !== 'approved') return undefined;
      // One of the approved changes is only recommended and stays to come.
      const standing = aStanding(before, Math.min((redesign.decided?.standing?.after ?? before) + 1, before));
      return { ...redesign, state: 'inEffect', effect: { from: day, revision: 2, at: act.at, standing } };
    }
  }
}

const count = fc.integer({ min: 0, max: 30 });
/** How a round goes, from its submission to wherever it has come. */
const ROUNDS: readonly (readonly Act['kind'][])[] = [
  ['submit'],
  ['submit', 'return'],
  ['submit', 'accept'],
  ['submit', 'accept', 'return'],
  ['submit', 'accept', 'bundle', 'reject'],
  ['submit', 'accept', 'bundle', 'approve'],
  ['submit', 'accept', 'bundle', 'approve', 'takeEffect'],
];
const anyRound = fc
  .record({ kinds: fc.constantFrom(...ROUNDS), after: count, approved: fc.option(count, { nil: undefined }) })
  .map(({ kinds, after, approved }): Act[] =>
    kinds.map((kind) => {
      if (kind === 'submit') return { kind, after };
      return kind === 'approve' && approved !== undefined ? { kind, after: approved } : { kind };
    }),
  );
const anyMoment = fc
  .date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2026-12-31T16:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyProcedure = (index: number) =>
  fc
    .record({
      office: fc.constantFrom(...OFFICES),
      internal: fc.boolean(),
      declared: count,
      deadline: fc.option(
        anyMoment.map((at) => at.slice(0, 10)),
        { nil: undefined },
      ),
      acts: fc.array(anyRound, { maxLength: 3 }).map((rounds) => rounds.flat()),
      moments: fc.uniqueArray(anyMoment, { minLength: 15, maxLength: 15 }),
    })
    .map(({ acts, moments, deadline, ...line }) => {
      const times = moments.toSorted();
      const timed = acts.map((act, at) => ({ ...act, at: times[at] ?? '' }));
      const procedure = `thu-tuc-${index}`;
      return played(aLine({ procedure, procedureName: `Thủ tục ${index} (minh họa)`, ...line, ...(deadline && { deadline }) }), timed);
    });

/** Up to eight procedures of three offices over 2026, in whatever order things happened to them. */
export const anyYear: fc.Arbitrary<Year> = fc
  .integer({ min: 0, max: 8 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => anyProcedure(index))))
  .map((all) => ({ lines: all.map(({ line }) => line), redesigns: all.flatMap(({ redesigns }) => redesigns) }));
