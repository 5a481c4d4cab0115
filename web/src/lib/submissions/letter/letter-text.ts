// The free parts of a letter as text boxes hold them: every part is one text, a paragraph to a line.
import type { Letter, Submission } from '#procedures/proposal/submission.ts';

type Content = Pick<Submission, 'title' | 'grouping' | 'letter'>;
/** Parts that are lists of paragraphs on paper. */
type ListPart = { [Name in keyof Letter]-?: Letter[Name] extends string[] ? Name : never }[keyof Letter];
export type Part = 'title' | 'grouping' | keyof Letter;
export type LetterText = Record<Part, string>;

const LISTS = [
  'bases',
  'necessity',
  'process',
  'content',
  'request',
  'attachments',
  'receivers',
  'decisionBases',
  'decisionDuties',
  'decisionReceivers',
] as const satisfies readonly ListPart[];
const PARTS: readonly Part[] = ['title', 'grouping', 'subject', 'recipient', ...LISTS, 'verb'];

/** As the boxes show it. */
export function toText({ title, grouping, letter }: Content): LetterText {
  const lists = Object.fromEntries(LISTS.map((part) => [part, letter[part].join('\n')])) as Record<ListPart, string>;
  return { title, grouping, subject: letter.subject ?? '', recipient: letter.recipient ?? '', verb: letter.verb, ...lists };
}

/** As the server takes it: blank lines go, an empty box is an absent part. */
export function toContent(text: LetterText): Content {
  const lists = Object.fromEntries(LISTS.map((part) => [part, linesOf(text[part])])) as Record<ListPart, string[]>;
  const [subject, recipient] = [text.subject.trim(), text.recipient.trim()];
  return {
    title: text.title.trim(),
    grouping: text.grouping as Submission['grouping'],
    letter: { ...(subject && { subject }), ...(recipient && { recipient }), verb: text.verb as Letter['verb'], ...lists },
  };
}

/** The lines of a box that say something. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Parts in which two texts differ for the server: white space around lines does not count. */
export const changedParts = (a: LetterText, b: LetterText): Part[] =>
  PARTS.filter((part) => linesOf(a[part]).join('\n') !== linesOf(b[part]).join('\n'));

/**
 * Mine, made on `base`, on top of what is there now: parts that only they changed become theirs, parts that only I changed stay mine,
 * and those that both changed differently are named.
 */
export function mergeText(base: LetterText, mine: LetterText, theirs: LetterText): { text: LetterText; both: Part[] } {
  const [myParts, theirParts] = [new Set(changedParts(base, mine)), new Set(changedParts(base, theirs))];
  const differ = new Set(changedParts(mine, theirs));
  const text = Object.fromEntries(
    PARTS.map((part) => [part, theirParts.has(part) && !myParts.has(part) ? theirs[part] : mine[part]]),
  ) as LetterText;
  return { text, both: PARTS.filter((part) => myParts.has(part) && theirParts.has(part) && differ.has(part)) };
}

/** Whether what a browser kept is such a text. */
export const isLetterText = (value: unknown): value is LetterText =>
  typeof value === 'object' && value !== null && PARTS.every((part) => typeof (value as Record<string, unknown>)[part] === 'string');
