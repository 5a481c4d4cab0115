import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comment, Talk } from '#procedures/review/comment.ts';
import { aboutComment, newComment, NO_TALK, replied, resolved, talkAfter } from '#procedures/review/comments.ts';

const person = (subject: string) => ({ subject, name: `Người ${subject} (minh họa)` });
const PEOPLE = [person('a'), person('b')] as const;
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 8, minute)).toISOString();

/** What people do one after the other: a new comment, or something with one that is there. */
type Act = { act: string; which: number; by: Comment['by']; minute: number };
const anyActs: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    act: fc.constantFrom('comment', 'reply', 'close', 'open'),
    which: fc.nat(),
    by: fc.constantFrom(...PEOPLE),
    // Clocks of two servers differ: an act may bear an earlier moment than the one before it.
    minute: fc.nat(50),
  }),
  { maxLength: 30 },
);

/** The comments as they are in the end, and the talk moved along with each of them. */
function played(acts: readonly Act[]): { comments: Comment[]; talk: Talk } {
  const comments: Comment[] = [];
  let talk = NO_TALK;
  for (const { act, which, by, minute } of acts) {
    const said = { by, at: at(minute), text: 'Vì sao?' };
    const from = act === 'comment' ? null : (comments[which % comments.length] ?? null);
    const to = from ? next(act, from, said) : newComment({ id: `g${comments.length}`, redesign: 'btc-1' }, said);
    talk = talkAfter(talk, from, to);
    comments.splice(from ? comments.indexOf(from) : comments.length, 1, to);
  }
  return { comments, talk };
}

const next = (act: string, from: Comment, said: { by: Comment['by']; at: string; text: string }) =>
  act === 'reply' ? replied(from, said) : resolved(from, act === 'close', said);

describe('the talk about a redesign', () => {
  test('is what counting its comments anew gives, whatever was done in whatever order', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const { comments, talk } = played(acts);
        const moments = comments.flatMap((comment) => [comment, ...comment.replies]).toSorted((a, b) => (a.at < b.at ? 1 : -1));
        expect(talk.open).toBe(comments.filter((comment) => !comment.resolved).length);
        expect(talk.total).toBe(comments.length);
        expect(talk.lastAt).toBe(moments[0]?.at);
        const last = moments.filter((moment) => moment.at === talk.lastAt).map(({ by }) => by.subject);
        expect(moments.length === 0 || last.includes(talk.lastBy ?? '')).toBe(true);
      }),
    );
  });
});

describe('a comment', () => {
  const [a, b] = PEOPLE;
  const made = newComment({ id: 'g1', redesign: 'btc-1', element: 'ho-ten', label: 'Họ và tên' }, { by: a, at: at(1), text: 'Vì sao bỏ?' });

  test('counts its versions through every act', () => {
    const answered = replied(made, { by: b, at: at(2), text: 'Đã có trong dữ liệu dân cư.' });
    const closed = resolved(answered, true, { by: a, at: at(3) });
    expect([made, answered, closed, resolved(closed, false, { by: a, at: at(4) })].map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(closed).toMatchObject({ text: 'Vì sao bỏ?', replies: [{ by: b }], resolved: { by: a, at: at(3) } });
  });

  test('that is opened again is as it was before it was closed', () => {
    const { version: _, ...open } = resolved(resolved(made, true, { by: b, at: at(2) }), false, { by: a, at: at(3) });
    const { version: __, ...before } = made;
    expect(open).toEqual(before);
  });

  test('stands in the history with the beginning of what was said', () => {
    expect(aboutComment(made, 'Vì sao bỏ?')).toBe('về “Họ và tên”: Vì sao bỏ?');
    expect(aboutComment({}, 'x'.repeat(300))).toBe(`về toàn bộ phương án: ${'x'.repeat(200)}…`);
  });
});
