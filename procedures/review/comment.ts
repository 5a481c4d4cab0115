// A comment (góp ý) on a redesign: on one element or on the whole, open or resolved, with replies. It is no part of the redesign itself:
// commenting never stands in the way of whoever is editing.
import * as z from 'zod/mini';
import { Id, Label, Moment, Prose } from '#procedures/text/label.ts';

const Author = z.strictObject({ subject: z.string(), name: Label });
const Reply = z.strictObject({ by: Author, at: Moment, text: Prose });

export const Comment = z.strictObject({
  id: Id,
  version: z.int().check(z.gte(1)),
  redesign: Id,
  /** Absent = on the whole. */
  element: z.optional(Id),
  /** What the element was called then, shortened: it may be gone by now. */
  label: z.optional(Label),
  /** Number of the proposal that it was made on, where it was. */
  proposal: z.optional(z.int().check(z.gte(1))),
  by: Author,
  at: Moment,
  text: Prose,
  replies: z.array(Reply).check(z.maxLength(100)),
  resolved: z.optional(z.strictObject({ by: Author, at: Moment })),
});

/** How the talk about a redesign stands: for lists, and for "returning needs at least one open comment". */
export const Talk = z.strictObject({
  open: z.int().check(z.gte(0)),
  total: z.int().check(z.gte(0)),
  /** Last comment or reply, and whose (a subject). */
  lastAt: z.optional(Moment),
  lastBy: z.optional(z.string()),
});
export type Comment = z.infer<typeof Comment>;
export type Talk = z.infer<typeof Talk>;
