// A report as data: which tables of which figures, under which heads. Forms are reissued and differ by place (domain.md §7.5), so an office
// enters its own; nothing here is written in code.
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { FIGURE_KEYS } from './figure-key.ts';

/** Columns of a table with a row for each target. */
const TARGET_COLUMNS = ['threshold', 'value', 'met', 'meeting', 'quoted', 'source'] as const;

const column = <Key extends z.ZodMiniType>(figure: Key) =>
  z.strictObject({ figure, /** Absent = the usual name. */ label: z.optional(Label) });
const columns = <Column extends z.ZodMiniType>(one: Column) => z.array(one).check(z.minLength(1), z.maxLength(20));

const Table = z.discriminatedUnion('rows', [
  z.strictObject({
    title: z.optional(Label),
    /** A row for each office with a total below, or one row for the whole plan. */
    rows: z.enum(['offices', 'whole']),
    columns: columns(column(z.enum(FIGURE_KEYS))),
  }),
  z.strictObject({ title: z.optional(Label), rows: z.literal('targets'), columns: columns(column(z.enum(TARGET_COLUMNS))) }),
]);

export const ReportTemplate = z.strictObject({
  id: Id,
  title: Label,
  /** Whose form it is. */
  source: Prose,
  /** What the office still has to confirm about it; printed with it. */
  unconfirmed: z.optional(Prose),
  /** The day of the last month on which the figures of a period close; absent = the last day. */
  closingDay: z.optional(z.int().check(z.gte(1), z.lte(28))),
  sections: z
    .array(z.strictObject({ title: Label, tables: z.array(Table).check(z.minLength(1), z.maxLength(20)) }))
    .check(z.minLength(1), z.maxLength(20)),
  notes: z.array(Prose).check(z.maxLength(30)),
});

/** What an office enters as its report templates; the first is the one that is shown first. */
export const ReportTemplates = z.array(ReportTemplate).check(z.minLength(1), z.maxLength(20));
export type ReportTemplate = z.infer<typeof ReportTemplate>;
export type TableTemplate = z.infer<typeof Table>;
export type TargetColumn = (typeof TARGET_COLUMNS)[number];
