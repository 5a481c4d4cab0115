// What is asked of the journal, the same for the screen and for the file.
import * as z from 'zod/mini';
import type { JournalWanted } from '#functions/store/journal.ts';
import { ACTION_NAMES } from '#procedures/review/action-names.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Id } from '#procedures/text/label.ts';
import { query } from './validate.ts';

type Recorded = keyof typeof ACTION_NAMES;

const Query = z.object({
  /** Of Vietnam; absent = the present one. */
  month: z.optional(z.string().check(z.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/))),
  /** A subject. */
  person: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  procedure: z.optional(Id),
  action: z.optional(z.enum(Object.keys(ACTION_NAMES) as [Recorded, ...Recorded[]])),
  refused: z.optional(z.literal('1')),
  after: z.optional(z.string().check(z.maxLength(4_000))),
});

export const journalQuery = query(Query);

/** What the store is asked for. */
export function wantedOf({ month, refused, ...rest }: z.infer<typeof Query>, moment: string): JournalWanted {
  return { ...rest, month: month ?? dayOf(moment).slice(0, 7), refused: refused === '1' };
}

/** The same in a phrase, for the line that records the reading. */
export function wantedWords({ month, person, procedure, action, refused }: JournalWanted): string {
  const [year, number] = month.split('-');
  return [
    `Tháng ${number}/${year}`,
    person && `người: ${person}`,
    procedure && `thủ tục: ${procedure}`,
    action && `việc: ${ACTION_NAMES[action]}`,
    refused && 'chỉ việc bị từ chối',
  ]
    .filter(Boolean)
    .join('; ');
}
