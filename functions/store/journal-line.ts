// A line of the history as the index keeps it: short, so that the journal of the whole workspace is read without opening anything.
import * as z from 'zod/mini';
import { Event } from './event.ts';

/** `edits` = how many there were; `about`, `was` and `because` are cut after some hundred letters. */
export const JournalLine = z.extend(z.omit(Event, { edits: true, from: true }), { edits: z.optional(z.int()) });
export type JournalLine = z.infer<typeof JournalLine>;
