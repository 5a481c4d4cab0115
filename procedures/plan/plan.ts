// A plan (kế hoạch rà soát): a year's review with its targets, counting rule and offices.
import * as z from 'zod';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

/** `threshold` in hundredths of a percent, so that tests stay in integers: 2000 = 20 %. */
export const Target = z.strictObject({
  id: Id,
  metric: z.enum(['declaredInformation']),
  comparator: z.enum(['atLeast']),
  threshold: z.int().min(0).max(10_000),
  /** Where the target was set. */
  source: Prose,
});

export const Office = z.strictObject({ id: Id, name: Label, /** Made up for the demonstration. */ demonstration: z.boolean().optional() });

export const Plan = z.strictObject({
  id: Id,
  version: z.int().min(1),
  year: z.int().min(2000).max(2100),
  name: Label,
  /** Id of the counting rule. */
  rule: Id,
  targets: z.array(Target).min(1),
  offices: z.array(Office).min(1),
  /** Which office reviews which procedures: by id first, then by area; anything else goes to `otherwise`. */
  assignments: z.strictObject({ procedures: z.record(z.string(), Id), areas: z.record(z.string(), Id), otherwise: Id }),
  /** Heads of official papers; empty lines are left blank on paper. */
  letterhead: z.strictObject({
    parentAgency: Label.optional(),
    agency: Label.optional(),
    place: Label.optional(),
    symbol: Label.optional(),
  }),
  demonstration: z.boolean().optional(),
  note: Prose.optional(),
  updatedAt: Moment.optional(),
});
export type Target = z.infer<typeof Target>;
export type Office = z.infer<typeof Office>;
export type Plan = z.infer<typeof Plan>;
