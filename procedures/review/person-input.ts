// What an administrator types of a person.
import * as z from 'zod/mini';
import { Id, Label } from '#procedures/text/label.ts';
import { Role } from './person.ts';

/** Names on lists and papers; nobody's is longer. */
const NAME_LENGTH = 200;

/** RFC 5321 allows 254 octets. Kept as typed; compared by `emailKey`. */
const Email = z.string().check(z.normalize('NFC'), z.trim(), z.maxLength(254), z.regex(/^[^\s@\p{Cc}\p{Cf}]+@[^\s@\p{Cc}\p{Cf}]+$/u));

export const PersonInput = z.strictObject({
  name: Label.check(z.maxLength(NAME_LENGTH)),
  email: z.optional(Email),
  role: Role,
  office: Id,
});
export type PersonInput = z.infer<typeof PersonInput>;
