// A plan (kế hoạch rà soát): a year's review with its targets, counting rule and offices. Its procedures are lines (line.ts).
import * as z from 'zod/mini';
import { Day, Id, Label, Moment, Prose } from '#procedures/text/label.ts';

/**
 * What a target measures. The first four are derived from the plan's lines; `entered` figures come from elsewhere (transactions paid
 * online, satisfaction) and are typed in per period with their source.
 */
export const METRICS = ['declaredInformation', 'declaredInformationPooled', 'internalApproved', 'approved', 'entered'] as const;
export const COMPARATORS = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const;
export const PERIOD_KINDS = ['year', 'halfYear', 'quarter'] as const;

/** `threshold` in hundredths of a percent, so that tests stay in integers: 2000 = 20 %. */
export const Target = z.strictObject({
  id: Id,
  /** What it is called where it is shown; absent on targets older than this field. */
  name: z.optional(Label),
  metric: z.enum(METRICS),
  /** What the percentage is taken of, in words: domain.md §4.1 names three different "20 %". */
  denominator: z.optional(Label),
  comparator: z.enum(COMPARATORS),
  threshold: z.int().check(z.gte(0), z.lte(1_000_000)),
  /** The year that a reduction is measured against. */
  baseYear: z.optional(z.int().check(z.gte(2000), z.lte(2100))),
  /** How often it is reported; absent = once a year. */
  period: z.optional(z.enum(PERIOD_KINDS)),
  /** Where the target was set. */
  source: Prose,
});

export const Office = z.strictObject({
  id: Id,
  name: Label,
  /** Days in force; absent = always. */
  from: z.optional(Day),
  until: z.optional(Day),
  /** Made up for the demonstration. */
  demonstration: z.optional(z.boolean()),
});

/** How a paper is signed (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II khoản 7): the title lines as printed, e.g. `KT. GIÁM ĐỐC` / `PHÓ GIÁM ĐỐC`. */
const Signature = z.strictObject({ titles: z.array(Label).check(z.maxLength(4)), name: z.optional(Label) });

/** Heads of official papers; empty lines are left blank on paper. */
export const Letterhead = z.strictObject({
  parentAgency: z.optional(Label),
  agency: z.optional(Label),
  place: z.optional(Label),
  symbol: z.optional(Label),
  /** Who decides, as the head of the decision names it (domain.md §1.2): data, since it is not everywhere the Chairman. */
  decider: z.optional(Label),
  /** Symbol of the decision, e.g. `QĐ-UBND`. */
  decisionSymbol: z.optional(Label),
  /** Whom the letter is addressed to. */
  recipient: z.optional(Label),
  /** Cơ quan kiểm soát TTHC cấp tỉnh (domain.md §7.1): it moved in 2013, 2017 and 2026. */
  controlBody: z.optional(Label),
  letterSignature: z.optional(Signature),
  decisionSignature: z.optional(Signature),
});

export const Plan = z.strictObject({
  id: Id,
  version: z.int().check(z.gte(1)),
  year: z.int().check(z.gte(2000), z.lte(2100)),
  name: Label,
  /** Id of the counting rule. */
  rule: Id,
  targets: z.array(Target).check(z.minLength(1), z.maxLength(50)),
  offices: z.array(Office).check(z.minLength(1), z.maxLength(100)),
  /** Which office reviews which procedures: by id first, then by area; anything else goes to `otherwise`. */
  assignments: z.strictObject({ procedures: z.record(z.string(), Id), areas: z.record(z.string(), Id), otherwise: Id }),
  letterhead: Letterhead,
  /** Letterheads that take over on a day (provinces merge, agencies are renamed); `letterhead` is in force before the first of them. */
  letterheads: z.optional(z.array(z.extend(Letterhead, { from: Day })).check(z.maxLength(50))),
  demonstration: z.optional(z.boolean()),
  note: z.optional(Prose),
  updatedAt: z.optional(Moment),
  updatedBy: z.optional(Label),
});
export type Target = z.infer<typeof Target>;
export type Metric = Target['metric'];
export type Office = z.infer<typeof Office>;
export type Letterhead = z.infer<typeof Letterhead>;
export type Plan = z.infer<typeof Plan>;
