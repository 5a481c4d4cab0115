// A field (trường thông tin): one datum that somebody writes on a declaration form.
import * as z from 'zod';
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
export const Condition = z.strictObject({ field: Id, is: z.array(Label).min(1).max(50).optional(), text: Prose.optional() });

export const Field = z.strictObject({
  id: Id,
  label: Label,
  kind: FieldKind,
  requirement: Requirement,
  condition: Condition.optional(),
  section: Label.optional(),
  /** Name of the repeating group (a table whose row stands for one person, subject…). A column counts once. */
  group: Label.optional(),
  /** Dotted gaps that make up this one datum (day, month, year); a composite counts one. */
  parts: z.int().min(2).max(50).optional(),
  whose: Subject,
  /** Item of a State register, `<register>/<item>` of `registers/registers.json`, when it is known to hold this datum. */
  dataItem: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
    .optional(),
  /** Law that prescribes the datum, as printed in the source. */
  basis: Label.optional(),
  /** Law that prescribes asking for it in this procedure. */
  useBasis: Label.optional(),
  filledBy: Filler,
  /** Sensitive personal data (Luật Bảo vệ dữ liệu cá nhân 2025): ethnicity, religion, health… */
  sensitive: z.boolean().optional(),
  choices: z.array(Label).max(200).optional(),
  /** Filled in from a register for the applicant to confirm; arises only when a mark takes effect. */
  prefilled: z.boolean().optional(),
  note: Prose.optional(),
});

export type FieldKind = z.infer<typeof FieldKind>;
export type Subject = z.infer<typeof Subject>;
export type Filler = z.infer<typeof Filler>;
export type Condition = z.infer<typeof Condition>;
export type Field = z.infer<typeof Field>;
