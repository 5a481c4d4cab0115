// The figures of a submission: sums of the frozen standings of its entries, whole numbers throughout.
import type { Entry } from './submission.ts';

export type SubmissionFigures = {
  /** How many proposals, and how many of them are on internal procedures. */
  entries: number;
  internal: number;
  /** Declared information of all of them together, before and after: the pooled cut is taken of these. */
  before: number;
  after: number;
  /** How many meet the target each by itself. */
  meets: number;
  /** Marks that the province decides, and marks that are recommended. */
  decides: number;
  recommends: number;
};

/** Sums over the entries; all 0 where there are none. */
export function figuresOf(entries: readonly Entry[]): SubmissionFigures {
  const figures: SubmissionFigures = { entries: 0, internal: 0, before: 0, after: 0, meets: 0, decides: 0, recommends: 0 };
  for (const { internal, standing, decides, recommends } of entries) {
    figures.entries += 1;
    figures.internal += internal ? 1 : 0;
    figures.before += standing.before;
    figures.after += standing.after;
    figures.meets += standing.meets ? 1 : 0;
    figures.decides += decides;
    figures.recommends += recommends;
  }
  return figures;
}
