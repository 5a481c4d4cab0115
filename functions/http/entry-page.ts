// Entries of a submission page by page, as they are printed: hundreds of them never go out at once.
import * as z from 'zod/mini';
import { groupEntries } from '#procedures/proposal/entry-groups.ts';
import type { Entry, Submission } from '#procedures/proposal/submission.ts';
import { query } from './validate.ts';

const whole = z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number));
const USUAL = 50;

/** Which entries are asked for: `from` counts from 0, `count` is 1 to 100. */
export const stretch = query(z.object({ from: z.optional(whole), count: z.optional(z.pipe(whole, z.int().check(z.gte(1), z.lte(100)))) }));

/** `group` is the key of its group in the summary, `index` its place on paper, from 0. */
export type PlacedEntry = Entry & { group: string; index: number };

/** The entries that are asked for, in printing order, 50 unless asked otherwise; none beyond the last. */
export function entryPage(
  submission: Pick<Submission, 'entries' | 'grouping'>,
  { from = 0, count = USUAL }: { from?: number; count?: number },
): { entries: PlacedEntry[]; total: number } {
  const grouped = groupEntries(submission).flatMap(({ key, entries }) => entries.map((entry) => ({ entry, group: key })));
  const entries = grouped.slice(from, from + count).map(({ entry, group }, offset) => ({ ...entry, group, index: from + offset }));
  return { entries, total: grouped.length };
}
