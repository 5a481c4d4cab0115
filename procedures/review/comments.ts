// Comments and the talk that they make up (product.md §2, step 6): made once, added to, resolved or opened again, never taken away.
import { quoted } from '#procedures/text/wording.ts';
import type { Comment, Talk } from './comment.ts';

type Said = { by: Comment['by']; at: string };

/** Nothing said yet. */
export const NO_TALK: Talk = { open: 0, total: 0 };

/** A new comment, open, version 1. `element` and its `label` are absent when it is on the whole. */
export const newComment = (
  about: Pick<Comment, 'id' | 'redesign' | 'element' | 'label' | 'proposal'>,
  { by, at, text }: Said & { text: string },
): Comment => ({ ...about, version: 1, by, at, text, replies: [] });

/** The comment with one more reply, whether it is open or not: version + 1. */
export const replied = (comment: Comment, reply: Said & { text: string }): Comment => ({
  ...comment,
  version: comment.version + 1,
  replies: [...comment.replies, reply],
});

/** The comment closed by somebody, or open again: version + 1. */
export function resolved(comment: Comment, closed: boolean, { by, at }: Said): Comment {
  const { resolved: _, ...open } = comment;
  const version = comment.version + 1;
  return closed ? { ...open, version, resolved: { by, at } } : { ...open, version };
}

/** The talk after a comment was made (`from` null), answered, closed or opened again. */
export function talkAfter(talk: Talk, from: Comment | null, to: Comment): Talk {
  const said = lastSaid(from, to);
  const isLast = said !== null && (talk.lastAt === undefined || said.at > talk.lastAt);
  return {
    ...talk,
    open: talk.open + openCount(to) - (from ? openCount(from) : 0),
    total: talk.total + (from ? 0 : 1),
    ...(isLast && { lastAt: said.at, lastBy: said.by.subject }),
  };
}

const openCount = ({ resolved: closed }: Comment): 0 | 1 => (closed === undefined ? 1 : 0);

/** What was said between the two: the comment itself, a reply, nothing when it was closed or opened. */
function lastSaid(from: Comment | null, to: Comment): Said | null {
  if (from === null) return to;
  return to.replies.length > from.replies.length ? (to.replies.at(-1) ?? null) : null;
}

const EXCERPT = 200;

/** What a line of the history says that it was about: on what, and the beginning of what was said. */
export function aboutComment({ label }: Pick<Comment, 'label'>, text: string): string {
  const said = text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).trimEnd()}…`;
  return `${label === undefined ? 'về toàn bộ phương án' : `về ${quoted(label)}`}: ${said}`;
}
