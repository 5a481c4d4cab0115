// Progress towards the targets of a plan, in exact ratios. What the workspace derives comes from the totals; what it cannot derive was
// typed in per period. Where both are there, the typed figure stands beside the computed one (product.md §4).
import { roundHalfUp, type Ratio } from '#procedures/text/ratio.ts';
import type { Figure } from './figure.ts';
import { daysOf } from './period.ts';
import type { Plan, Target } from './plan.ts';
import type { Stage, Totals } from './totals.ts';

/** Hundredths of a percent in a whole. */
const WHOLE = 10_000;

export type TargetProgress = {
  target: Target;
  /** What is compared with `goal`, among all that are in scope; null while there is nothing to divide by, or no figure. */
  value: Ratio | null;
  /** In hundredths of a percent: the threshold of the target, but every procedure where the threshold is one of each procedure. */
  goal: number;
  met: boolean | null;
  /** Whose figures count: those of lines that have come so far, or what was typed in. */
  stage: Stage | 'entered';
  /** The same figure among those alone that have come to the stage; null while none has. */
  reached?: Ratio | null;
  /** Procedures that meet the target for declared information, of those that have come to the stage. */
  meeting?: { procedures: number; of: number };
  /** The latest figure that was typed in for the target: its period, its source, the percentage as it was quoted. */
  period?: string;
  source?: string;
  quoted?: number;
  /** Whether what was typed differs from what is computed, rounded as it was typed. Neither is corrected. */
  mismatch?: boolean;
};

/** Progress of every target, in their order. `stage`: from where on a proposal counts as declared information cut. */
export function progressOf(
  { targets }: Pick<Plan, 'targets'>,
  totals: Totals,
  figures: readonly Figure[],
  stage: Stage = 'proposed',
): TargetProgress[] {
  return targets.map((target) => {
    const typed = latest(figures.filter((figure) => figure.target === target.id));
    return target.metric === 'entered' ? entered(target, typed) : derived(target, totals, stage, typed);
  });
}

type Derived = Pick<TargetProgress, 'value' | 'goal' | 'stage' | 'reached' | 'meeting'>;

/** What the totals say; domain.md §4.1: three different percentages with three different denominators. */
function fromTotals({ metric, threshold }: Target, totals: Totals, stage: Stage): Derived {
  const { before, after, meets, procedures } = totals[stage];
  const meeting = { procedures: meets, of: procedures };
  if (metric === 'declaredInformation') {
    // The threshold is one of each procedure: the goal is that all of them meet it.
    return { value: ratio(meets, totals.declaring), goal: WHOLE, stage, reached: ratio(meets, procedures), meeting };
  }
  if (metric === 'declaredInformationPooled') {
    return { value: ratio(before - after, totals.declared), goal: threshold, stage, reached: ratio(before - after, before), meeting };
  }
  const { approved } = totals;
  const value = metric === 'internalApproved' ? ratio(approved.internal, totals.internal) : ratio(approved.procedures, totals.procedures);
  return { value, goal: threshold, stage: 'approved' };
}

function derived(target: Target, totals: Totals, stage: Stage, typed: Figure | undefined): TargetProgress {
  const computed = fromTotals(target, totals, stage);
  // Whether one procedure meets it stands in its proposal; here it is whether all of them do.
  const comparator = target.metric === 'declaredInformation' ? 'atLeast' : target.comparator;
  const progress = { target, ...computed, met: met(computed.value, comparator, computed.goal) };
  if (!typed) return progress;
  const stands = valueOf(typed);
  const differs = typed.quoted === undefined ? !same(stands, computed.value) : !quotes(typed.quoted, computed.value);
  return { ...progress, ...toldBy(typed), mismatch: differs };
}

function entered(target: Target, typed: Figure | undefined): TargetProgress {
  const value = typed ? valueOf(typed) : null;
  const { comparator, threshold: goal } = target;
  const progress: TargetProgress = { target, value, goal, met: met(value, comparator, goal), stage: 'entered' };
  return typed ? { ...progress, ...toldBy(typed), mismatch: isMisquoted(typed) } : progress;
}

function toldBy({ period, source, quoted }: Figure): Pick<TargetProgress, 'period' | 'source' | 'quoted'> {
  return { period, source, ...(quoted !== undefined && { quoted }) };
}

/** The exact value of a figure: its numerator over its denominator, else the percentage as quoted; null where neither was typed. */
export function valueOf({ numerator, denominator, quoted }: Pick<Figure, 'numerator' | 'denominator' | 'quoted'>): Ratio | null {
  if (numerator !== undefined && denominator !== undefined) return ratio(numerator, denominator);
  return quoted === undefined ? null : ratio(quoted, WHOLE);
}

/** Whether a figure quotes a percentage that does not follow from its own numerator and denominator (domain.md §1.6 has real ones). */
export function isMisquoted({ numerator, denominator, quoted }: Pick<Figure, 'numerator' | 'denominator' | 'quoted'>): boolean {
  if (numerator === undefined || denominator === undefined || quoted === undefined) return false;
  return !quotes(quoted, ratio(numerator, denominator));
}

/** Whether `quoted` is the ratio, rounded half up to two decimals, one or none: agencies print any of these (domain.md §1.5). */
function quotes(quoted: number, exact: Ratio | null): boolean {
  if (exact === null) return false;
  return [2, 1, 0].some((decimals) => roundHalfUp(exact, decimals + 2) * 10 ** (2 - decimals) === quoted);
}

function same(a: Ratio | null, b: Ratio | null): boolean {
  if (a === null || b === null) return a === b;
  return BigInt(a.numerator) * BigInt(b.denominator) === BigInt(b.numerator) * BigInt(a.denominator);
}

/** The figure of the latest period: of two that end on the same day, that of the longer one. */
function latest(figures: readonly Figure[]): Figure | undefined {
  const placed = figures.map((figure) => ({ figure, ...daysOf(figure.period) }));
  return placed.toSorted((a, b) => compare(b.until, a.until) || compare(a.from, b.from))[0]?.figure;
}

/** Exact: nothing is rounded before it is compared. */
function met(value: Ratio | null, comparator: Target['comparator'], goal: number): boolean | null {
  if (value === null) return null;
  const difference = BigInt(value.numerator) * BigInt(WHOLE) - BigInt(goal) * BigInt(value.denominator);
  return { atLeast: difference >= 0n, moreThan: difference > 0n, atMost: difference <= 0n, lessThan: difference < 0n }[comparator];
}

const ratio = (numerator: number, denominator: number): Ratio | null => (denominator === 0 ? null : { numerator, denominator });
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
