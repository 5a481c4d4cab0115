// An edit: the smallest thing a person does to a redesign. The browser and the server apply the same edits with the same function.
import * as z from 'zod/mini';
import { Id } from '#procedures/text/label.ts';
import { AddedField, Mark } from './mark.ts';

/** Position in the redesign's list of added fields; several behind the same field stand in the order of that list. */
const Place = z.int().check(z.gte(0), z.lte(500));

export const Edit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mark'), element: Id, mark: Mark }),
  z.strictObject({ kind: z.literal('unmark'), element: Id }),
  z.strictObject({ kind: z.literal('addField'), added: AddedField, place: z.optional(Place) }),
  z.strictObject({ kind: z.literal('changeField'), added: AddedField, place: z.optional(Place) }),
  z.strictObject({ kind: z.literal('dropField'), field: Id }),
]);
export type Edit = z.infer<typeof Edit>;

/** One batch: applied as a whole or not at all, judged by its final state. */
export const Edits = z.array(Edit).check(z.minLength(1), z.maxLength(1000));
