// Comments and a talk with the other end of its wire; names and texts are made up (minh họa).
import { Talk, type TalkAction, type TalkWire } from '#lib/talk/talk.svelte.ts';
import { talkDrafts } from '#lib/talk/talk-drafts.ts';
import type { Comment } from '#procedures/review/comment.ts';
import { newComment, replied, resolved } from '#procedures/review/comments.ts';

const REVIEWER = { subject: 'tham-dinh', name: 'Người thẩm định (minh họa)' };
const SPECIALIST = { subject: 'chuyen-vien', name: 'Chuyên viên (minh họa)' };
const AT = '2026-07-20T01:41:00.000Z';

let count = 0;
export const aComment = (text: string, about: Partial<Comment> = {}): Comment => {
  count += 1;
  const { id = `gop-y-${count}`, at = AT, ...more } = about;
  return { ...newComment({ id, redesign: 'btc-1', ...more }, { by: REVIEWER, at, text }), ...more };
};

type Given = { comments?: Comment[]; refused?: readonly TalkAction[] };

/** A talk as a page opens it; `next` are errors that the coming requests meet, one each. */
export function aTalk({ comments = [], refused = [] }: Given = {}) {
  const server = { comments, next: [] as Error[] };
  const answer = async (change: () => Comment): Promise<Comment> => {
    await Promise.resolve();
    const error = server.next.shift();
    if (error) throw error;
    const comment = change();
    server.comments = [...server.comments.filter(({ id }) => id !== comment.id), comment];
    return comment;
  };
  const wire: TalkWire = {
    list: async () => {
      const error = server.next.shift();
      if (error) throw error;
      return server.comments;
    },
    add: ({ text, ...about }) => answer(() => aComment(text, about)),
    reply: (comment, text) => answer(() => replied(comment, { by: SPECIALIST, at: AT, text })),
    resolve: (comment, closed) => answer(() => resolved(comment, closed, { by: REVIEWER, at: AT })),
  };
  const open = () =>
    new Talk({
      wire,
      drafts: talkDrafts(localStorage, 'btc-1', 'chuyen-vien'),
      may: (action) =>
        refused.includes(action) ? { allowed: false, because: 'Chỉ Văn phòng Sở được góp ý.' } : { allowed: true, next: 'submitted' },
      proposal: 1,
    });
  return { talk: open(), server, open };
}
