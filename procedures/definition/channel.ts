// A channel (cách thức thực hiện): how a dossier is filed. Time and fees belong to the channel (NĐ 63/2010 Điều 8; 237 of 2,104 portal records differ by channel).
import * as z from 'zod';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Condition } from './field.ts';

/** `text` is the source's own wording; `amount` and `unit` only where it is a plain figure. */
export const ProcessingTime = z.strictObject({
  text: Label,
  amount: z.int().min(0).max(10_000).optional(),
  unit: z.enum(['hour', 'day', 'workingDay', 'month', 'year']).optional(),
});

/** Absent `amount` = not found in the source; 0 = the source says free. Whole đồng. */
export const Fee = z.strictObject({
  label: Label,
  amount: z.int().min(0).max(1_000_000_000_000).optional(),
  condition: Condition.optional(),
  note: Prose.optional(),
});

export const Channel = z.strictObject({
  id: Id,
  kind: z.enum(['direct', 'online', 'postal']),
  label: Label,
  processingTime: ProcessingTime.optional(),
  /** Absent = the source says nothing. */
  fees: z.array(Fee).max(100).optional(),
  note: Prose.optional(),
});

export type ProcessingTime = z.infer<typeof ProcessingTime>;
export type Fee = z.infer<typeof Fee>;
export type Channel = z.infer<typeof Channel>;
