// A plan (kế hoạch rà soát): a year's review with its targets, counting rule and offices.
import * as z from 'zod/mini';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

/** `threshold` in hundredths of a percent, so that tests stay in integers: 2000 = 20 %. */
export const Target = z.strictObject({
  id: Id,
  metric: z.enum(['declaredInformation']),
  comparator: z.enum(['atLeast']),
  threshold: z.int().check(z.gte(0), z.lte(10_000)),
  /** Where the target was set. */
  source: Prose,
});

export const Office = z.strictObject({ id: Id, name: Label, /** Made up for the demonstration. */ demonstration: z.optional(z.boolean()) });

export const Plan = z.strictObject({
  id: Id,
  version: z.int().check(z.gte(1)),
  year: z.int().check(z.gte(2000), z.lte(2100)),
  name: Label,
  /** Id of the counting rule. */
  rule: Id,
  targets: z.array(Target).check(z.minLength(1)),
  offices: z.array(Office).check(z.minLength(1)),
  /** Which office reviews which procedures: by id first, then by area; anything else goes to `otherwise`. */
  assignments: z.strictObject({ procedures: z.record(z.string(), Id), areas: z.record(z.string(), Id), otherwise: Id }),
  /** Heads of official papers; empty lines are left blank on paper. */
  letterhead: z.strictObject({
    parentAgency: z.optional(Label),
    agency: z.optional(Label),
    place: z.optional(Label),
    symbol: z.optional(Label),
  }),
  demonstration: z.optional(z.boolean()),
  note: z.optional(Prose),
  updatedAt: z.optional(Moment),
});
export type Target = z.infer<typeof Target>;
export type Office = z.infer<typeof Office>;
export type Plan = z.infer<typeof Plan>;
