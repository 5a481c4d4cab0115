// Actual results after effect, beside what was expected: entered per period with their source.
import * as z from 'zod/mini';
import { Period } from '#procedures/plan/figure.ts';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

const Count = z.int().check(z.gte(0), z.lte(1_000_000_000));

export const ResultInput = z.strictObject({
  /** Dossiers handled in the period. */
  dossiers: z.optional(Count),
  /** Fields that the form in use asks. */
  fieldsAsked: z.optional(Count),
  source: Prose,
});

export const Result = z.extend(ResultInput, { redesign: Id, period: Period, version: z.int().check(z.gte(1)), by: Label, at: Moment });
export type ResultInput = z.infer<typeof ResultInput>;
export type Result = z.infer<typeof Result>;
