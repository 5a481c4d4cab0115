// What a report can say of an office or of the whole, each under a stable key that templates and addresses name.
import type { Stage } from '#procedures/plan/totals.ts';

/** `internal`: TTHC nội bộ alone; `public`: the others. Absent = all. */
export type Kind = 'internal' | 'public';
/**
 * `within`: proposals that came so far during the period. `byEnd`: procedures that stand there, or further, at its end.
 * `scope`, `waiting` (no proposal stands by the end), `overdue` (of these, past the deadline) and `rejected` are procedures too.
 */
export type Group = 'scope' | 'waiting' | 'overdue' | 'rejected' | `${Stage}.within` | `${Stage}.byEnd`;
/** `before`, `after` and `cut` are declared information; `pooled` = cut / before; `meeting` = how many meet the target; shares are ratios. */
export type Measured = 'count' | 'before' | 'after' | 'cut' | 'pooled' | 'meeting' | 'meetingShare' | 'share';
export type FigureKey = `${Group}.${Measured}` | `${Group}.${Measured}.${Kind}`;
export type FigureParts = { key: FigureKey; group: Group; measured: Measured; kind?: Kind };

const STAGES = ['proposed', 'accepted', 'approved', 'inEffect'] as const satisfies readonly Stage[];
const OF_PROPOSALS: readonly Measured[] = ['count', 'before', 'after', 'cut', 'pooled', 'meeting', 'meetingShare'];
/** A share of the procedures in scope. */
const OF_PROCEDURES: readonly Measured[] = [...OF_PROPOSALS, 'share'];

const MEASURED: readonly (readonly [Group, readonly Measured[]])[] = [
  ['scope', ['count', 'before']],
  ['waiting', ['count']],
  ['overdue', ['count']],
  ['rejected', ['count']],
  ...STAGES.flatMap((stage) => [[`${stage}.within`, OF_PROPOSALS] as const, [`${stage}.byEnd`, OF_PROCEDURES] as const]),
];

const PARTS: ReadonlyMap<string, FigureParts> = new Map(
  MEASURED.flatMap(([group, measures]) =>
    measures.flatMap((measured): FigureParts[] => [
      { key: `${group}.${measured}`, group, measured },
      { key: `${group}.${measured}.internal`, group, measured, kind: 'internal' },
      { key: `${group}.${measured}.public`, group, measured, kind: 'public' },
    ]),
  ).map((parts) => [parts.key, parts]),
);

/** Every key, `scope.count` to `inEffect.byEnd.share.public`. */
export const FIGURE_KEYS = [...PARTS.keys()] as FigureKey[];

/** Whether a text from outside is a key. */
export const isFigureKey = (text: string): text is FigureKey => PARTS.has(text);

/** What a key says. Throws RangeError for one that is none. */
export function partsOf(key: string): FigureParts {
  const parts = PARTS.get(key);
  if (parts === undefined) throw new RangeError(`${key} is no figure of a report.`);
  return parts;
}
