// A mark after one act of the person: another treatment, or a value typed in the panel.
import type { Justification, Mark, Treatment } from '#procedures/redesign/mark.ts';

export type MarkPatch = Partial<Omit<Mark, 'treatment'>>;

/** What is only true of some treatments; everything else (ground, reason, authority…) is carried over to the new one. */
const BELONGS_TO: Partial<Record<keyof Mark, readonly Treatment[]>> = {
  dataItem: ['retrieve', 'prefill'],
  notConnected: ['retrieve', 'prefill'],
  fallback: ['retrieve'],
  into: ['merge'],
  values: ['change'],
};

/** The mark under another treatment; what the old one alone could say is left behind. */
export function treated(mark: Mark | undefined, treatment: Treatment): Mark {
  const kept = Object.entries(mark ?? {}).filter(([key]) => BELONGS_TO[key as keyof Mark]?.includes(treatment) ?? true);
  return { ...Object.fromEntries(kept), treatment };
}

/** The value with the given keys changed; a key given as undefined goes. */
export function patched<Value extends Justification>(value: Value, patch: Partial<NoInfer<Value>>): Value {
  const entries = Object.entries({ ...value, ...patch }).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as Value;
}

/** Control and invisible direction characters, which make a text read otherwise than it is written, and what is no character at all. */
const HIDDEN = /(?![\t\n\r])\p{Cc}|[\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

/** Text as the schema takes it: NFC, none of the hidden characters, trimmed; undefined when nothing is left. */
export function cleanText(text: string): string | undefined {
  return text.normalize('NFC').replace(HIDDEN, '').trim() || undefined;
}

/** What `cleanText` takes out of a text, by code point (`U+202E`), each once. */
export function hiddenCharacters(text: string): string[] {
  const codes = (text.match(HIDDEN) ?? []).map((letter) => `U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  return [...new Set(codes)];
}
