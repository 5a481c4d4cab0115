// A person of the workspace and what they may come to do (product.md §1).
import * as z from 'zod/mini';
import { Id, Label, Moment } from '#procedures/text/label.ts';

export const ROLES = ['specialist', 'reviewer', 'leader', 'admin'] as const;
export const Role = z.enum(ROLES);

export const Person = z.strictObject({
  /** Who it is, for good. The subject claim of the identity provider, or for a person who was entered by e-mail an id of our own. */
  subject: z.string().check(z.minLength(1), z.maxLength(255)),
  name: Label,
  role: Role,
  office: Id,
  officeName: Label,
  /** By which a person who was entered with it is found at the first sign-in with the provider. */
  email: z.optional(z.string().check(z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/))),
  /** The subject claim that the e-mail address was bound to at the first sign-in; absent before that. */
  identity: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  /** Since when the person no longer works here: the work stays, the access has ended. */
  leftAt: z.optional(Moment),
  /** Grows with every change; absent = 1. */
  version: z.optional(z.int().check(z.gte(1))),
  updatedBy: z.optional(Label),
  updatedAt: z.optional(Moment),
  demonstration: z.optional(z.boolean()),
});
export type Role = z.infer<typeof Role>;
export type Person = z.infer<typeof Person>;
