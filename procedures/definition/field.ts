// A field (trường thông tin): one datum that somebody writes on a declaration form.
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';

/** How the blank looks on the sheet; the last seven are no declared information under counting rule v1. */
export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'date',
  'dateTime',
  'digits',
  'choice',
  'checkbox',
  'tableColumn',
  'tableCell',
  'photo',
  'recipient',
  'placeDate',
  'signature',
  'consent',
  'printed',
  'legalReference',
] as const;
export const FieldKind = z.enum(FIELD_KINDS);

/** Whose datum it is. `request` is what the applicant asks for (number of copies, chosen option), nobody's personal datum. */
const SUBJECTS = [
  'applicant',
  'pupil',
  'father',
  'mother',
  'parent',
  'guardian',
  'spouse',
  'representative',
  'holder',
  'employee',
  'household',
  'organisation',
  'school',
  'agency',
  'request',
  'other',
] as const;
export const Subject = z.enum(SUBJECTS);

/** Who writes it; the counting rule says whose writing is declared information. */
export const FILLERS = ['applicant', 'family', 'school', 'employer', 'agency', 'authority', 'system', 'other'] as const;
export const Filler = z.enum(FILLERS);

const Requirement = z.enum(['required', 'conditional', 'optional']);

/** On which answer an element depends. Without `is`, any answer to the field will do. */
export const Condition = z.strictObject({
  field: Id,
  is: z.optional(z.array(Label).check(z.minLength(1), z.maxLength(50))),
  text: z.optional(Prose),
});

export const Field = z.strictObject({
  id: Id,
  label: Label,
  kind: FieldKind,
  requirement: Requirement,
  condition: z.optional(Condition),
  section: z.optional(Label),
  /** Name of the repeating group (a table whose row stands for one person, subject…). A column counts once. */
  group: z.optional(Label),
  /** Dotted gaps that make up this one datum (day, month, year); a composite counts one. */
  parts: z.optional(z.int().check(z.gte(2), z.lte(50))),
  whose: Subject,
  /** Item of a State register, `<register>/<item>` of `registers/registers.json`, when it is known to hold this datum. */
  dataItem: z.optional(z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))),
  /** Law that prescribes the datum, as printed in the source. */
  basis: z.optional(Label),
  /** Law that prescribes asking for it in this procedure. */
  useBasis: z.optional(Label),
  filledBy: Filler,
  /** Sensitive personal data (Luật Bảo vệ dữ liệu cá nhân 2025): ethnicity, religion, health… */
  sensitive: z.optional(z.boolean()),
  choices: z.optional(z.array(Label).check(z.maxLength(200))),
  /** Filled in from a register for the applicant to confirm; arises only when a mark takes effect. */
  prefilled: z.optional(z.boolean()),
  note: z.optional(Prose),
});

export type FieldKind = z.infer<typeof FieldKind>;
export type Subject = z.infer<typeof Subject>;
export type Filler = z.infer<typeof Filler>;
export type Condition = z.infer<typeof Condition>;
export type Field = z.infer<typeof Field>;
