// A year of work on a plan, played through as people do it: every procedure with its line and its redesigns, in step with one another.
import fc from 'fast-check';
import { follow } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { meetsTarget, missingToTarget } from '#procedures/redesign/cut.ts';
import type { Redesign, Standing } from '#procedures/redesign/redesign.ts';
import type { DatedRedesign } from '#procedures/report/reach.ts';

export const OFFICES = ['phong-a', 'phong-b', 'phong-c'] as const;
export const PLAN = 'ke-hoach-thu';
export const TARGET = 2000;

/** What is done next; it is passed over where the state does not allow it. */
type Act =
  | { kind: 'submit'; after: number }
  | { kind: 'return' | 'accept' | 'bundle' | 'reject' }
  | { kind: 'approve'; after?: number }
  | { kind: 'takeEffect' };
type Timed = Act & { at: string };

export type Year = { lines: PlanLine[]; redesigns: DatedRedesign[] };

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

export function aStanding(before: number, after: number): Standing {
  return { before, after, meets: meetsTarget(before, after, TARGET), missing: missingToTarget(before, after, TARGET) };
}

/** The line and the redesigns of one procedure after everything that was done, in its order. A new redesign opens when the last is over. */
export function played(line: PlanLine, acts: readonly Timed[]): { line: PlanLine; redesigns: DatedRedesign[] } {
  const redesigns: DatedRedesign[] = [];
  let current = line;
  let now: DatedRedesign | undefined;
  for (const act of acts) {
    const open: DatedRedesign =
      now === undefined || (['inEffect', 'rejected', 'approved'].includes(now.state) && act.kind === 'submit')
        ? { id: `${line.procedure}-${redesigns.length + 1}`, procedure: line.procedure, state: 'draft', proposals: 0 }
        : now;
    const next = done(open, act, line.declared);
    if (next === undefined) continue;
    if (open === now) redesigns[redesigns.length - 1] = next;
    else redesigns.push(next);
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
    case 'takeEffect':
      return state === 'approved' ? { ...redesign, state: 'inEffect', effect: { from: day, revision: 2, at: act.at } } : undefined;
  }
}

const count = fc.integer({ min: 0, max: 30 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: count.map((after): Act => ({ kind: 'submit', after })) },
  { weight: 3, arbitrary: fc.constant<Act>({ kind: 'accept' }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'return' }) },
  { weight: 3, arbitrary: fc.constant<Act>({ kind: 'bundle' }) },
  {
    weight: 3,
    arbitrary: fc.option(count, { nil: undefined }).map((after): Act => ({ kind: 'approve', ...(after !== undefined && { after }) })),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'reject' }) },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'takeEffect' }) },
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
      acts: fc.array(anyAct, { maxLength: 14 }),
      moments: fc.uniqueArray(anyMoment, { minLength: 14, maxLength: 14 }),
    })
    .map(({ acts, moments, deadline, ...line }) => {
      const times = moments.toSorted();
      const timed = acts.map((act, at) => ({ ...act, at: times[at] ?? '' }));
      const procedure = `thu-tuc-${index}`;
      return played(aLine({ procedure, procedureName: `Thủ tục ${index} (minh họa)`, ...line, ...(deadline && { deadline }) }), timed);
    });

/** Up to twelve procedures of three offices over 2026, in whatever order things happened to them. */
export const anyYear: fc.Arbitrary<Year> = fc
  .integer({ min: 0, max: 12 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => anyProcedure(index))))
  .map((all) => ({ lines: all.map(({ line }) => line), redesigns: all.flatMap(({ redesigns }) => redesigns) }));
