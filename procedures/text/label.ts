// The shapes of text that people type: bounded, normalised, free of invisible direction marks.
import * as z from 'zod/mini';

/** Longest text of one line (a label, a name). Real document names of the National Portal reach 2,946 characters. */
const LABEL_LENGTH = 2000;
/** Longest running text (a reason, a step, a document name). */
const PROSE_LENGTH = 4000;

/**
 * Without characters that change the reading direction or hide themselves, which make a label lie about its letters, and without what is
 * no character at all (half a pair, U+FFFE, U+FFFF): the store and Word files take none of it.
 */
const VISIBLE = /^(?:[^\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\t\n\r])*$/u;

const text = (length: number) => z.string().check(z.normalize('NFC'), z.trim(), z.minLength(1), z.maxLength(length), z.regex(VISIBLE));

/** One line of text, NFC, 1 to 2,000 characters. */
export const Label = text(LABEL_LENGTH);
/** Running text, NFC, 1 to 4,000 characters. */
export const Prose = text(PROSE_LENGTH);
/** Stable identity of an element: lower-case letters, digits, dots, dashes; never shown as a name. */
export const Id = z.string().check(z.regex(/^[a-z0-9](?:[a-z0-9.-]{0,118}[a-z0-9])?$/));
/** A calendar day, ISO 8601 (`2026-01-08`). */
export const Day = z.iso.date();
/** A moment, ISO 8601 in UTC. */
export const Moment = z.iso.datetime();

export type Id = z.infer<typeof Id>;
export type Day = z.infer<typeof Day>;
export type Moment = z.infer<typeof Moment>;
