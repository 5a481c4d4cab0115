// A person of the workspace and what they may come to do (product.md §1).
import * as z from 'zod/mini';
import { Id, Label } from '#procedures/text/label.ts';

export const ROLES = ['specialist', 'reviewer', 'leader', 'admin'] as const;
export const Role = z.enum(ROLES);

export const Person = z.strictObject({
  /** Subject claim of the identity provider. */
  subject: z.string().check(z.minLength(1), z.maxLength(255)),
  name: Label,
  role: Role,
  office: Id,
  officeName: Label,
  demonstration: z.optional(z.boolean()),
});
export type Role = z.infer<typeof Role>;
export type Person = z.infer<typeof Person>;
