import type { Event } from './event.ts';
import type { JournalLine } from './journal-line.ts';

/** Most letters that the journal keeps of a phrase; the whole of it stands with what it is about. */
const PHRASE = 300;

/** The journal's copy of a line of the history. */
export function journalLineOf(event: Event): JournalLine {
  const { edits, from: _, about, was, because, ...kept } = event;
  return { ...kept, about: short(about), was: short(was), because: short(because), edits: edits?.length };
}

function short(text: string | undefined): string | undefined {
  return text === undefined || text.length <= PHRASE ? text : `${text.slice(0, PHRASE).trimEnd()}…`;
}
