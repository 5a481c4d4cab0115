// A figure typed in for a target that the workspace cannot derive: per period, with its source (product.md §4, typed beside computed).
import * as z from 'zod/mini';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

/** `2026`, `2026-H1`, `2026-Q3`. */
export const Period = z.string().check(z.regex(/^20\d\d(?:-(?:H[12]|Q[1-4]))?$/));

const Count = z.int().check(z.gte(0), z.lte(1_000_000_000_000));

/** What is typed. A percentage that is quoted beside its numerator and denominator is kept as it was quoted. */
export const FigureInput = z.strictObject({
  numerator: z.optional(Count),
  denominator: z.optional(Count),
  /** As quoted, in hundredths of a percent. */
  quoted: z.optional(z.int().check(z.gte(0), z.lte(1_000_000))),
  source: Prose,
});

export const Figure = z.extend(FigureInput, {
  plan: Id,
  target: Id,
  period: Period,
  version: z.int().check(z.gte(1)),
  by: Label,
  at: Moment,
});
export type Period = z.infer<typeof Period>;
export type FigureInput = z.infer<typeof FigureInput>;
export type Figure = z.infer<typeof Figure>;
