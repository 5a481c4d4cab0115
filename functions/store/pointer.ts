// An item that only says which person is meant: from an e-mail address, or from an account of the identity provider.
import * as z from 'zod/mini';
import type { Key } from './keys.ts';
import type { Item } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

const Pointer = z.strictObject({ subject: z.string() });

/** The attributes of a pointer to a person. */
export const pointsTo = (key: Key, subject: string): { body: string } => ({ body: toBody(key, { subject }) });

/** The subject that a pointer names; StoredItemError for an item that is none. */
export const subjectIn = (key: Key, { body }: Item): string => fromBody(Pointer, key, body).subject;
