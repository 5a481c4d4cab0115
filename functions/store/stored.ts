// A document in the table and back. Whole documents are kept as JSON text in `body`: what was frozen comes back letter
// for letter, its size is known before it is sent, and reading one costs a parse instead of a walk over typed values.
import type * as z from 'zod/mini';
import { StoredItemError, TooLargeError } from './errors.ts';
import type { Key } from './keys.ts';

/** DynamoDB takes 400 kB an item; what is left is for keys and summary. */
const LARGEST_BODY = 390_000;

const nameOf = (key: Key) => `${key.pk}/${key.sk}`;

/** The text to store, or TooLargeError before anything is sent. */
export function toBody(key: Key, value: unknown): string {
  const body = JSON.stringify(value);
  const bytes = Buffer.byteLength(body);
  if (bytes > LARGEST_BODY) throw new TooLargeError(nameOf(key), bytes);
  return body;
}

/** The document in a stored text, parsed by its schema; StoredItemError names key and place otherwise. */
export function fromBody<Schema extends z.ZodMiniType>(schema: Schema, key: Key, body: unknown): z.output<Schema> {
  if (typeof body !== 'string') throw new StoredItemError(nameOf(key), 'body');
  return fromValue(schema, key, JSON.parse(body));
}

/** The same for a value that the table keeps typed, such as the summary of a row. */
export function fromValue<Schema extends z.ZodMiniType>(schema: Schema, key: Key, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new StoredItemError(nameOf(key), place === '' ? 'its root' : place, { cause: parsed.error });
}
