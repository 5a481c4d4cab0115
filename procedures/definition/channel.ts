// A channel (cách thức thực hiện): how a dossier is filed. Time and fees belong to the channel (NĐ 63/2010 Điều 8; 237 of 2,104 portal records differ by channel).
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Condition } from './field.ts';

/** `text` is the source's own wording; `amount` and `unit` only where it is a plain figure. */
export const ProcessingTime = z.strictObject({
  text: Label,
  amount: z.optional(z.int().check(z.gte(0), z.lte(10_000))),
  unit: z.optional(z.enum(['hour', 'day', 'workingDay', 'month', 'year'])),
});

/** Absent `amount` = not found in the source; 0 = the source says free. Whole đồng. */
export const Fee = z.strictObject({
  label: Label,
  amount: z.optional(z.int().check(z.gte(0), z.lte(1_000_000_000_000))),
  condition: z.optional(Condition),
  note: z.optional(Prose),
});

export const Channel = z.strictObject({
  id: Id,
  kind: z.enum(['direct', 'online', 'postal']),
  label: Label,
  processingTime: z.optional(ProcessingTime),
  /** Absent = the source says nothing. */
  fees: z.optional(z.array(Fee).check(z.maxLength(100))),
  note: z.optional(Prose),
});

export type ProcessingTime = z.infer<typeof ProcessingTime>;
export type Fee = z.infer<typeof Fee>;
export type Channel = z.infer<typeof Channel>;
