// A line of a plan: one procedure in scope, who reviews it until when, and how far it has come. Totals and rankings are taken from lines.
import * as z from 'zod/mini';
import { Standing, State } from '#procedures/redesign/redesign.ts';
import { Day, Id, Label, Prose } from '#procedures/text/label.ts';

/** What people set. */
export const LineSettings = z.strictObject({
  office: Id,
  /** By when the office submits. */
  deadline: z.optional(Day),
  /** Expected cut in hundredths of a percent. */
  expectedCut: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  /** Dossiers a year, where the definition does not say, with its source. */
  dossiersPerYear: z.optional(z.int().check(z.gte(0), z.lte(1_000_000_000))),
  dossiersSource: z.optional(Prose),
});

/**
 * How far a redesign has come; `standing` is what its last frozen proposal measured, or what was approved of it, `effect` what has taken
 * effect of it: of what was approved, recommendations are still to come.
 */
const Progressed = z.strictObject({ redesign: Id, state: State, standing: z.optional(Standing), effect: z.optional(Standing) });

export const PlanLine = z.extend(LineSettings, {
  version: z.int().check(z.gte(1)),
  plan: Id,
  procedure: Id,
  procedureCode: z.optional(Label),
  procedureName: Label,
  internal: z.boolean(),
  area: z.optional(Label),
  /** Declared information when the procedure came into scope. */
  declared: z.int().check(z.gte(0)),
  /** The plan's target for declared information, in hundredths of a percent; absent where it sets none. */
  target: z.optional(z.int().check(z.gte(0))),
  /** Times a year × subjects a year of the definition, where it says so. */
  definedDossiers: z.optional(z.int().check(z.gte(0))),
  /** The latest redesign under this plan; absent while there is none, and after it was discarded. */
  latest: z.optional(Progressed),
  /** The last one that was approved or put into effect, where a newer one has been opened since and is not in effect yet. */
  achieved: z.optional(Progressed),
  /** The last one that was rejected, where a newer one has been opened since and is not decided yet: it is the latest again if that is discarded. */
  rejected: z.optional(Progressed),
});
export type LineSettings = z.infer<typeof LineSettings>;
export type PlanLine = z.infer<typeof PlanLine>;
