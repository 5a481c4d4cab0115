// A guest link: shows one signed submission to whoever holds it, for some days. The token itself is nowhere kept.
import * as z from 'zod/mini';
import { Id, Label, Moment } from '#procedures/text/label.ts';

/** `label`: for whom it is made; `days`: how long it opens. */
export const GuestLinkInput = z.strictObject({ label: Label, days: z.int().check(z.gte(1), z.lte(365)) });

export const GuestLink = z.strictObject({
  id: Id,
  submission: Id,
  /** Number of the signing that it shows: after a reopening it opens nothing any more. */
  signing: z.int().check(z.gte(1)),
  label: Label,
  createdBy: Label,
  createdAt: Moment,
  expiresAt: Moment,
  withdrawn: z.optional(z.strictObject({ by: Label, at: Moment })),
});
export type GuestLink = z.infer<typeof GuestLink>;
